import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { crawlQueue } from './crawl.queue.ts';
import {
  addToFrontier,
  type CrawlRow,
  countPages,
  insertCrawl,
  selectCrawl,
  selectCrawls,
  selectPages,
} from './crawls.queries.ts';
import type { Crawl, CrawlDetails, StartCrawl } from './crawls.schemas.ts';
import { readAddresses } from './read-addresses.ts';
import { noSuchCrawl } from './sources.errors.ts';

const DEFAULT_PAGES = 250;
const MOST_LISTED = 100;

/** Begins a crawl, by a job that begins when this commits. */
export async function requestCrawl(ctx: Context, input: Static<typeof StartCrawl>): Promise<Static<typeof Crawl>> {
  const starts = [...new Set(readAddresses(input.links, '/links'))];
  const crawlId = uuidv7(ctx.now().getTime());
  const limit = input.limit ?? DEFAULT_PAGES;
  await insertCrawl(ctx.session, ctx.workspaceId, { crawlId, starts, limit, addDocuments: input.addDocuments ?? true });
  await addToFrontier(ctx.session, ctx.workspaceId, crawlId, starts, starts.length);
  await ctx.jobs.send(ctx, crawlQueue, { workspaceId: ctx.workspaceId, crawlId });
  return present(ctx, await requireCrawl(ctx, crawlId));
}

export async function getCrawl(ctx: Context, crawlId: string): Promise<Static<typeof CrawlDetails>> {
  const crawl = await requireCrawl(ctx, crawlId);
  return { ...(await present(ctx, crawl)), pages: await selectPages(ctx.session, crawl.crawlId) };
}

/** The newest first. */
export async function listCrawls(ctx: Context): Promise<{ crawls: Static<typeof Crawl>[] }> {
  const rows = await selectCrawls(ctx.session, ctx.workspaceId, MOST_LISTED);
  const crawls = [];
  for (const row of rows) crawls.push(await present(ctx, row));
  return { crawls };
}

async function requireCrawl(ctx: Context, crawlId: string): Promise<CrawlRow> {
  const crawl = await selectCrawl(ctx.session, ctx.workspaceId, crawlId);
  if (!crawl) throw noSuchCrawl();
  return crawl;
}

async function present(ctx: Context, crawl: CrawlRow): Promise<Static<typeof Crawl>> {
  return {
    id: crawl.crawlId,
    state: crawl.state,
    links: crawl.starts,
    limit: crawl.limit,
    addDocuments: crawl.addDocuments,
    ...(await countPages(ctx.session, crawl.crawlId)),
    isPartial: crawl.isPartial,
    error: crawl.error,
    createdAt: crawl.createdAt.toISOString(),
    completedAt: crawl.completedAt?.toISOString() ?? null,
  };
}
