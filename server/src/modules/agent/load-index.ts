import type { Context } from '#platform/context.ts';
import { selectIndex } from './agent.queries.ts';
import { indexBot } from './index-bots.ts';
import type { RetrievalIndex } from './retrieval/retrieval.types.ts';
import { decodeIndex } from './retrieval/store-index.ts';

/** Indexes kept in this process; the least recently used goes. */
const MOST_KEPT = 50;
const kept = new Map<string, { version: number; index: RetrievalIndex }>();

/**
 * The newest trained index of a bot. A bot that has none yet is indexed here and now. The version that is asked for is
 * looked at every time, so that all processes answer from the same one.
 */
export async function loadIndex(ctx: Context, botId: string): Promise<{ index: RetrievalIndex; version: number }> {
  const known = kept.get(botId);
  const stored = await selectIndex(ctx.session, botId, known?.version ?? 0);
  if (known && stored?.version === known.version) return keep(botId, known);
  const index = stored?.content ? decodeIndex(stored.content) : null;
  if (stored && index) return keep(botId, { version: stored.version, index });
  const built = await indexBot(ctx, botId);
  return keep(botId, {
    version: (await selectIndex(ctx.session, botId, Number.MAX_SAFE_INTEGER))?.version ?? 0,
    index: built,
  });
}

function keep(botId: string, entry: { version: number; index: RetrievalIndex }) {
  kept.delete(botId);
  kept.set(botId, entry);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return entry;
}
