-- The agent side: bots with their prompts, and the knowledge they answer from.

create table bots (
  bot_id uuid primary key,
  workspace_id uuid not null references workspaces,
  name text not null,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table bots is 'bots: an agent of the workspace';
create index bots_newest on bots (workspace_id, bot_id desc);

create table bot_prompts (
  prompt_id uuid primary key,
  workspace_id uuid not null,
  bot_id uuid not null references bots,
  version integer not null,
  planning jsonb not null,
  guideline jsonb not null,
  channel jsonb not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  unique (bot_id, version)
);
comment on table bot_prompts is 'bots: a saved version of the prompt sections of a bot';

create table folders (
  folder_id uuid primary key,
  workspace_id uuid not null references workspaces,
  parent_folder_id uuid references folders,
  title text not null,
  description text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table folders is 'knowledge: a folder of the article tree; without a parent it stands at the top';
create index folders_by_parent on folders (workspace_id, parent_folder_id);

create table folder_bots (
  folder_id uuid not null references folders on delete cascade,
  bot_id uuid not null references bots,
  workspace_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (folder_id, bot_id)
);
comment on table folder_bots is 'knowledge: a folder whose articles, and those of the folders below it, answer for a bot';
create index folder_bots_by_bot on folder_bots (bot_id);

create table articles (
  article_id uuid primary key,
  workspace_id uuid not null references workspaces,
  folder_id uuid references folders,
  state text not null check (state in ('live', 'draft')),
  title text not null,
  main_knowledge text not null,
  agent_instruction text not null,
  questions text[] not null,
  keywords text[] not null,
  escalation boolean not null,
  active boolean not null default true,
  public boolean not null default true,
  version integer not null default 1,
  origin text not null,
  original_article_id uuid references articles on delete set null,
  original_article_version integer,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint only_drafts_have_an_original check (original_article_version is null or state = 'draft')
);
comment on table articles is 'knowledge: an article, live or a draft that waits for review';
create index articles_newest on articles (workspace_id, state, article_id desc);
create index articles_by_folder on articles (folder_id);
create index articles_by_original on articles (original_article_id) where original_article_id is not null;

create table article_versions (
  article_id uuid not null references articles on delete cascade,
  version integer not null,
  workspace_id uuid not null,
  content jsonb not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  primary key (article_id, version)
);
comment on table article_versions is 'knowledge: what an article said in one of its versions';

create table reviews (
  review_id uuid primary key,
  workspace_id uuid not null,
  draft_id uuid references articles on delete set null,
  original_article_id uuid references articles on delete set null,
  status text not null check (status in ('pending', 'changes_requested', 'approved', 'rejected')),
  operation text not null check (operation in ('ADD_ARTICLE_TO_FOLDER', 'UPDATE_ARTICLE')),
  title text not null,
  origin text not null,
  reason text,
  evidence jsonb not null default '[]',
  duplicates jsonb not null default '[]',
  conflicts jsonb not null default '[]',
  decided_content jsonb,
  decision_reason text,
  decided_by text,
  decided_at timestamptz,
  published_article_id uuid references articles on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table reviews is 'knowledge: a draft in Review and Approvals, and what became of it';
create index reviews_newest on reviews (workspace_id, status, review_id desc);
create unique index reviews_by_draft on reviews (draft_id) where status in ('pending', 'changes_requested');

create table knowledge_settings (
  workspace_id uuid primary key references workspaces,
  review_required boolean not null default false,
  updated_at timestamptz not null default now()
);
comment on table knowledge_settings is 'knowledge: how strictly the workspace reviews what it publishes';

do $$
declare t text;
begin
  foreach t in array array['bots', 'bot_prompts', 'folders', 'folder_bots', 'articles', 'article_versions', 'reviews', 'knowledge_settings']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy workspace_isolation on %I using (workspace_id = (select current_workspace_id()))', t);
  end loop;
end $$;
