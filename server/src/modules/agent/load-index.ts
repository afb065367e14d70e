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
/** After an upgrade bots that customers rely on are trained one after the other: a late answer is better than a person for each. */
const UPGRADE_WAIT_MS = 10_000;
const LOOK_EVERY_MS = 50;

/**
 * The newest trained index of a bot, the same for all processes: its version is looked at every time. A bot that has
 * knowledge and was never trained, or by another version of the engine, is trained by the worker: the question waits for
 * it a moment, without a connection, and gets an index of nothing when that takes longer, so that a person is asked instead.
 */
export async function loadIndex(ctx: DetachedContext, botId: string): Promise<TrainedIndex> {
  const known = kept.get(botId);
  const stored = await newest(ctx, botId, known);
  const trained = isTrained(stored) ? stored : await waitForTraining(ctx, botId, stored);
  if (!trained) return UNTRAINED;
  kept.delete(botId);
  kept.set(botId, trained);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return trained;
}

/** An index that can be used, or the version of one that another version of the engine wrote. */
type Stored = TrainedIndex | { outdatedVersion: number };

const isTrained = (stored: Stored | null): stored is TrainedIndex => stored !== null && 'index' in stored;

/** What is newer than what the caller has; that again when nothing is. */
async function newest(ctx: DetachedContext, botId: string, known?: Stored): Promise<Stored | null> {
  const knownVersion = known && ('index' in known ? known.version : known.outdatedVersion);
  const stored = await ctx.database.read(ctx.workspaceId, (session) => selectIndex(session, botId, knownVersion ?? 0));
  if (!stored) return null;
  if (stored.content === null) return known ?? null;
  const index = decodeIndex(stored.content);
  return index ? { version: stored.version, index } : { outdatedVersion: stored.version };
}

async function waitForTraining(
  ctx: DetachedContext,
  botId: string,
  outdated: Stored | null,
): Promise<TrainedIndex | null> {
  if (!(await inTransaction(ctx, (inner) => hasKnowledge(inner, botId)))) return null;
  // A worker that starts looks for outdated ones itself, but may have started before the last old one trained.
  if (outdated) await requestTraining(ctx);
  for (let waitedMs = 0; waitedMs < (outdated ? UPGRADE_WAIT_MS : WAIT_MS); waitedMs += LOOK_EVERY_MS) {
    await sleep(LOOK_EVERY_MS);
    const trained = await newest(ctx, botId, outdated ?? undefined);
    if (isTrained(trained)) return trained;
  }
  // The training may have been lost.
  await requestTraining(ctx);
  return null;
}

const requestTraining = (ctx: DetachedContext) =>
  inTransaction(ctx, (inner) => ctx.jobs.send(inner, trainBots, { workspaceId: ctx.workspaceId }));

const hasKnowledge = async (ctx: Context, botId: string) =>
  (await listVisible(ctx, botId)).size > 0 || (await rulesOfBot(ctx, botId)).length > 0;
