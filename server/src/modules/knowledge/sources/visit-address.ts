import { type FetchedPage, type Fetching, fetchPage, type IsAllowed, type ParseHtml } from './fetch-page.ts';
import { UnreadableDocument } from './source.types.ts';

/** What a crawl learns from one address. */
export interface Visit {
  /** What the page calls its own address, if that is of the same sites; null when it could not or must not be read. */
  page: string | null;
  /** Why it could not be read, for people. */
  error: string | null;
  /** Addresses within the sites that it leads to, each in its one form. */
  links: string[];
}

const NO_PAGE = /\.(?:jpe?g|png|gif|svg|webp|ico|css|m?js|json|xml|zip|gz|mp[34]|webm|woff2?|ttf|exe|dmg|apk)$/i;

/** Reads a page of a crawl. What the page is to blame for is answered; other errors are thrown. */
export async function visitAddress(
  fetching: Fetching,
  address: string,
  sites: ReadonlySet<string>,
  isAllowed: IsAllowed,
  parse?: ParseHtml,
): Promise<Visit> {
  let page: FetchedPage;
  try {
    page = await fetchPage(fetching, address, isAllowed, parse);
  } catch (error) {
    if (error instanceof UnreadableDocument) return { page: null, error: error.message, links: [] };
    if (error instanceof RangeError) return { page: null, error: 'The page is nested too deeply.', links: [] };
    throw error;
  }
  const own = ownAddress(page, sites);
  if (own === null) return { page: null, error: 'The page belongs to another site.', links: [] };
  const links = page.links
    .map(normalize)
    .filter((link) => sites.has(siteOf(link)) && !NO_PAGE.test(new URL(link).pathname));
  return { page: own, error: null, links };
}

/** What the page calls its own address, if that is of the same site; else where it was found. */
function ownAddress(page: FetchedPage, sites: ReadonlySet<string>): string | null {
  for (const address of [page.canonicalUrl, page.url]) {
    if (address !== null && sites.has(siteOf(address))) return normalize(address);
  }
  return null;
}

/** With and without `www.` is one site; another port or subdomain is another one. */
export const siteOf = (address: string) => new URL(address).host.replace(/^www\./, '');

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
