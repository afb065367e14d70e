-- Whom a conversation belongs to, and what people are told who take one over.

alter table conversations
  -- {externalId, email} as they were proven first; null: nobody was. Whoever goes on with it has to be the same.
  add column customer jsonb;

create table handovers (
  event_id uuid primary key references conversation_events on delete cascade,
  workspace_id uuid not null,
  conversation_id uuid not null,
  user_key uuid references users,
  reason text not null,
  summary text not null,
  attributes jsonb not null,
  created_at timestamptz not null
);
comment on table handovers is 'conversations: what a person is told who takes a conversation over, as it was known then';
create index handovers_by_conversation on handovers (conversation_id, event_id desc);
create index handovers_by_user on handovers (user_key) where user_key is not null;

alter table handovers enable row level security;
create policy workspace_isolation on handovers using (workspace_id = (select current_workspace_id()));

create table workspace_regions (
  workspace_id uuid primary key references workspaces,
  country text not null,
  time_zone text not null
);
comment on table workspace_regions is 'agent: where customers are of whom nobody says it';

alter table workspace_regions enable row level security;
create policy workspace_isolation on workspace_regions using (workspace_id = (select current_workspace_id()));
