import { lookup } from 'node:dns/promises';
import type { IncomingHttpHeaders } from 'node:http';
import type { Pool } from 'undici';
import { sha256Hex } from '../crypto/random.ts';
import type { Resolve, TlsMaterial } from './guarded-connector.ts';
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

type CreatePool = typeof import('./connection-pool.ts').createPool;
/** What two requests to one origin must have in common to share a connection. */
type Way = { allowList: readonly string[]; tls: TlsMaterial; lane: string | undefined };

const DEFAULT_TIMEOUT_MS = 15_000;
const DEFAULT_MAX_BYTES = 5 * 1024 * 1024;
const MAX_TIMEOUT_MS = 2 ** 31 - 1;
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

  const poolFor = (createPool: CreatePool, target: URL, { allowList, tls, lane = '' }: Way): Pool => {
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
      const way = { allowList, tls: request.tls ?? defaults?.tls ?? {}, lane: request.lane };
      const limit = { maxBytes, overflow: request.overflow ?? 'fail', watch: request.watch };
      const response = withDeadline(target.origin, timeoutMs, request.signal, async (signal) => {
        const { createPool, exchange } = await import('./connection-pool.ts');
        signal.throwIfAborted();
        const pool = poolFor(createPool, target, way);
        return exchange(pool, target, { method: request.method, headers, body: request.body ?? null, signal }, limit);
      });
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
