import type { Static } from 'typebox';
import { countRuns } from '#modules/analysis/index.ts';
import { expiringConsents } from '#modules/banking/index.ts';
import { listBots } from '#modules/bots/index.ts';
import { waitingEscalations } from '#modules/conversations/index.ts';
import { failingEndpoints, waitingRuns } from '#modules/integrations/index.ts';
import { countLiveArticles, waitingReviews } from '#modules/knowledge/index.ts';
import { countUsers } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import type { Waiting } from '#platform/waiting.ts';
import type { Overview } from './overview.schemas.ts';

const RUNS_OF_MS = 30 * 86_400_000;

/** Each count as far as the caller may read what is counted. */
export async function getOverview(ctx: Context): Promise<Static<typeof Overview>> {
  const ifMay = <T>(scope: string, read: () => Promise<T>) => (ctx.actor.scopes.has(scope) ? read() : null);
  const waits = async (scope: string, read: (from: Context) => Promise<Waiting>) =>
    present(await ifMay(scope, () => read(ctx)));
  const since = new Date(ctx.now().getTime() - RUNS_OF_MS);
  return {
    waiting: {
      reviews: await waits('read', waitingReviews),
      escalations: await waits('read', waitingEscalations),
      unknownRuns: await waits('read', waitingRuns),
      failingEndpoints: await ifMay('read', () => presentFailing(ctx)),
      expiringConsents: await ifMay('users', () => presentExpiring(ctx)),
    },
    bots: (await listBots(ctx)).length,
    articles: await countLiveArticles(ctx),
    customers: await ifMay('users', () => countUsers(ctx)),
    runs: await ifMay('analysis', () => countRuns(ctx, since)),
  };
}

async function presentFailing(ctx: Context) {
  const { endpoints, ...waiting } = await failingEndpoints(ctx);
  return { ...presentWaiting(waiting), endpoints };
}

async function presentExpiring(ctx: Context) {
  const { consents, ...waiting } = await expiringConsents(ctx);
  return {
    ...presentWaiting(waiting),
    consents: consents.map(({ endsAt, ...consent }) => ({ ...consent, endsAt: endsAt.toISOString() })),
  };
}

const present = (waiting: Waiting | null) => waiting && presentWaiting(waiting);

const presentWaiting = ({ count, oldestAt }: Waiting) => ({ count, oldestAt: oldestAt?.toISOString() ?? null });
