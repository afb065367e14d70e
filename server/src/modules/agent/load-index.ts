import type { Context } from '#platform/context.ts';
import { selectIndex } from './agent.queries.ts';
import { indexBot } from './index-bots.ts';
import type { RetrievalIndex } from './retrieval/retrieval.types.ts';
import { decodeIndex } from './retrieval/store-index.ts';

interface TrainedIndex {
  version: number;
  index: RetrievalIndex;
}

/** Indexes kept in this process; the least recently used goes. */
const MOST_KEPT = 50;
const kept = new Map<string, TrainedIndex>();

/**
 * The newest trained index of a bot, the same for all processes: its version is looked at every time. A bot that has none
 * yet, or one of another version of the engine, is trained here and now.
 */
export async function loadIndex(ctx: Context, botId: string): Promise<TrainedIndex> {
  const known = kept.get(botId);
  const trained = (await newest(ctx, botId, known)) ?? (await train(ctx, botId));
  kept.delete(botId);
  kept.set(botId, trained);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return trained;
}

async function newest(ctx: Context, botId: string, known?: TrainedIndex): Promise<TrainedIndex | undefined> {
  const stored = await selectIndex(ctx.session, botId, known?.version ?? 0);
  if (!stored) return undefined;
  if (stored.content === null) return known;
  const index = decodeIndex(stored.content);
  return index ? { version: stored.version, index } : undefined;
}

async function train(ctx: Context, botId: string): Promise<TrainedIndex> {
  await indexBot(ctx, botId);
  const trained = await newest(ctx, botId);
  if (!trained) throw new Error(`The index of bot ${botId} that was just trained can not be read`);
  return trained;
}
