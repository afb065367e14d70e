-- What people decide about categories and contracts, and the links they hand out.

create table category_corrections (
  user_key uuid not null references users,
  transaction_id text not null,
  workspace_id uuid not null,
  category_id text not null,
  created_at timestamptz not null default now(),
  primary key (user_key, transaction_id)
);
comment on table category_corrections is 'categorization: a transaction whose category a person corrected; it holds for every later analysis of the user';

create table categorization_rules (
  rule_id uuid primary key,
  workspace_id uuid not null references workspaces,
  name text not null,
  category_id text not null,
  partner text,
  purpose text,
  creditor_id text,
  iban text,
  currency text not null,
  amount_minor_from bigint,
  amount_minor_to bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table categorization_rules is 'categorization: a rule of the workspace that decides the category of matching transactions of all users';
create index categorization_rules_by_workspace on categorization_rules (workspace_id, rule_id);

create table contract_decisions (
  user_key uuid not null references users,
  contract_id text not null,
  workspace_id uuid not null,
  decision text not null check (decision in ('confirmed', 'dismissed')),
  -- What had been said before, which holds again when this is taken back.
  previous text check (previous in ('confirmed', 'dismissed')),
  -- The contract's bookings when it was decided: its id changes when its counterparty gets to be known by another name.
  transaction_ids text[] not null,
  created_at timestamptz not null default now(),
  primary key (user_key, contract_id)
);
comment on table contract_decisions is 'analysis: a recurring payment that a person confirmed or dismissed';

create table cockpits (
  cockpit_id uuid primary key,
  workspace_id uuid not null,
  user_key uuid not null references users,
  token_hash text not null unique,
  language text not null check (language in ('en', 'de')),
  scopes text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
comment on table cockpits is 'analysis: an expiring link to a read-only page of a user''s results, found by the hash of its token';
create index cockpits_by_user on cockpits (user_key);
create index cockpits_by_expiry on cockpits (expires_at);

do $$
declare t text;
begin
  foreach t in array array['category_corrections', 'categorization_rules', 'contract_decisions', 'cockpits']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy workspace_isolation on %I using (workspace_id = (select current_workspace_id()))', t);
  end loop;
end $$;

create function find_cockpit(asked_hash text)
  returns table (cockpit_id uuid, workspace_id uuid, user_key uuid, language text, scopes text[], expires_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select c.cockpit_id, c.workspace_id, c.user_key, c.language, c.scopes, c.expires_at from cockpits c where c.token_hash = asked_hash $$;

create function delete_expired_cockpits()
  returns bigint
  language sql volatile security definer set search_path = public, pg_temp
  as $$ with gone as (delete from cockpits where expires_at < now() returning 1) select count(*) from gone $$;

revoke execute on function find_cockpit, delete_expired_cockpits from public;
