import { botNotFound, requireBot } from '#modules/bots/index.ts';
import { eventNotFound } from '#modules/conversations/index.ts';
import { documentNotFound, reviewRequired } from '#modules/knowledge/index.ts';
import { route } from '#platform/http/route.ts';
import { persistTree, proposeTree, receiveTable, TABLE_LIMITS } from './build-tree.ts';
import { getDraftingSettings, updateDraftingSettings } from './draft-by-itself.ts';
import { foldersUnreadable, jobNotFound } from './drafting.errors.ts';
import {
  DraftFromDocuments,
  DraftingSettings,
  DraftKnowledge,
  DraftMagicArticles,
  FoldersCsv,
  FoldersForm,
  InitializeTree,
  JobDetails,
  JobIds,
  JobList,
  JobParams,
  JobStates,
  ListJobsQuery,
  StartedJob,
  StartedJobs,
  TreePersisted,
  UnansweredList,
  UnansweredQuery,
} from './drafting.schemas.ts';
import { unansweredClusters } from './gather-proposals.ts';
import { getJob, getJobStates, listJobs } from './read-jobs.ts';
import { readWindow, requestDraft, requestDrafts, requestMagicArticles } from './request-drafts.ts';

const tag = 'Drafting';
const someId = '0199a0de-0000-7000-8000-000000000000';

export const draftingRoutes = [
  route({
    method: 'POST',
    path: '/v2/knowledge/public',
    operationId: 'draftKnowledge',
    effect: 'goes-live',
    summary: 'Draft from a text, a document or a conversation',
    description:
      'Queues a job that divides the text into what articles are made of, compares each part with what is live, and drafts a new article, a change of one, or nothing. Jobs of a workspace run one after the other, in the order of their requests.',
    tag,
    scope: 'write',
    body: DraftKnowledge,
    outputs: { 201: { description: 'The job.', schema: StartedJob } },
    errors: [documentNotFound, eventNotFound, botNotFound, reviewRequired],
    example: {
      body: {
        candidateKnowledge: '## What does a new card cost?\n\nA new card costs 10 EUR.',
        origin: 'sources',
        documentId: someId,
        hcEventId: someId,
        botId: someId,
      },
    },
    handle: async (ctx, { body }) => ({ status: 201, body: { backgroundJobId: await requestDraft(ctx, body) } }),
  }),
  route({
    method: 'POST',
    path: '/v2/knowledge/public/bulk',
    operationId: 'draftFromDocuments',
    effect: 'goes-live',
    summary: 'Draft from documents',
    description:
      'Queues a job for each of them. One that is still being read is drafted from when it has been. An unknown id refuses all.',
    tag,
    scope: 'write',
    body: DraftFromDocuments,
    outputs: { 201: { description: 'The jobs.', schema: StartedJobs } },
    errors: [documentNotFound, botNotFound, reviewRequired],
    example: { body: { documentIds: [someId] } },
    handle: async (ctx, { body }) => ({ status: 201, body: await requestDrafts(ctx, body) }),
  }),
  route({
    method: 'POST',
    path: '/v2/knowledge/public/jobs/status',
    operationId: 'getJobStates',
    summary: 'How far jobs are',
    description: 'An unknown id refuses all. What a job decided, and why, tells `getJob`.',
    tag,
    scope: 'read',
    idempotent: false,
    session: 'read',
    body: JobIds,
    outputs: { 200: { description: 'How far they are.', schema: JobStates } },
    errors: [jobNotFound],
    example: { body: { jobIds: [someId] } },
    handle: async (ctx, { body }) => ({ status: 200, body: await getJobStates(ctx, body.jobIds) }),
  }),
  route({
    method: 'POST',
    path: '/v2/knowledge/public/tree/initialize',
    operationId: 'initializeTree',
    summary: 'Propose folders',
    description:
      'Answers a table of folders for what you describe, or for what the sources are about. Nothing is created: edit the table and send it to `persistTree`.',
    tag,
    scope: 'write',
    body: InitializeTree,
    outputs: {
      200: {
        description: 'The table.',
        schema: FoldersCsv,
        mediaType: 'text/csv',
        example: 'path,description\nCards,"Ordering, activating and using cards, PINs, mobile payment."\n',
      },
    },
    example: { body: { initPrompt: 'We are a bank with current accounts and debit cards.' } },
    handle: async (ctx, { body }) => ({ status: 200, body: await proposeTree(ctx, body.initPrompt) }),
  }),
  route({
    method: 'POST',
    path: '/v2/knowledge/public/tree/persist',
    operationId: 'persistTree',
    summary: 'Create folders from a table',
    description:
      'A CSV file with the columns `path` (`Cards > Limits`) and `description`, as `file` of a form. All of it or nothing takes effect; folders that stand there already stay.',
    tag,
    scope: 'write',
    rawBody: {
      schema: FoldersForm,
      mediaType: 'multipart/form-data',
      limitBytes: TABLE_LIMITS.bytes,
      read: receiveTable,
    },
    outputs: { 201: { description: 'The folders exist.', schema: TreePersisted } },
    errors: [foldersUnreadable],
    example: { body: { file: 'path,description\nCards,Debit and credit cards.\nCards > Limits,\n' } },
    handle: async (ctx, { body }) => ({ status: 201, body: await persistTree(ctx, body as string) }),
  }),
  route({
    method: 'POST',
    path: '/v2/knowledge/magic-articles',
    operationId: 'draftMagicArticles',
    summary: 'Draft what customers asked in vain',
    description:
      'Queues a job that groups the questions to which bots had no answer, looks for each matter in the sources, and drafts an article where one of them answers it.',
    tag,
    scope: 'write',
    body: DraftMagicArticles,
    outputs: { 201: { description: 'The job.', schema: StartedJob } },
    errors: [botNotFound, reviewRequired],
    example: { body: { atLeast: 2 } },
    handle: async (ctx, { body }) => ({
      status: 201,
      body: { backgroundJobId: await requestMagicArticles(ctx, body) },
    }),
  }),
  route({
    method: 'GET',
    path: '/v2/knowledge/unanswered',
    operationId: 'listUnanswered',
    summary: 'What customers asked in vain',
    description: 'Questions to which bots said that they do not know, by matter. Personal data in them is left out.',
    tag,
    scope: 'read',
    query: UnansweredQuery,
    outputs: { 200: { description: 'The matters.', schema: UnansweredList } },
    errors: [botNotFound],
    async handle(ctx, { query }) {
      const botId = query.botId === undefined ? null : (await requireBot(ctx, query.botId)).botId;
      const matters = await unansweredClusters(ctx, { ...readWindow(query, ctx.now()), botId });
      return { status: 200, body: { matters } };
    },
  }),
  route({
    method: 'GET',
    path: '/v2/knowledge/jobs',
    operationId: 'listJobs',
    summary: 'List jobs',
    description: 'With what they decided, newest first.',
    tag,
    scope: 'read',
    query: ListJobsQuery,
    outputs: { 200: { description: 'A page.', schema: JobList } },
    handle: async (ctx, { query }) => ({ status: 200, body: await listJobs(ctx, query) }),
  }),
  route({
    method: 'GET',
    path: '/v2/knowledge/jobs/{job-id}',
    operationId: 'getJob',
    summary: 'Get a job',
    description: 'How far it is, and part by part what it decided and why.',
    tag,
    scope: 'read',
    params: JobParams,
    outputs: { 200: { description: 'The job.', schema: JobDetails } },
    errors: [jobNotFound],
    handle: async (ctx, { params }) => ({ status: 200, body: await getJob(ctx, params.jobId) }),
  }),
  route({
    method: 'GET',
    path: '/v2/knowledge/drafting-settings',
    operationId: 'getDraftingSettings',
    summary: 'What is drafted by itself',
    description: 'Magic Articles once a week, unless the workspace has said otherwise.',
    tag,
    scope: 'read',
    outputs: { 200: { description: 'The settings.', schema: DraftingSettings } },
    handle: async (ctx) => ({ status: 200, body: await getDraftingSettings(ctx) }),
  }),
  route({
    method: 'PUT',
    path: '/v2/knowledge/drafting-settings',
    operationId: 'updateDraftingSettings',
    summary: 'Set what is drafted by itself',
    description: 'Nothing reaches customers by it: drafts wait in Review and Approvals. The change is audited.',
    tag,
    scope: 'write',
    body: DraftingSettings,
    outputs: { 200: { description: 'The settings as they are now.', schema: DraftingSettings } },
    example: { body: { magicArticles: 'daily' } },
    handle: async (ctx, { body }) => ({ status: 200, body: await updateDraftingSettings(ctx, body) }),
  }),
];
