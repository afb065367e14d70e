-- What agents are about to do by the Model Context Protocol, until they say that they mean it.

create table mcp_confirmations (
  token_sha256 text primary key,
  workspace_id uuid not null references workspaces,
  actor_id text not null,
  operation_id text not null,
  arguments_sha256 text not null,
  expires_at timestamptz not null
);
comment on table mcp_confirmations is 'mcp: calls of agents that wait to be confirmed, for five minutes and for one use';
create index mcp_confirmations_by_age on mcp_confirmations (workspace_id, expires_at);

alter table mcp_confirmations enable row level security;
create policy workspace_isolation on mcp_confirmations using (workspace_id = (select current_workspace_id()));
