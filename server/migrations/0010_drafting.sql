-- Jobs that turn sources, conversations and given texts into drafts, and what came of them.

alter table articles add column document_id uuid references documents on delete set null;
comment on column articles.document_id is 'the document that the article was drafted from as a new one';
create index articles_by_document on articles (document_id) where document_id is not null;

alter table documents add column linked_job_status text;
alter table documents add column reading integer not null default 0;
comment on column documents.reading is 'counts up whenever it is to be read; what an earlier reading finds is dropped';

create table drafting_jobs (
  job_id uuid primary key,
  workspace_id uuid not null references workspaces,
  kind text not null check (kind in ('knowledge', 'magic')),
  status text not null check (status in ('PENDING', 'IN_PROGRESS', 'COMPLETED', 'FAILED')),
  attempt integer not null default 0,
  claimed_by uuid,
  origin text not null check (origin in ('sources', 'generated', 'inbox')),
  candidate_knowledge text not null,
  document_id uuid references documents on delete cascade,
  event_id uuid references conversation_events on delete set null,
  bot_id uuid references bots,
  allowed_operations text[] not null,
  instructions text not null,
  is_draft boolean not null,
  asked_since timestamptz,
  asked_until timestamptz,
  asked_at_least integer,
  requested_by text not null,
  error text,
  outcomes jsonb not null default '[]',
  created_at timestamptz not null default now(),
  started_at timestamptz,
  completed_at timestamptz
);
comment on column drafting_jobs.claimed_by is 'the message of the queue that began it; another one about the same job does not begin it again';
comment on table drafting_jobs is 'drafting: a request for drafts, and what was decided about each part of it';
create index drafting_jobs_open on drafting_jobs (workspace_id, job_id) where status in ('PENDING', 'IN_PROGRESS');
create index drafting_jobs_newest on drafting_jobs (workspace_id, job_id desc);
create index drafting_jobs_by_document on drafting_jobs (document_id) where document_id is not null;
create index drafting_jobs_by_event on drafting_jobs (event_id) where event_id is not null;

alter table drafting_jobs enable row level security;
create policy workspace_isolation on drafting_jobs using (workspace_id = (select current_workspace_id()));
