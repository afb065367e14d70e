-- Where transactions come from, what banks say the balances are, and the logins at banks.

-- No foreign keys to transactions, for the reason that they have none themselves.
create table transaction_origins (
  workspace_id uuid not null,
  user_key uuid not null,
  account_key uuid not null,
  transaction_id text not null,
  source text not null check (source in ('import', 'bank')),
  bank_ids text[] not null,
  fingerprints text[] not null,
  primary key (user_key, transaction_id)
);
comment on table transaction_origins is 'banking: where a transaction that was not uploaded comes from: under which ids of its bank and which contents it was ever read, so that it is known again';
create index transaction_origins_by_account on transaction_origins (account_key);

create table account_balances (
  account_key uuid not null references accounts on delete cascade,
  day date not null,
  workspace_id uuid not null,
  user_key uuid not null references users,
  balance_minor bigint not null,
  primary key (account_key, day)
);
comment on table account_balances is 'banking: the booked balance of an account at the end of a day, as its bank said; two of them and the transactions between must agree';
create index account_balances_by_user on account_balances (user_key);

alter table accounts add column balance_date date;
comment on column accounts.balance_date is 'the day that a statement gave the balance for; null for balances that were uploaded';

create table bank_logins (
  login_id uuid primary key,
  workspace_id uuid not null,
  user_key uuid not null references users,
  provider text not null,
  bank_id text not null,
  bank_name text not null,
  bic text,
  bank_code text,
  consent_status text not null check (consent_status in ('valid', 'expired', 'revoked')),
  valid_until timestamptz,
  store_secrets boolean not null,
  recurring boolean not null,
  selected_accounts text[],
  sealed_state text,
  login_hash text,
  account_marks text[] not null default '{}',
  unattended_reads timestamptz[] not null default '{}',
  failures int not null default 0,
  next_sync_at timestamptz,
  expiry_announced_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table bank_logins is 'banking: a login of a user at a bank, with one consent; a new consent of the same access takes the place of the old';
comment on column bank_logins.login_hash is 'who logged in at the bank and as what, as a keyed hash; null where only the bank knows';
comment on column bank_logins.account_marks is 'the chosen accounts, as hashes: the access is known by them where nobody says who logged in';
create index bank_logins_by_user on bank_logins (user_key);
comment on column bank_logins.sealed_state is 'what the provider remembers (consent, tokens), encrypted; null once nothing may be kept';
comment on column bank_logins.unattended_reads is 'when the bank was read without the end user within the last day: at most four are allowed';
create index bank_logins_by_workspace on bank_logins (workspace_id);
create index bank_logins_due on bank_logins (next_sync_at) where next_sync_at is not null;
create index bank_logins_expiring on bank_logins (valid_until) where consent_status = 'valid';

create table login_accounts (
  account_key uuid primary key references accounts on delete cascade,
  login_id uuid not null references bank_logins on delete cascade,
  workspace_id uuid not null,
  user_key uuid not null references users,
  read_through date
);
comment on table login_accounts is 'banking: which accounts a login opens, and up to which day each was read';
create index login_accounts_by_login on login_accounts (login_id);
create index login_accounts_by_user on login_accounts (user_key);

create table login_syncs (
  login_id uuid primary key references bank_logins on delete cascade,
  sync_id uuid not null,
  workspace_id uuid not null,
  user_key uuid not null references users,
  correlation_id uuid not null,
  trigger text not null check (trigger in ('connection', 'manual', 'scheduled')),
  status text not null check (status in ('queued', 'running', 'waiting', 'completed', 'failed')),
  attempt int not null default 0,
  psu jsonb,
  accounts jsonb not null default '{}',
  error_code text,
  error_message text,
  requested_at timestamptz not null,
  started_at timestamptz,
  completed_at timestamptz,
  retry_at timestamptz
);
comment on table login_syncs is 'banking: the current or last synchronisation of a login, as a state machine; accounts: what was read so far, by resource';
comment on column login_syncs.psu is 'address and browser of the end user while they are present; gone when the synchronisation ends';
create index login_syncs_by_user on login_syncs (user_key);

do $$
declare t text;
begin
  foreach t in array array['transaction_origins', 'account_balances', 'bank_logins', 'login_accounts', 'login_syncs']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy workspace_isolation on %I using (workspace_id = (select current_workspace_id()))', t);
  end loop;
end $$;

-- What schedules ask before a workspace is known.

create function due_logins(asked_now timestamptz, at_most int)
  returns table (workspace_id uuid, login_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select l.workspace_id, l.login_id from bank_logins l where l.next_sync_at <= asked_now order by l.next_sync_at limit at_most $$;

create function expiring_logins(asked_now timestamptz, at_most int)
  returns table (workspace_id uuid, login_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select l.workspace_id, l.login_id from bank_logins l
    where l.consent_status = 'valid' and (l.valid_until <= asked_now
      or (l.valid_until <= asked_now + interval '7 days' and l.expiry_announced_at is null))
    order by l.valid_until limit at_most $$;

revoke execute on function due_logins, expiring_logins from public;
