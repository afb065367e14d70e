import { type TSchema, Type } from 'typebox';

const nullable = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const Uuid = Type.String({ format: 'uuid' });
const Time = Type.String({ format: 'date-time' });

export const JobParams = Type.Object({ jobId: Type.String({ maxLength: 100, description: 'The job.' }) });

const Operation = Type.Enum(['ADD_ARTICLE_TO_FOLDER', 'UPDATE_ARTICLE', 'DO_NOTHING'], {
  description: 'What a job may decide.',
});

const options = {
  restrictedOps: Type.Optional(
    Type.Array(Operation, {
      minItems: 1,
      maxItems: 3,
      description: 'The job is restricted to these. Default: all three.',
    }),
  ),
  instructions: Type.Optional(
    Type.String({
      maxLength: 20_000,
      description: 'How drafts shall be written. Followed only with a language model.',
    }),
  ),
  botId: Type.Optional(
    Type.String({ maxLength: 100, description: 'New articles go into folders that this bot answers from.' }),
  ),
  isDraft: Type.Optional(
    Type.Boolean({
      description:
        'Default true: drafts wait in Review and Approvals. False publishes directly, which is audited and can be forbidden by the workspace; what contradicts a live article waits for review all the same.',
    }),
  ),
};

export const DraftKnowledge = Type.Object(
  {
    candidateKnowledge: Type.String({
      maxLength: 200_000,
      description: 'The text to draft from, in Markdown. Empty: the text of the document, or what a person answered.',
    }),
    origin: Type.Enum(['sources', 'generated', 'inbox'], { description: 'Where the text comes from.' }),
    documentId: Type.Optional(Type.String({ maxLength: 100, description: 'The document that it stands in.' })),
    hcEventId: Type.Optional(
      Type.String({ maxLength: 100, description: 'The message of a conversation that it answers.' }),
    ),
    ...options,
  },
  { description: 'What to draft from.' },
);

export const StartedJob = Type.Object(
  { backgroundJobId: Type.String({ format: 'uuid', description: 'The job; ask for its status.' }) },
  { additionalProperties: false, description: 'It was queued.' },
);

export const DraftFromDocuments = Type.Object(
  {
    documentIds: Type.Array(Type.String(), { minItems: 1, maxItems: 500, description: 'The documents to draft from.' }),
    ...options,
  },
  { description: 'Which documents to draft from.' },
);

export const StartedJobs = Type.Object(
  {
    jobs: Type.Array(
      Type.Object(
        {
          documentId: Type.String({ format: 'uuid', description: 'The document.' }),
          backgroundJobId: Type.String({ format: 'uuid', description: 'Its job.' }),
        },
        { additionalProperties: false, description: 'A document with its job.' },
      ),
      { description: 'Each document once.' },
    ),
  },
  { additionalProperties: false, description: 'They were queued.' },
);

export const JobIds = Type.Object(
  { jobIds: Type.Array(Type.String(), { minItems: 1, maxItems: 500, description: 'The jobs.' }) },
  { description: 'Which jobs to look at.' },
);

const state = {
  id: Type.String({ format: 'uuid', description: 'The job.' }),
  jobStatus: Type.Enum(['PENDING', 'IN_PROGRESS', 'COMPLETED', 'FAILED'], { description: 'How far it is.' }),
  createdAt: Type.String({ format: 'date-time', description: 'When it was requested.' }),
  startedAt: nullable(Time, 'When it began.'),
  completedAt: nullable(Time, 'When it ended.'),
  hcArticleId: nullable(
    Uuid,
    'The first article or draft that was written; null with COMPLETED: nothing was, or it was rejected.',
  ),
};

export const JobState = Type.Object(state, { additionalProperties: false, description: 'How far a job is.' });

export const JobStates = Type.Object(
  { jobs: Type.Array(JobState, { description: 'In the order that you asked for.' }) },
  { additionalProperties: false, description: 'How far the jobs are.' },
);

const JobOutcome = Type.Object(
  {
    operation: Operation,
    title: Type.String({ description: 'What the part is about.' }),
    reason: Type.String({ description: 'Why it was decided so.' }),
    articleId: nullable(Uuid, 'What was written, or the live article that says it already.'),
    reviewId: nullable(Uuid, 'The review that the draft waits in.'),
  },
  { additionalProperties: false, description: 'What was decided about a part of the text.' },
);

export const JobDetails = Type.Object(
  {
    ...state,
    kind: Type.Enum(['knowledge', 'magic'], { description: 'What it drafts from: a text, or unanswered questions.' }),
    origin: Type.Enum(['sources', 'generated', 'inbox'], { description: 'Where its text comes from.' }),
    documentId: nullable(Uuid, 'The document that it drafts from.'),
    hcEventId: nullable(Uuid, 'The message that it drafts from.'),
    botId: nullable(Uuid, 'The bot whose folders it files into.'),
    isDraft: Type.Boolean({ description: 'Whether all that it writes waits for review.' }),
    error: nullable(Type.String(), 'Why it failed.'),
    outcomes: Type.Array(JobOutcome, { description: 'Part by part.' }),
  },
  { additionalProperties: false, description: 'A job with what it decided.' },
);

export const ListJobsQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: 'Jobs per page. Default 50.' })),
  cursor: Type.Optional(Type.String({ format: 'uuid', description: 'The `nextCursor` of the page before.' })),
});

export const JobList = Type.Object(
  {
    jobs: Type.Array(JobDetails, { description: 'Newest first.' }),
    nextCursor: nullable(Type.String(), 'Pass it as `cursor` for older ones; null at the end.'),
  },
  { additionalProperties: false, description: 'A page of jobs.' },
);

const EpochMs = (description: string) =>
  Type.Optional(Type.Integer({ minimum: 0, maximum: 8_640_000_000_000_000, description }));

const asked = {
  since: EpochMs('Questions from then on, Unix epoch milliseconds. Default: thirty days before `until`.'),
  until: EpochMs('Questions before then. Default: now.'),
};

export const DraftMagicArticles = Type.Object(
  {
    ...asked,
    atLeast: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1_000, description: 'How often a matter must have been asked. Default 2.' }),
    ),
    question: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 300,
        description:
          'Only the matter with this wording, as `GET /v2/knowledge/unanswered` names it, however seldom it was asked.',
      }),
    ),
    ...options,
  },
  { description: 'Which unanswered questions to look at.' },
);

export const UnansweredQuery = Type.Object({
  ...asked,
  botId: Type.Optional(Type.String({ maxLength: 100, description: 'Only questions to this bot.' })),
});

export const UnansweredList = Type.Object(
  {
    matters: Type.Array(
      Type.Object(
        {
          question: Type.String({ description: 'The wording that is most like all others, without personal data.' }),
          count: Type.Integer({ description: 'How often it was asked.' }),
          wordings: Type.Array(Type.String(), { description: 'How customers worded it.' }),
        },
        { additionalProperties: false, description: 'A matter.' },
      ),
      { description: 'Asked most first.' },
    ),
  },
  { additionalProperties: false, description: 'What customers asked in vain.' },
);

export const InitializeTree = Type.Object(
  {
    initPrompt: Type.String({
      maxLength: 20_000,
      description:
        'What the company offers, or the folders themselves as an indented list. Empty: what the sources are about.',
    }),
  },
  { description: 'What the folders are for.' },
);

export const FoldersCsv = Type.String({
  description: 'A table with the columns `path` (`Cards > Limits`) and `description`.',
});

export const FoldersForm = Type.Object(
  { file: Type.String({ format: 'binary', description: 'The table, as `initializeTree` answers it.' }) },
  { description: 'A table of folders.' },
);

export const TreePersisted = Type.Object(
  {
    status: Type.Boolean({ description: 'True.' }),
    message: Type.String({ description: 'How many folders were created, and how many stood there already.' }),
  },
  { additionalProperties: false, description: 'The folders exist.' },
);

export const DraftingSettings = Type.Object(
  {
    magicArticles: Type.Enum(['off', 'daily', 'weekly'], {
      description:
        'How often drafts are written by themselves from the sources for what customers asked and nothing answered. They wait in Review and Approvals like all others.',
    }),
  },
  { additionalProperties: false, description: 'What is drafted without being asked for.' },
);
