-- The chat that companies put into their pages.

create table widgets (
  widget_id uuid primary key,
  workspace_id uuid not null references workspaces,
  bot_id uuid not null references bots,
  name text not null,
  allowed_origins text[] not null,
  title jsonb not null,
  greeting jsonb not null,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table widgets is 'widget: a chat of a bot, and the pages that may show it';
create index widgets_newest on widgets (workspace_id, widget_id desc);
create index widgets_by_bot on widgets (bot_id);

alter table widgets enable row level security;
create policy workspace_isolation on widgets using (workspace_id = (select current_workspace_id()));

-- A browser names the widget, and nothing else.
create function find_widget(asked uuid)
  returns table (workspace_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select w.workspace_id from widgets w where w.widget_id = asked $$;

revoke execute on function find_widget from public;
