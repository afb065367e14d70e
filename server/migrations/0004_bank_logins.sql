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

do $$
declare t text;
begin
  foreach t in array array['transaction_origins', 'account_balances']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy workspace_isolation on %I using (workspace_id = (select current_workspace_id()))', t);
  end loop;
end $$;
