-- Sources of knowledge: pages and files, read into blocks of text, and the connections to providers that offer them.

create table documents (
  document_id uuid primary key,
  workspace_id uuid not null references workspaces,
  source text not null,
  external_id text not null,
  original_url text,
  title text not null,
  mime_type text,
  type text,
  object text,
  state text not null check (state in ('pending', 'reading', 'ready', 'failed')),
  error text,
  language text,
  paragraphs jsonb not null default '[]',
  old_paragraphs jsonb not null default '[]',
  changed boolean not null default false,
  linked_job_id uuid,
  linked_article_id uuid references articles on delete set null,
  linked_operation text,
  linked_reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, source, external_id)
);
comment on table documents is 'knowledge: a page or a file that articles are drafted from';
create index documents_by_update on documents (workspace_id, updated_at desc, document_id desc);

create table document_files (
  document_id uuid primary key references documents on delete cascade,
  workspace_id uuid not null,
  name text not null,
  content bytea not null
);
comment on table document_files is 'knowledge: the bytes of an uploaded file, kept to read it again';

create table source_connections (
  workspace_id uuid not null references workspaces,
  provider text not null check (provider in ('notion', 'zendesk', 'confluence')),
  base_url text not null,
  account text,
  sealed_token text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, provider)
);
comment on table source_connections is 'knowledge: the access to a provider of documents, its token sealed';

do $$
declare t text;
begin
  foreach t in array array['documents', 'document_files', 'source_connections']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy workspace_isolation on %I using (workspace_id = (select current_workspace_id()))', t);
  end loop;
end $$;
