import robotsModule from 'robots-parser';
import { CRAWLER, type Fetching, fetchAddress, type IsAllowed } from './fetch-page.ts';
import { UnreadableDocument } from './source.types.ts';

/** The package's types describe another export than the one it has. */
const robotsParser = robotsModule as unknown as (
  url: string,
  text: string,
) => { isAllowed(address: string, crawler: string): boolean | undefined };

/** Says whether the owners of a site let an address be read (RFC 9309). Each site's rules are fetched once. */
export function createRobots(fetching: Fetching): IsAllowed {
  const sites = new Map<string, Promise<(address: string) => boolean>>();
  return async (address) => {
    const { origin } = new URL(address);
    const known = sites.get(origin) ?? rulesOf(fetching, origin);
    sites.set(origin, known);
    return (await known)(address);
  };
}

/** RFC 9309 §2.3.1: no file (4xx) allows everything, a server that fails (5xx, unreachable) allows nothing. */
async function rulesOf(fetching: Fetching, origin: string): Promise<(address: string) => boolean> {
  const url = `${origin}/robots.txt`;
  try {
    const { status, body } = await fetchAddress(fetching, url);
    if (status >= 400 && status < 500) return () => true;
    if (status < 200 || status > 299) return () => false;
    // The first 500 KiB count, as in RFC 9309 §2.5.
    const rules = robotsParser(url, body.subarray(0, 512_000).toString('utf8'));
    return (address) => rules.isAllowed(address, CRAWLER) ?? true;
  } catch (error) {
    if (error instanceof UnreadableDocument) return () => false;
    throw error;
  }
}
