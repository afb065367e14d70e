-- People who work in the console: their sign-in, their second factor, their sessions, and the links that invite them.

alter table operators
  add column name text not null default '',
  -- Sealed. Set up in two steps: it counts from `totp_confirmed_at` on.
  add column sealed_totp_secret text,
  add column totp_confirmed_at timestamptz,
  -- The time step of the last code that was taken: no code is taken twice.
  add column totp_last_step bigint not null default 0,
  add column last_seen_at timestamptz,
  add constraint operators_email_in_lower_case check (email = lower(email)),
  add constraint confirmed_totp_has_a_secret check (totp_confirmed_at is null or sealed_totp_secret is not null);

create table operator_sessions (
  session_id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  operator_id uuid not null references operators on delete cascade,
  secret_hash text not null unique,
  -- The secret before the last rotation. It is taken until the new one has arrived, and a minute longer for other tabs.
  previous_hash text unique,
  previous_until timestamptz,
  rotated_at timestamptz not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table operator_sessions is 'identity: a browser in which an operator is signed in';
create index operator_sessions_by_operator on operator_sessions (operator_id);
create index operator_sessions_by_expiry on operator_sessions (expires_at);

create table invitations (
  invitation_id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  email text not null check (email = lower(email)),
  role text not null check (role in ('owner', 'editor', 'reviewer', 'analyst', 'viewer')),
  secret_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  unique (workspace_id, email)
);
comment on table invitations is 'identity: a link by which somebody becomes an operator; gone once it was used or called off';
create index invitations_by_expiry on invitations (expires_at);

create table sign_in_failures (
  subject_hash text primary key,
  failures int not null,
  since timestamptz not null
);
comment on table sign_in_failures is 'identity: how often signing in has failed for an address, an email, or both together';

alter table operator_sessions enable row level security;
create policy workspace_isolation on operator_sessions using (workspace_id = (select current_workspace_id()));
alter table invitations enable row level security;
create policy workspace_isolation on invitations using (workspace_id = (select current_workspace_id()));

create function find_operator(asked_email text)
  returns table (operator_id uuid, workspace_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select o.operator_id, o.workspace_id from operators o where o.email = lower(asked_email) $$;

create function find_operator_session(asked_hash text)
  returns table (session_id uuid, workspace_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select s.session_id, s.workspace_id from operator_sessions s where s.secret_hash = asked_hash or s.previous_hash = asked_hash $$;

create function find_invitation(asked_hash text)
  returns table (invitation_id uuid, workspace_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select i.invitation_id, i.workspace_id from invitations i where i.secret_hash = asked_hash $$;

create function delete_ended_sign_ins()
  returns bigint
  language sql volatile security definer set search_path = public, pg_temp
  as $$
    with sessions as (delete from operator_sessions where expires_at < now() returning 1),
      links as (delete from invitations where expires_at < now() - interval '7 days' returning 1),
      failures as (delete from sign_in_failures where since < now() - interval '1 day' returning 1)
    select (select count(*) from sessions) + (select count(*) from links) + (select count(*) from failures)
  $$;

revoke execute on function find_operator, find_operator_session, find_invitation, delete_ended_sign_ins from public;
