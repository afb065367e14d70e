import type { Fetching, ParseHtml } from './fetch-page.ts';
import { createRobots } from './robots.ts';
import { normalize, siteOf, visitAddress } from './visit-address.ts';

export interface CrawlOptions {
  /** At most so many pages. */
  limit: number;
  /** The crawl ends after this long with what it has. */
  deadlineMs: number;
  /** Reads a page; default: here. */
  parse?: ParseHtml;
}

export interface CrawlResult {
  /** Canonical addresses of readable pages, in the order of their discovery. */
  urls: string[];
  /** How many addresses could not be read, or must not be. */
  skipped: number;
  /** Whether there was more than the limit or the deadline let through. */
  isPartial: boolean;
}

export const AT_ONCE = 4;
/** Addresses that are remembered at most per page wanted: a site that invents links without end is cut off here. */
export const FRONTIER_PER_PAGE = 20;

/**
 * Walks from the given addresses over the links of each page, breadth first, within the sites of the start and where
 * robots.txt allows it. The same page under several addresses counts once, by what it calls its own address.
 */
export async function crawlSite(fetching: Fetching, starts: string[], options: CrawlOptions): Promise<CrawlResult> {
  const sites = new Set(starts.map((start) => siteOf(start)));
  const isAllowed = createRobots(fetching);
  const deadline = AbortSignal.timeout(options.deadlineMs);
  const signal = fetching.signal ? AbortSignal.any([fetching.signal, deadline]) : deadline;
  const seen = new Set(starts.map(normalize));
  const pages = new Set<string>();
  const queue = [...seen];
  let skipped = 0;

  const visit = async (address: string) => {
    const { page, links } = await visitAddress({ ...fetching, signal }, address, sites, isAllowed, options.parse);
    if (page === null) {
      skipped += 1;
      return;
    }
    if (pages.size < options.limit) pages.add(page);
    for (const link of links) {
      if (seen.size >= options.limit * FRONTIER_PER_PAGE) break;
      if (seen.has(link)) continue;
      seen.add(link);
      queue.push(link);
    }
  };

  while (queue.length > 0 && pages.size < options.limit && !signal.aborted) {
    await Promise.all(queue.splice(0, Math.min(AT_ONCE, options.limit - pages.size)).map(visit));
  }
  return { urls: [...pages], skipped, isPartial: queue.length > 0 };
}
