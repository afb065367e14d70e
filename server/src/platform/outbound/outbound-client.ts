import { lookup } from 'node:dns/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { Client, type Dispatcher, Pool } from 'undici';
import { sha256Hex } from '../crypto/random.ts';
import { parseAllowList } from './allow-list.ts';
import { type Connection, guardedConnector, type Resolve, type TlsMaterial } from './guarded-connector.ts';
import { exchangeError, OutboundError } from './outbound-error.ts';
import { checkMethod, type OutboundMethod, parseTarget, requestHeaders } from './outbound-request.ts';

export type OutboundRequest = {
  method: OutboundMethod;
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  /** For everything together: name resolution, connecting, sending, headers, body. */
  timeoutMs?: number;
  /** Of the body of the answer. */
  maxBytes?: number;
  /** What a longer body is: an error (the default), or cut there, for callers that want a glimpse of it at most. */
  overflow?: 'fail' | 'cut';
  /** Requests of different lanes never wait for each other's connections. */
  lane?: string;
  /** Targets beyond the public internet, and those that may be called by plain http; see `parseAllowList`. */
  allowList?: readonly string[];
  tls?: TlsMaterial;
  signal?: AbortSignal;
  /** Hears of the answer while it comes, within the same bounds; the response holds the whole body all the same. */
  watch?: OutboundWatch;
};

export type OutboundWatch = {
  head(status: number, headers: IncomingHttpHeaders): void;
  chunk(bytes: Buffer): void;
};

export type OutboundResponse = {
  /** Any status; a redirect is an answer like any other and is never followed. */
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  durationMs: number;
  remoteAddress: string;
};

export type OutboundClient = {
  /** Sends one request; throws {@link OutboundError} and nothing else. */
  request(request: OutboundRequest): Promise<OutboundResponse>;
  /** Refuses new requests, waits for those under way (each has its deadline) and ends all connections. */
  close(): Promise<void>;
};

export type OutboundClientOptions = {
  /** Our version, for the User-Agent. */
  version: string;
  defaults?: { timeoutMs?: number; maxBytes?: number; allowList?: readonly string[]; tls?: TlsMaterial };
  /** Name resolution; by default the one of the operating system. */
  resolve?: Resolve;
};

const DEFAULT_TIMEOUT_MS = 15_000;
const DEFAULT_MAX_BYTES = 5 * 1024 * 1024;
const MAX_TIMEOUT_MS = 2 ** 31 - 1;
const CONNECTIONS_PER_ORIGIN = 16;
const MAX_POOLS = 256;

/**
 * The one way out: https to public addresses, and whatever else the allow-list of the request names. Connections are kept
 * and used again only for the same origin, allow-list and TLS material.
 */
export function createOutboundClient({
  version,
  defaults,
  resolve = resolveBySystem,
}: OutboundClientOptions): OutboundClient {
  const pools = new Map<string, Pool>();
  const underWay = new Set<Promise<OutboundResponse>>();
  let isClosed = false;

  const poolFor = (target: URL, allowList: readonly string[], tls: TlsMaterial, lane = ''): Pool => {
    const key = sha256Hex(JSON.stringify([target.origin, [...allowList].sort(), tls.ca, tls.cert, tls.key, lane]));
    const pool = pools.get(key) ?? createPool(target, allowList, tls, resolve);
    // Put last again: the first one of the map is the one that was not used for the longest time.
    pools.delete(key);
    pools.set(key, pool);
    const [oldestKey, oldest] = pools.entries().next().value!;
    if (pools.size > MAX_POOLS) {
      pools.delete(oldestKey);
      void oldest.close();
    }
    return pool;
  };

  return {
    async request(request) {
      const target = parseTarget(request.url);
      if (isClosed)
        throw new OutboundError('aborted', `the request to ${target.origin} came after the client was closed`);
      checkMethod(request.method);
      const headers = requestHeaders(request.headers ?? {}, `Kontor/${version}`);
      const timeoutMs = positive(
        request.timeoutMs ?? defaults?.timeoutMs ?? DEFAULT_TIMEOUT_MS,
        'timeoutMs',
        MAX_TIMEOUT_MS,
      );
      const maxBytes = positive(request.maxBytes ?? defaults?.maxBytes ?? DEFAULT_MAX_BYTES, 'maxBytes');
      const allowList = request.allowList ?? defaults?.allowList ?? [];
      const pool = poolFor(target, allowList, request.tls ?? defaults?.tls ?? {}, request.lane);
      const limit = { maxBytes, overflow: request.overflow ?? 'fail', watch: request.watch };
      const response = withDeadline(target.origin, timeoutMs, request.signal, (signal) =>
        exchange(pool, target, { method: request.method, headers, body: request.body ?? null, signal }, limit),
      );
      underWay.add(response);
      return response.finally(() => underWay.delete(response));
    },
    async close() {
      isClosed = true;
      await Promise.allSettled(underWay);
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
    },
  };
}

function createPool(target: URL, allowList: readonly string[], tls: TlsMaterial, resolve: Resolve): Pool {
  const connector = guardedConnector(target, parseAllowList(allowList), tls, resolve);
  return new Pool(target.origin, {
    connections: CONNECTIONS_PER_ORIGIN,
    // The deadline of the request covers both.
    headersTimeout: 0,
    bodyTimeout: 0,
    // A client is one connection: it notes in the request's `opaque` which one carries it.
    factory: (origin, options) => {
      const connection: Connection = { remoteAddress: '' };
      const client = new Client(origin, { ...options, connect: connector(connection) });
      const dispatch = client.dispatch.bind(client);
      client.dispatch = (request, handler) => {
        const carrier = (request as { opaque?: Carrier }).opaque;
        if (carrier) carrier.connection = connection;
        return dispatch(request, handler);
      };
      return client;
    },
  });
}

type Carrier = { connection?: Connection };
type Limit = Required<Pick<OutboundRequest, 'maxBytes' | 'overflow'>> & Pick<OutboundRequest, 'watch'>;
type Exchange = Pick<Dispatcher.RequestOptions, 'method' | 'headers' | 'body' | 'signal'>;

async function exchange(pool: Pool, target: URL, sent: Exchange, limit: Limit): Promise<OutboundResponse> {
  const startedMs = performance.now();
  const carrier: Carrier = {};
  const answer = await pool.request({ ...sent, path: target.pathname + target.search, opaque: carrier });
  const remoteAddress = carrier.connection?.remoteAddress ?? '';
  // Without a listener, the error of a body that we give up would end the process.
  answer.body.on('error', () => {});
  try {
    const encoding = String(answer.headers['content-encoding'] ?? 'identity').toLowerCase();
    if (encoding !== 'identity' && sent.method !== 'HEAD' && limit.overflow === 'fail') {
      throw new OutboundError('protocol_error', `${target.origin} answered compressed, although that was not accepted`);
    }
    limit.watch?.head(answer.statusCode, answer.headers);
    const body = await readBody(answer, target, { ...limit, isHead: sent.method === 'HEAD' });
    const durationMs = performance.now() - startedMs;
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body,
      durationMs,
      remoteAddress,
    };
  } catch (error) {
    answer.body.destroy();
    throw error;
  }
}

async function readBody(
  { headers, body }: Dispatcher.ResponseData<Carrier>,
  target: URL,
  { maxBytes, overflow, watch, isHead }: Limit & { isHead: boolean },
): Promise<Buffer> {
  const tooLarge = new OutboundError('too_large', `the answer of ${target.origin} is larger than ${maxBytes} bytes`);
  if (!isHead && overflow === 'fail' && Number(headers['content-length']) > maxBytes) throw tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes && overflow === 'fail') throw tooLarge;
    chunks.push(chunk);
    watch?.chunk(chunk);
    // Leaving the loop ends the connection.
    if (size > maxBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, maxBytes);
}

/**
 * Runs `work` until it ends, the time is over or the caller gives up, and says which of them it was. It does not wait for
 * `work` to notice the signal: a request that still waits for its connection does not.
 */
async function withDeadline<T>(
  origin: string,
  timeoutMs: number,
  callerSignal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const end = new AbortController();
  const ended = Promise.withResolvers<never>();
  const endWith = (error: OutboundError) => {
    ended.reject(error);
    end.abort(error);
  };
  const giveUp = () => endWith(new OutboundError('aborted', `the request to ${origin} was given up by its caller`));
  const timer = setTimeout(
    () => endWith(new OutboundError('timeout', `${origin} did not answer completely within ${timeoutMs} ms`)),
    timeoutMs,
  );
  callerSignal?.addEventListener('abort', giveUp);
  if (callerSignal?.aborted) giveUp();
  try {
    return await Promise.race([ended.promise, work(end.signal)]);
  } catch (error) {
    throw exchangeError(error, origin);
  } finally {
    clearTimeout(timer);
    callerSignal?.removeEventListener('abort', giveUp);
  }
}

function positive(value: number, name: string, max = Number.MAX_SAFE_INTEGER): number {
  if (Number.isFinite(value) && value > 0 && value <= max) return value;
  throw new OutboundError('invalid_request', `${name} must be a number above 0, not ${value}`);
}

function resolveBySystem(hostname: string): ReturnType<Resolve> {
  return lookup(hostname, { all: true });
}
