import { type FetchedPage, type Fetching, fetchPage, type ParseHtml } from './fetch-page.ts';
import { createRobots } from './robots.ts';
import { UnreadableDocument } from './source.types.ts';

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

const AT_ONCE = 4;
/** Addresses that are remembered at most per page wanted: a site that invents links without end is cut off here. */
const FRONTIER_PER_PAGE = 20;
const NO_PAGE = /\.(?:jpe?g|png|gif|svg|webp|ico|css|m?js|json|xml|zip|gz|mp[34]|webm|woff2?|ttf|exe|dmg|apk)$/i;

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
    let page: FetchedPage;
    try {
      page = await fetchPage({ ...fetching, signal }, address, isAllowed, options.parse);
    } catch (error) {
      if (!(error instanceof UnreadableDocument || error instanceof RangeError)) throw error;
      skipped += 1;
      return;
    }
    const own = ownAddress(page, sites);
    if (own === null) {
      skipped += 1;
      return;
    }
    if (pages.size < options.limit) pages.add(own);
    for (const link of page.links.map(normalize)) {
      if (seen.size >= options.limit * FRONTIER_PER_PAGE) break;
      if (seen.has(link) || !sites.has(siteOf(link)) || NO_PAGE.test(new URL(link).pathname)) continue;
      seen.add(link);
      queue.push(link);
    }
  };

  while (queue.length > 0 && pages.size < options.limit && !signal.aborted) {
    await Promise.all(queue.splice(0, Math.min(AT_ONCE, options.limit - pages.size)).map(visit));
  }
  return { urls: [...pages], skipped, isPartial: queue.length > 0 };
}

/** What the page calls its own address, if that is of the same site; else where it was found. */
function ownAddress(page: FetchedPage, sites: ReadonlySet<string>): string | null {
  for (const address of [page.canonicalUrl, page.url]) {
    if (address !== null && sites.has(siteOf(address))) return normalize(address);
  }
  return null;
}

/** With and without `www.` is one site; another port or subdomain is another one. */
const siteOf = (address: string) => new URL(address).host.replace(/^www\./, '');

const TRACKING = /^(?:utm_\w+|gclid|fbclid|msclkid|mc_[ce]id|ref|source)$/i;

/** One address per page: no fragment, no tracking, parameters in order, no slash at the end. */
export function normalize(address: string): string {
  const url = new URL(address);
  url.hash = '';
  for (const name of new Set(url.searchParams.keys())) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  if (url.pathname.length > 1) url.pathname = url.pathname.replace(/\/+$/, '') || '/';
  return url.href;
}
