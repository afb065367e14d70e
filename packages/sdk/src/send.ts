import type { WireRequest } from './build-request.ts';
import type { Authority } from './credentials.ts';
import { type Deadline, pause, startDeadline } from './deadline.ts';
import { ApiError, ConnectionError } from './errors.ts';
import type { CallOptions } from './types.ts';

/** How the calls of one client go out. */
export interface Transport {
  baseUrl: string;
  fetch: typeof fetch;
  authority: Authority;
  timeoutMs: number;
  retries: number;
  retryDelayMs: number;
}

/** Longer than this nobody waits for a busy server: the error says when to come back. */
const MAX_RETRY_AFTER_MS = 60_000;
const MAX_DELAY_MS = 8_000;

/**
 * Sends a request until it is answered, and reads the answer. `read` gets the deadline too: it ends when `read` is through,
 * unless `read` keeps it by answering later. Rejects with `ApiError`, `ConnectionError` or the reason of the signal.
 */
export async function send<T>(
  transport: Transport,
  request: WireRequest,
  options: CallOptions,
  read: (response: Response, deadline: Deadline) => Promise<T>,
): Promise<T> {
  const retries = options.retries ?? transport.retries;
  let isRenewed = false;
  for (let failures = 0; ; ) {
    const credential = await transport.authority.headersFor(request.path.split('?')[0] ?? '', options.signal);
    try {
      return await attempt(transport, request, { ...request.headers, ...credential }, options, read);
    } catch (error) {
      if (options.signal?.aborted) throw options.signal.reason;
      const isRefused = error instanceof ApiError && error.status === 401 && !isRenewed;
      if (isRefused && transport.authority.refused(request.path, credential)) {
        isRenewed = true;
        continue;
      }
      const delayMs = failures < retries ? delayAfter(error, request, failures, transport.retryDelayMs) : null;
      if (delayMs === null) throw error;
      failures += 1;
      await pause(delayMs, options.signal);
    }
  }
}

async function attempt<T>(
  { baseUrl, fetch, timeoutMs }: Transport,
  { method, path, body }: WireRequest,
  headers: Record<string, string>,
  options: CallOptions,
  read: (response: Response, deadline: Deadline) => Promise<T>,
): Promise<T> {
  const deadline = startDeadline(options.timeoutMs ?? timeoutMs, options.signal);
  let isKept = false;
  try {
    // Followed, a redirect would take bank data and keys to wherever it points.
    const init: RequestInit = { method, headers, body, redirect: 'manual', signal: deadline.signal };
    const response = await fetch(baseUrl + path, init);
    if (!response.ok) throw new ApiError(response.status, response.headers, await response.text());
    const answer = await read(response, deadline);
    isKept = isGenerator(answer);
    return answer;
  } catch (error) {
    throw explain(error, deadline);
  } finally {
    if (!isKept) deadline.end();
  }
}

const isGenerator = (value: unknown) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/** Errors of the network, whose names and shapes every runtime has of its own, as one of ours. */
export function explain(error: unknown, deadline: Deadline): unknown {
  if (deadline.signal.aborted) return deadline.signal.reason;
  if (error instanceof ApiError || error instanceof ConnectionError) return error;
  const { message, cause } = error as Error & { cause?: { message?: string } };
  return new ConnectionError(`The server did not answer: ${cause?.message || message}`, { cause: error });
}

/** After how many milliseconds the next attempt is due; null: never. */
function delayAfter(error: unknown, request: WireRequest, failures: number, firstMs: number): number | null {
  const backOffMs = Math.min(firstMs * 2 ** failures, MAX_DELAY_MS) * (0.5 + Math.random() / 2);
  if (error instanceof ConnectionError) return request.isRepeatable ? backOffMs : null;
  if (!(error instanceof ApiError)) return null;
  const { status, code, retryAfterMs } = error;
  const isRefused = status === 429 || status === 503 || code === 'idempotency_in_progress';
  const isLost = status === 408 || status === 502 || status === 504;
  if (!isRefused && !(isLost && request.isRepeatable)) return null;
  if (retryAfterMs === undefined) return backOffMs;
  // Everybody was told the same, and should not come back at once.
  return retryAfterMs > MAX_RETRY_AFTER_MS ? null : retryAfterMs + backOffMs / 4;
}
