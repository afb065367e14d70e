import { OutboundError } from '#platform/outbound/index.ts';
import type { Fetching } from '../fetch-page.ts';
import { UnreadableDocument } from '../source.types.ts';
import type { DocumentProvider, FetchJson, ProviderAccess } from './document-provider.types.ts';

const TIMEOUT_MS = 20_000;
const MAX_BYTES = 20 * 1024 * 1024;
const TRIES = 3;
const LONGEST_WAIT_MS = 20_000;

/** Calls the API of a provider; waits when it is asked to (429), a few times and not for long. */
export function createFetchJson(fetching: Fetching, provider: DocumentProvider, access: ProviderAccess): FetchJson {
  return async ({ path, method = 'GET', headers = {}, body }) => {
    for (let attempt = 1; ; attempt++) {
      const response = await send(fetching, {
        method,
        url: `${access.baseUrl.replace(/\/+$/, '')}${path}`,
        headers: {
          ...provider.headers(access),
          ...headers,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const isBusy = response.status === 429 || response.status === 503;
      if (isBusy && attempt < TRIES) {
        await wait(retryAfterMs(response.headers['retry-after'], attempt), fetching.signal);
        continue;
      }
      return parse(response.status, response.body);
    }
  };
}

async function send(
  { services, allowList, signal }: Fetching,
  request: { method: 'GET' | 'POST'; url: string; headers: Record<string, string>; body?: string },
) {
  try {
    return await services.outbound.request({
      ...request,
      timeoutMs: TIMEOUT_MS,
      maxBytes: MAX_BYTES,
      allowList,
      signal,
    });
  } catch (error) {
    if (error instanceof OutboundError)
      throw new UnreadableDocument(`The provider can not be reached: ${error.message}.`);
    throw error;
  }
}

function parse(status: number, body: Buffer): unknown {
  if (status === 401 || status === 403) {
    throw new UnreadableDocument('The provider refuses the token: connect it again with a valid one that may read.');
  }
  if (status === 404)
    throw new UnreadableDocument('The provider no longer has this document, or the token may not see it.');
  if (status < 200 || status > 299) throw new UnreadableDocument(`The provider answered ${status}.`);
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new UnreadableDocument('The provider answered something that is no JSON.');
  }
}

function retryAfterMs(header: string | undefined, attempt: number): number {
  const seconds = Number(header);
  return Math.min(Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : attempt * 1_000, LONGEST_WAIT_MS);
}

function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new UnreadableDocument('The reading was stopped.'));
    });
  });
}
