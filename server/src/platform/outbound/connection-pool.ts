/** What speaks HTTP for the client. A file of its own, because undici takes 12 MB and is loaded by the first request. */
import { Client, type Dispatcher, Pool } from 'undici';
import { parseAllowList } from './allow-list.ts';
import { type Connection, guardedConnector, type Resolve, type TlsMaterial } from './guarded-connector.ts';
import type { OutboundRequest, OutboundResponse } from './outbound-client.ts';
import { OutboundError } from './outbound-error.ts';

const CONNECTIONS_PER_ORIGIN = 16;

/** Keeps connections to one origin, each of which was checked; see `guardedConnector`. */
export function createPool(target: URL, allowList: readonly string[], tls: TlsMaterial, resolve: Resolve): Pool {
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

/**
 * Sends one request and reads its answer, at most `maxBytes` of the body.
 *
 * @throws OutboundError, or what undici throws: see `exchangeError`.
 */
export async function exchange(pool: Pool, target: URL, sent: Exchange, limit: Limit): Promise<OutboundResponse> {
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
