import type { OutboundClient, OutboundRequest } from './outbound-client.ts';

/** What of a request's headers reaches the other machine; the client sets the others itself. */
const HEADERS = new Set([
  'accept',
  'authorization',
  'content-type',
  'x-api-key',
  'anthropic-version',
  'anthropic-beta',
]);
const NO_BODY = new Set([101, 204, 205, 304]);

/**
 * A `fetch` for libraries that bring requests of their own: they leave by the guarded client, in its bounds and those given
 * here. The answer can be read while it comes. Takes texts as bodies only, follows no redirect, and rejects with
 * `OutboundError`.
 */
export function createGuardedFetch(
  client: OutboundClient,
  bounds: Pick<OutboundRequest, 'allowList' | 'timeoutMs' | 'maxBytes' | 'lane'>,
): (input: string | URL | Request, init?: RequestInit) => Promise<Response> {
  return (input, init = {}) => {
    const { body } = init;
    if (typeof body !== 'string' && body != null) throw new TypeError('A guarded fetch sends texts only');
    const answered = Promise.withResolvers<Response>();
    const givenUp = new AbortController();
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    const stream = new ReadableStream<Uint8Array>({
      start(made) {
        controller = made;
      },
      cancel() {
        controller = undefined;
        givenUp.abort();
      },
    });
    const ended = client.request({
      ...bounds,
      method: (init.method ?? 'GET') as OutboundRequest['method'],
      url: input instanceof Request ? input.url : String(input),
      headers: Object.fromEntries([...new Headers(init.headers)].filter(([name]) => HEADERS.has(name))),
      ...(typeof body === 'string' && { body }),
      signal: init.signal ? AbortSignal.any([init.signal, givenUp.signal]) : givenUp.signal,
      watch: {
        head: (status, headers) => {
          const type = { 'content-type': headers['content-type'] ?? '' };
          const wait = headers['retry-after'];
          answered.resolve(
            new Response(NO_BODY.has(status) ? null : stream, {
              status,
              headers: { ...type, ...(wait !== undefined && { 'retry-after': wait }) },
            }),
          );
        },
        chunk: (bytes) => controller?.enqueue(bytes),
      },
    });
    ended.then(
      () => controller?.close(),
      (error: unknown) => {
        answered.reject(error);
        controller?.error(error);
      },
    );
    return answered.promise;
  };
}
