import { getOutboundAllowList } from '#modules/identity/index.ts';
import { type Context, type Services, withWorkspace } from '#platform/context.ts';
import { defineQueue } from '#platform/jobs/jobs.ts';
import { type CrawlJob, crawlQueue } from './crawl.queue.ts';
import { AT_ONCE, FRONTIER_PER_PAGE } from './crawl-site.ts';
import {
  addToFrontier,
  type CrawlRow,
  countPages,
  endCrawl,
  selectCrawl,
  selectWaiting,
  settlePage,
} from './crawls.queries.ts';
import { createPageParser } from './page-parser.ts';
import { addDocuments } from './register-documents.ts';
import { createRobots } from './robots.ts';
import { siteOf, type Visit, visitAddress } from './visit-address.ts';

/** After so long a crawl lets others pass, and goes on with another job. */
const SLICE_MS = 60_000;

/**
 * Walks over a site, a few pages at a time. What each of them leads to is stored before the next are fetched, so that a
 * process that dies, or is stopped, leaves a crawl that goes on where it was: no page that is known is fetched again.
 */
export const crawlJobs = defineQueue<CrawlJob>({
  name: crawlQueue.name,
  expireSeconds: 600,
  run: (services, { workspaceId, crawlId }, { signal }) => walk(services, workspaceId, crawlId, signal),
  dead: (services, { workspaceId, crawlId }) =>
    withWorkspace(services, workspaceId, (ctx) =>
      endCrawl(ctx.session, crawlId, {
        state: 'failed',
        isPartial: true,
        error: 'It was interrupted again and again. What was found stays; begin another crawl for the rest.',
      }),
    ),
});

async function walk(services: Services, workspaceId: string, crawlId: string, signal: AbortSignal): Promise<void> {
  const until = performance.now() + SLICE_MS;
  const parser = createPageParser();
  try {
    const allowList = await withWorkspace(services, workspaceId, getOutboundAllowList);
    const fetching = { services, allowList, signal };
    const isAllowed = createRobots(fetching);
    for (;;) {
      const step = await withWorkspace(services, workspaceId, (ctx) =>
        nextStep(ctx, crawlId, performance.now() > until),
      );
      if (!step) return;
      const sites = new Set(step.crawl.starts.map(siteOf));
      const visits = await Promise.all(
        step.addresses.map(async (address) => ({
          address,
          visit: await visitAddress(fetching, address, sites, isAllowed, parser.parse),
        })),
      );
      // What was cut off by a shutdown was not looked at: it must not be taken for unreadable.
      signal.throwIfAborted();
      await withWorkspace(services, workspaceId, (ctx) => store(ctx, crawlId, visits));
    }
  } finally {
    await parser.close();
  }
}

/** The addresses that come next; null when the crawl is over, or goes on in another job. */
async function nextStep(ctx: Context, crawlId: string, isLate: boolean) {
  const crawl = await selectCrawl(ctx.session, ctx.workspaceId, crawlId, true);
  if (crawl?.state !== 'running') return null;
  const { found, waiting } = await countPages(ctx.session, crawlId);
  if (waiting === 0 || found >= crawl.limit) {
    await endCrawl(ctx.session, crawlId, { state: 'completed', isPartial: waiting > 0, error: null });
    return null;
  }
  if (isLate) {
    await ctx.jobs.send(ctx, crawlQueue, { workspaceId: ctx.workspaceId, crawlId });
    return null;
  }
  const addresses = await selectWaiting(ctx.session, crawlId, Math.min(AT_ONCE, crawl.limit - found));
  return { crawl, addresses };
}

/** In one transaction: what became of the pages, where they lead, and that what was found is to be read. */
async function store(ctx: Context, crawlId: string, visits: readonly { address: string; visit: Visit }[]) {
  const crawl: CrawlRow | undefined = await selectCrawl(ctx.session, ctx.workspaceId, crawlId, true);
  if (crawl?.state !== 'running') return;
  const found: string[] = [];
  for (const { address, visit } of visits) {
    const isNew = await settlePage(ctx.session, crawlId, { address, canonicalUrl: visit.page, error: visit.error });
    if (isNew && visit.page !== null) found.push(visit.page);
  }
  const links = visits.flatMap(({ visit }) => visit.links);
  await addToFrontier(ctx.session, ctx.workspaceId, crawlId, links, crawl.limit * FRONTIER_PER_PAGE);
  if (crawl.addDocuments && found.length > 0) await addDocuments(ctx, { source: 'web', documentIdsToAdd: found });
}
