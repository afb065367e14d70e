import type { Static } from 'typebox';
import { requireBot } from '#modules/bots/index.ts';
import { requireExchange } from '#modules/conversations/index.ts';
import { allowDirectPublish, linkDocument, requireDocument, requireDocuments } from '#modules/knowledge/index.ts';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { invalidField } from '#platform/http/errors.ts';
import { insertJob, type NewJob } from './drafting.queries.ts';
import { draftingQueue } from './drafting.queue.ts';
import type { DraftFromDocuments, DraftKnowledge, DraftMagicArticles } from './drafting.schemas.ts';
import { OPERATIONS } from './engine/drafting.types.ts';

type Options = Pick<Static<typeof DraftKnowledge>, 'restrictedOps' | 'instructions' | 'botId' | 'isDraft'>;

/** Queues a job that drafts from a given text, a document or a conversation; answers its id. */
export async function requestDraft(ctx: Context, input: Static<typeof DraftKnowledge>): Promise<string> {
  const documentId = input.documentId === undefined ? null : (await requireDocument(ctx, input.documentId)).documentId;
  const eventId = input.hcEventId === undefined ? null : (await requireExchange(ctx, input.hcEventId)).eventId;
  if (input.candidateKnowledge.trim() === '' && documentId === null && eventId === null) {
    throw invalidField(
      '/candidateKnowledge',
      'must say something, unless documentId or hcEventId names what to draft from',
    );
  }
  const { origin, candidateKnowledge } = input;
  return queueJob(ctx, { ...(await readOptions(ctx, input)), origin, candidateKnowledge, documentId, eventId });
}

/** Queues a job for each of the documents, all or none. */
export async function requestDrafts(ctx: Context, input: Static<typeof DraftFromDocuments>) {
  const documentIds = await requireDocuments(ctx, input.documentIds);
  const options = await readOptions(ctx, input);
  const jobs = [];
  for (const documentId of documentIds) {
    const job = { ...options, origin: 'sources', candidateKnowledge: '', documentId, eventId: null } as const;
    jobs.push({ documentId, backgroundJobId: await queueJob(ctx, job) });
  }
  return { jobs };
}

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 30;
const DEFAULT_AT_LEAST = 2;

/** Queues a job that looks into the sources for what customers asked and nothing answered. */
export async function requestMagicArticles(ctx: Context, input: Static<typeof DraftMagicArticles>): Promise<string> {
  const { since, until } = readWindow(input, ctx.now());
  return queueJob(ctx, {
    ...(await readOptions(ctx, input)),
    kind: 'magic',
    origin: 'generated',
    candidateKnowledge: input.question ?? '',
    documentId: null,
    eventId: null,
    askedSince: since,
    askedUntil: until,
    askedAtLeast: input.question === undefined ? (input.atLeast ?? DEFAULT_AT_LEAST) : 1,
  });
}

/** From when to when questions count, as Unix epoch milliseconds; the last thirty days when nothing is said. */
export function readWindow(input: { since?: number; until?: number }, now: Date): { since: Date; until: Date } {
  const untilMs = input.until ?? now.getTime() + 1;
  const sinceMs = input.since ?? untilMs - DEFAULT_DAYS * DAY_MS;
  if (sinceMs >= untilMs) throw invalidField('/since', 'must be before until');
  return { since: new Date(sinceMs), until: new Date(untilMs) };
}

async function readOptions(ctx: Context, { restrictedOps, instructions, botId, isDraft }: Options) {
  const bot = botId === undefined ? null : await requireBot(ctx, botId);
  if (isDraft === false) await allowDirectPublish(ctx);
  return {
    kind: 'knowledge' as const,
    botId: bot?.botId ?? null,
    allowedOperations: [...new Set(restrictedOps ?? OPERATIONS)],
    instructions: instructions ?? '',
    isDraft: isDraft ?? true,
    askedSince: null,
    askedUntil: null,
    askedAtLeast: null,
  };
}

async function queueJob(ctx: Context, job: Omit<NewJob, 'jobId' | 'requestedBy'>): Promise<string> {
  const jobId = uuidv7(ctx.now().getTime());
  await insertJob(ctx.session, ctx.workspaceId, { ...job, jobId, requestedBy: `${ctx.actor.kind}:${ctx.actor.id}` });
  if (job.documentId) {
    const link = { jobId, jobStatus: 'PENDING', articleId: null, operation: null, reason: null };
    await linkDocument(ctx, job.documentId, link, null);
  }
  await ctx.jobs.send(ctx, draftingQueue, { workspaceId: ctx.workspaceId, jobId });
  return jobId;
}
