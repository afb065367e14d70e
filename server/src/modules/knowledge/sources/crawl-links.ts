import type { Static } from 'typebox';
import { getOutboundAllowList } from '#modules/identity/index.ts';
import { type DetachedContext, inTransaction } from '#platform/context.ts';
import { crawlSite } from './crawl-site.ts';
import { createPageParser } from './page-parser.ts';
import { readAddresses } from './read-addresses.ts';
import type { CrawlLinks } from './sources.schemas.ts';

/** A crawl answers while its caller waits: it ends with what it has. */
const DEADLINE_MS = 25_000;
const DEFAULT_PAGES = 250;
/** Crawls of this process at a time; each may hold several pages in memory. */
const AT_ONCE = 4;

let running = 0;
const queue: (() => void)[] = [];

/** Finds the pages of sites; nothing is stored. Crawls beyond those that run at once wait for their turn, and have less time then. */
export async function crawlLinks(ctx: DetachedContext, { links, limit = DEFAULT_PAGES }: Static<typeof CrawlLinks>) {
  const starts = readAddresses(links, '/links');
  const fetching = { services: ctx, allowList: await inTransaction(ctx, getOutboundAllowList) };
  const deadline = performance.now() + DEADLINE_MS;
  if (running >= AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve));
  running += 1;
  const parser = createPageParser();
  try {
    const deadlineMs = Math.max(1, Math.ceil(deadline - performance.now()));
    const { urls, skipped, isPartial } = await crawlSite(fetching, starts, { limit, deadlineMs, parse: parser.parse });
    const rest = isPartial ? ' There is more: raise the limit, or begin further inside.' : '';
    const left = skipped > 0 ? ` ${skipped} addresses could not or must not be read.` : '';
    return { data: urls, message: `${urls.length} pages were found.${left}${rest}` };
  } finally {
    running -= 1;
    queue.shift()?.();
    await parser.close();
  }
}
