-- Webhooks: where customers hear of events, and what became of every attempt to tell them.

create table webhooks (
  webhook_id uuid primary key,
  workspace_id uuid not null references workspaces,
  endpoint text not null,
  method text not null check (method in ('POST', 'PUT', 'PATCH')),
  events text[] not null,
  description text,
  active boolean not null,
  sealed_secret text,
  sealed_signing_secret text not null,
  sealed_previous_signing_secret text,
  previous_signing_secret_until timestamptz,
  consecutive_failures int not null default 0,
  failing_since timestamptz,
  paused_until timestamptz,
  disabled_at timestamptz,
  disabled_reason text check (disabled_reason in ('gone', 'failing')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table webhooks is 'webhooks: an endpoint of the company that hears of events; paused_until is its circuit, failing_since its first failure since the last success';
create index webhooks_by_workspace on webhooks (workspace_id);

-- No foreign key: publishing an event must neither wait for nor fail with the deletion of a webhook. A row that comes too
-- late finds no webhook to go to and is deleted with its age. The key makes a delivery twice impossible.
create table webhook_deliveries (
  webhook_id uuid not null,
  event_id uuid not null,
  workspace_id uuid not null,
  event_type text not null,
  user_id text,
  status text not null default 'pending' check (status in ('pending', 'delivered', 'failed')),
  attempt_count int not null default 0,
  next_attempt_at timestamptz not null default 'epoch',
  attempts jsonb not null default '[]',
  sequence bigint generated always as identity,
  created_at timestamptz not null default now(),
  primary key (webhook_id, event_id)
);
comment on table webhook_deliveries is 'webhooks: an event on its way to one webhook, with the log of the attempts; epoch means at once, whatever the clocks say';
create index webhook_deliveries_due on webhook_deliveries (webhook_id, sequence) include (next_attempt_at) where status = 'pending';
create index webhook_deliveries_by_user on webhook_deliveries (workspace_id, user_id) where user_id is not null;
create index webhook_deliveries_by_age on webhook_deliveries (created_at);

do $$
declare t text;
begin
  foreach t in array array['webhooks', 'webhook_deliveries']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy workspace_isolation on %I using (workspace_id = (select current_workspace_id()))', t);
  end loop;
end $$;

create function due_webhooks(at timestamptz)
  returns table (workspace_id uuid, webhook_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select w.workspace_id, w.webhook_id from webhooks w
    where w.active and (w.paused_until is null or w.paused_until <= at) and exists (
      select from webhook_deliveries d where d.webhook_id = w.webhook_id and d.status = 'pending' and d.next_attempt_at <= at) $$;

create function delete_webhook_deliveries(older_than interval)
  returns bigint
  language sql volatile security definer set search_path = public, pg_temp
  as $$ with gone as (delete from webhook_deliveries where created_at < now() - greatest(older_than, interval '7 days') returning 1) select count(*) from gone $$;

revoke execute on function due_webhooks, delete_webhook_deliveries from public;
