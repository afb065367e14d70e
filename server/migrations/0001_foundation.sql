-- Every table names its owner in its comment ('<module>: what a row is'); the boundary check reads it from here.
-- Tenant tables carry workspace_id and a row-level security policy: the server's role sees one workspace at a time.

create function current_workspace_id() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('kontor.workspace_id', true), '')::uuid $$;

-- platform ------------------------------------------------------------------------------------------------------

create table events (
  event_id uuid primary key,
  workspace_id uuid not null,
  type text not null,
  user_id text,
  data jsonb not null,
  created_at timestamptz not null default now()
);
comment on table events is 'platform: the outbox, one row per thing that happened, written in the transaction of the change';
create index events_by_age on events (created_at);
create index events_by_user on events (workspace_id, user_id) where user_id is not null;

create table idempotency_keys (
  workspace_id uuid not null,
  principal_id text not null,
  key text not null,
  fingerprint text not null,
  user_id text,
  -- Null while an operation that holds no transaction is still at it, until the claim is over.
  status int,
  headers jsonb,
  sealed_body text,
  claimed_until timestamptz,
  created_at timestamptz not null default now(),
  constraint answered_or_claimed check ((sealed_body is null) = (claimed_until is not null)),
  primary key (workspace_id, principal_id, key)
);
comment on table idempotency_keys is 'platform: the first answer to a write that carried an Idempotency-Key, kept for 24 hours';
create index idempotency_keys_by_age on idempotency_keys (created_at);
create index idempotency_keys_by_user on idempotency_keys (workspace_id, user_id) where user_id is not null;

-- identity ------------------------------------------------------------------------------------------------------

create table workspaces (
  workspace_id uuid primary key,
  name text not null,
  outbound_allow_list text[] not null default '{}',
  created_at timestamptz not null default now()
);
comment on table workspaces is 'identity: a tenant';

create table clients (
  client_id text primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  name text not null,
  secret_hash text not null,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
comment on table clients is 'identity: a backend of the company that exchanges its secret for tokens of the banking API';
create index clients_by_workspace on clients (workspace_id);

create table api_keys (
  api_key_id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  name text not null,
  prefix text not null,
  key_hash text not null unique,
  sealed_key text not null,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);
comment on table api_keys is 'identity: a workspace key of the agent API; found by its hash, shown again only through an audited reveal';
create index api_keys_by_workspace on api_keys (workspace_id);

create table operators (
  operator_id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  email text not null,
  password_hash text not null,
  role text not null check (role in ('owner', 'editor', 'reviewer', 'analyst', 'viewer')),
  created_at timestamptz not null default now(),
  unique (email)
);
comment on table operators is 'identity: a person of the company who works in the console';
create index operators_by_workspace on operators (workspace_id);

create table audit_entries (
  audit_entry_id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  actor_kind text not null,
  actor_id text not null,
  action text not null,
  target_kind text not null,
  target_id text not null,
  details jsonb not null,
  request_id text,
  created_at timestamptz not null default now()
);
comment on table audit_entries is 'identity: who changed an identity, a key, a webhook or a secret; the server may add and read, never change';
create index audit_entries_newest on audit_entries (workspace_id, audit_entry_id desc);

create table signing_keys (
  signing_key_id text primary key,
  public_jwk jsonb not null,
  sealed_private_jwk text not null,
  created_at timestamptz not null default now()
);
comment on table signing_keys is 'identity: key pairs that sign access tokens; the newest signs, older ones verify until their tokens have expired';

-- users ---------------------------------------------------------------------------------------------------------

create table users (
  user_key uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  user_id text not null,
  type text not null check (type in ('person', 'company')),
  automatic_analysis text not null check (automatic_analysis in ('active', 'suspended')),
  external_id text,
  email text,
  company jsonb,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, user_id),
  unique (workspace_id, external_id)
);
comment on table users is 'users: a person or a company whose bank data is analysed';
create unique index users_by_email on users (workspace_id, lower(email));
create index users_newest on users (workspace_id, user_key desc);
create index users_by_expiry on users (expires_at) where expires_at is not null;

create view active_users with (security_invoker = true) as
  select user_key, workspace_id, user_id, type, automatic_analysis from users
  where expires_at is null or expires_at > now();
comment on view active_users is 'users: who has not expired; the one relation of this module that others may join, so that a read is one statement';

-- banking -------------------------------------------------------------------------------------------------------

create table accounts (
  account_key uuid primary key,
  workspace_id uuid not null,
  user_key uuid not null references users,
  account_id text not null,
  account_number text,
  iban text,
  bic text,
  bank_code text,
  bank_name text,
  name text,
  owner text,
  type text not null,
  currency text not null,
  balance_minor bigint,
  overdraft_limit_minor bigint,
  icon text,
  securities jsonb not null default '[]',
  standing_orders jsonb not null default '[]',
  supported_payments jsonb not null default '[]',
  origin text not null check (origin in ('upload', 'import', 'bank')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (user_key, account_id)
);
comment on table accounts is 'banking: a bank account of a user';

-- No foreign keys: a check per row would cost a bulk upload up to twice the time. Writers lock the row of the user instead,
-- and erasing a user or an account deletes its transactions in the same transaction.
create table transactions (
  workspace_id uuid not null,
  user_key uuid not null,
  account_key uuid not null,
  transaction_id text not null,
  amount_minor bigint not null,
  currency text not null,
  booking_date date not null,
  value_date date,
  booking_text text,
  purpose text,
  merchant_category_code text,
  partner_name text,
  partner_iban text,
  partner_bic text,
  partner_account_number text,
  partner_bank_code text,
  partner_creditor_id text,
  end_to_end_id text,
  mandate_id text,
  purpose_code text,
  bank_transaction_code text,
  status text not null,
  primary key (user_key, transaction_id)
);
comment on table transactions is 'banking: a booking on an account';
create index transactions_by_account on transactions (account_key, booking_date, transaction_id);

create table transaction_categories (
  workspace_id uuid not null,
  user_key uuid not null,
  category_id text not null,
  transaction_ids text[] not null,
  primary key (user_key, category_id)
);
comment on table transaction_categories is 'banking: which transactions the last completed analysis put into a category, so that lists can be filtered';

-- analysis ------------------------------------------------------------------------------------------------------

create table analysis_runs (
  run_id uuid primary key,
  workspace_id uuid not null,
  user_key uuid not null references users,
  status text not null check (status in ('queued', 'running', 'completed', 'failed', 'cancelled')),
  trigger text not null check (trigger in ('manual', 'automatic')),
  attempt int not null default 0,
  progress real not null default 0,
  account_count int,
  transaction_count int,
  category_count int,
  contract_count int,
  error_code text,
  error_message text,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  completed_at timestamptz
);
comment on table analysis_runs is 'analysis: one run of the engines over one user, as a state machine';
create unique index analysis_runs_one_queued on analysis_runs (user_key) where status = 'queued';
create unique index analysis_runs_one_running on analysis_runs (user_key) where status = 'running';
create index analysis_runs_newest on analysis_runs (user_key, run_id desc);

create table analysis_correlations (
  correlation_id uuid primary key,
  workspace_id uuid not null,
  user_key uuid not null references users,
  run_id uuid not null references analysis_runs on delete cascade
);
comment on table analysis_correlations is 'analysis: which run a Finoos-Correlation-Id leads to; several calls may share one run';
create index analysis_correlations_by_run on analysis_correlations (run_id);
create index analysis_correlations_by_user on analysis_correlations (user_key);

create table analysis_states (
  user_key uuid primary key references users,
  workspace_id uuid not null,
  completed_run_id uuid references analysis_runs
);
comment on table analysis_states is 'analysis: which run readers see; its row is the lock under which runs of one user are queued, started and completed';

create table analysis_results (
  run_id uuid not null references analysis_runs on delete cascade,
  name text not null,
  workspace_id uuid not null,
  user_key uuid not null references users,
  body text not null,
  primary key (run_id, name)
);
comment on table analysis_results is 'analysis: a result of a completed run as it goes over the wire';
create index analysis_results_by_user on analysis_results (user_key);

create table categorized_pages (
  run_id uuid not null references analysis_runs on delete cascade,
  page int not null,
  workspace_id uuid not null,
  user_key uuid not null references users,
  body bytea not null,
  primary key (run_id, page)
);
comment on table categorized_pages is 'analysis: the categorised transactions of a completed run, newest first, in pages of 100 as they go over the wire, compressed with Zstandard';
-- PostgreSQL would try in vain to compress them again.
alter table categorized_pages alter column body set storage external;
create index categorized_pages_by_user on categorized_pages (user_key);

-- isolation -----------------------------------------------------------------------------------------------------

do $$
declare t text;
begin
  foreach t in array array['events', 'idempotency_keys', 'workspaces', 'clients', 'api_keys', 'operators', 'audit_entries', 'users',
    'accounts', 'transactions', 'transaction_categories', 'analysis_runs', 'analysis_correlations', 'analysis_states', 'analysis_results',
    'categorized_pages']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy workspace_isolation on %I using (workspace_id = (select current_workspace_id()))', t);
  end loop;
end $$;

-- The few questions that must be asked before a workspace is known, each answering for exactly what it is asked.

create function find_client(asked_client_id text)
  returns table (client_id text, workspace_id uuid, secret_hash text, scopes text[], revoked_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select c.client_id, c.workspace_id, c.secret_hash, c.scopes, c.revoked_at from clients c where c.client_id = asked_client_id $$;

create function find_api_key(asked_hash text)
  returns table (api_key_id uuid, workspace_id uuid, scopes text[], expires_at timestamptz, revoked_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select k.api_key_id, k.workspace_id, k.scopes, k.expires_at, k.revoked_at from api_keys k where k.key_hash = asked_hash $$;

create function any_workspace()
  returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from workspaces) $$;

create function expired_users(at_most int)
  returns table (workspace_id uuid, user_key uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select u.workspace_id, u.user_key from users u where u.expires_at <= now() order by u.expires_at limit at_most $$;

create function delete_idempotency_keys(older_than interval)
  returns bigint
  language sql volatile security definer set search_path = public, pg_temp
  as $$ with gone as (delete from idempotency_keys where created_at < now() - greatest(older_than, interval '1 day') returning 1) select count(*) from gone $$;

create function delete_events(older_than interval)
  returns bigint
  language sql volatile security definer set search_path = public, pg_temp
  as $$ with gone as (delete from events where created_at < now() - greatest(older_than, interval '7 days') returning 1) select count(*) from gone $$;

revoke execute on function find_client, find_api_key, any_workspace, expired_users, delete_idempotency_keys, delete_events from public;
