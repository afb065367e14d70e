import { setTimeout as sleep } from 'node:timers/promises';
import { listVisible } from '#modules/knowledge/index.ts';
import { rulesOfBot } from '#modules/rulebook/index.ts';
import { type Context, type DetachedContext, inTransaction } from '#platform/context.ts';
import { trainBots } from './agent.jobs.ts';
import { selectIndex } from './agent.queries.ts';
import { buildIndex } from './retrieval/build-index.ts';
import type { RetrievalIndex } from './retrieval/retrieval.types.ts';
import { decodeIndex } from './retrieval/store-index.ts';

export interface TrainedIndex {
  /** 0 as long as the bot has not been trained. */
  version: number;
  index: RetrievalIndex;
}

/** Indexes kept in this process; the least recently used goes. */
const MOST_KEPT = 50;
const kept = new Map<string, TrainedIndex>();

const UNTRAINED: TrainedIndex = { version: 0, index: buildIndex([]) };
/** How long a question waits for the first training of its bot; a help centre of a hundred articles takes half of it. */
const WAIT_MS = 2_000;
const LOOK_EVERY_MS = 50;

/**
 * The newest trained index of a bot, the same for all processes: its version is looked at every time. A bot that has
 * knowledge and was never trained, or by another version of the engine, is trained by the worker: the question waits for
 * it a moment, without a connection, and gets an index of nothing when that takes longer, so that a person is asked instead.
 */
export async function loadIndex(ctx: DetachedContext, botId: string): Promise<TrainedIndex> {
  const known = kept.get(botId);
  const trained = (await newest(ctx, botId, known)) ?? (await waitForTraining(ctx, botId));
  if (!trained) return UNTRAINED;
  kept.delete(botId);
  kept.set(botId, trained);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return trained;
}

async function newest(ctx: DetachedContext, botId: string, known?: TrainedIndex): Promise<TrainedIndex | null> {
  const stored = await ctx.database.read(ctx.workspaceId, (session) =>
    selectIndex(session, botId, known?.version ?? 0),
  );
  if (!stored) return null;
  if (stored.content === null) return known ?? null;
  const index = decodeIndex(stored.content);
  return index ? { version: stored.version, index } : null;
}

async function waitForTraining(ctx: DetachedContext, botId: string): Promise<TrainedIndex | null> {
  if (!(await inTransaction(ctx, (inner) => hasKnowledge(inner, botId)))) return null;
  for (let waitedMs = 0; waitedMs < WAIT_MS; waitedMs += LOOK_EVERY_MS) {
    await sleep(LOOK_EVERY_MS);
    const trained = await newest(ctx, botId);
    if (trained) return trained;
  }
  // The training may have been lost.
  await inTransaction(ctx, (inner) => ctx.jobs.send(inner, trainBots, { workspaceId: ctx.workspaceId }));
  return null;
}

const hasKnowledge = async (ctx: Context, botId: string) =>
  (await listVisible(ctx, botId)).size > 0 || (await rulesOfBot(ctx, botId)).length > 0;
