-- The language model that a workspace may have its answers phrased by, and what a conversation has used of it.

create table language_models (
  workspace_id uuid primary key references workspaces,
  provider text not null check (provider in ('openai-compatible', 'anthropic')),
  base_url text not null,
  model text not null,
  sealed_api_key text,
  enabled boolean not null,
  timeout_ms integer not null,
  max_output_tokens integer not null,
  conversation_tokens integer not null,
  input_price double precision not null,
  output_price double precision not null,
  updated_at timestamptz not null default now()
);
comment on table language_models is 'language-model: the model that a workspace has chosen, its key sealed';
alter table language_models enable row level security;
create policy workspace_isolation on language_models using (workspace_id = (select current_workspace_id()));

alter table conversations
  add column model_tokens bigint not null default 0,
  add column model_cost_micros bigint not null default 0;
