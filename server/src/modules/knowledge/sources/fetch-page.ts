import type { Services } from '#platform/context.ts';
import { OutboundError, type OutboundResponse } from '#platform/outbound/index.ts';
import { decodeText } from './readers/decode-text.ts';
import { readHtml } from './readers/read-html.ts';
import { readMarkdown } from './readers/read-markdown.ts';
import { readPdf } from './readers/read-pdf.ts';
import { readText } from './readers/read-text.ts';
import { type ReadPage, UnreadableDocument } from './source.types.ts';

/** How the crawler calls itself in robots.txt. */
export const CRAWLER = 'KontorBot';

const MOST_REDIRECTS = 5;
const MAX_BYTES = 10 * 1024 * 1024;
const TIMEOUT_MS = 15_000;

export interface FetchedPage extends ReadPage {
  /** Where it was found in the end. */
  url: string;
  mimeType: string;
}

/** Reads a page, here or in another thread. */
export type ParseHtml = (html: string, url: string) => Promise<ReadPage>;

export interface Fetching {
  services: Pick<Services, 'outbound'>;
  allowList: readonly string[];
  signal?: AbortSignal;
}

/** Says whether the owners of a site let an address be read. */
export type IsAllowed = (address: string) => Promise<boolean>;

/**
 * Fetches an address and follows its redirects, each of them checked like the first: by `isAllowed`, and by the walls of the
 * outbound client. Throws `UnreadableDocument`.
 */
export async function fetchAddress(
  fetching: Fetching,
  address: string,
  isAllowed: IsAllowed = async () => true,
): Promise<OutboundResponse & { url: string }> {
  let url = address;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    if (/^https?:/.test(url) && !(await isAllowed(url))) {
      throw new UnreadableDocument('The robots.txt of the site does not let this page be read, or the site is down.');
    }
    const response = await request(fetching, url);
    const { location } = response.headers;
    if (response.status < 300 || response.status > 399 || location === undefined) return { ...response, url };
    if (!URL.canParse(location, url))
      throw new UnreadableDocument('The page redirects to something that is no address.');
    url = new URL(location, url).href;
  }
  throw new UnreadableDocument(`The page redirects more than ${MOST_REDIRECTS} times.`);
}

async function request({ services, allowList, signal }: Fetching, url: string): Promise<OutboundResponse> {
  try {
    return await services.outbound.request({
      method: 'GET',
      url,
      headers: { accept: 'text/html,application/xhtml+xml,text/markdown,text/plain,application/pdf;q=0.9' },
      timeoutMs: TIMEOUT_MS,
      maxBytes: MAX_BYTES,
      allowList,
      signal,
    });
  } catch (error) {
    if (error instanceof OutboundError)
      throw new UnreadableDocument(`The page could not be fetched: ${error.message}.`);
    throw error;
  }
}

/** A page as text with its links. Throws `UnreadableDocument` with what is wrong, in words for people. */
export async function fetchPage(
  fetching: Fetching,
  address: string,
  isAllowed: IsAllowed,
  parse: ParseHtml = async (html, url) => readHtml(html, url),
): Promise<FetchedPage> {
  const { status, headers, body, url } = await fetchAddress(fetching, address, isAllowed);
  if (status < 200 || status > 299) throw new UnreadableDocument(`The server answered ${status} for this page.`);
  const mimeType = (headers['content-type'] ?? 'text/html').split(';')[0]?.trim().toLowerCase() ?? '';
  const page = { url, mimeType, canonicalUrl: null, links: [] };
  switch (mimeType) {
    case 'text/html':
    case 'application/xhtml+xml': {
      const read = await parse(decodeText(body, headers['content-type']), url);
      if (read.paragraphs.length === 0) {
        throw new UnreadableDocument(
          'The page holds no text. Pages that are written by scripts in the browser can not be read.',
        );
      }
      return { ...page, ...read };
    }
    case 'text/markdown':
      return { ...page, ...readMarkdown(decodeText(body, headers['content-type'])) };
    case 'text/plain':
      return { ...page, ...readText(decodeText(body, headers['content-type'])) };
    case 'application/pdf':
      return { ...page, ...(await readPdf(body)) };
    default:
      throw new UnreadableDocument(
        `The address leads to ${mimeType || 'something without a type'}, which is not read.`,
      );
  }
}
