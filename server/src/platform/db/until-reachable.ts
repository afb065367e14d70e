import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '#platform/log/index.ts';
import { databaseName } from './app-role.ts';
import { isConnectionLoss } from './database.ts';

/** A database server that starts beside us, or fails over, is back by then. */
const WAIT_MS = 30_000;
const RETRY_MS = 1_000;
const CONNECT_MS = 5_000;

/**
 * Waits until the PostgreSQL of DATABASE_URL takes connections, at most half a minute.
 *
 * @throws Error that says what is wrong with the address, the login or the server, without the password; the reason of
 *   `stop` when that is aborted.
 */
export async function untilReachable(url: string, log: Logger, stop?: AbortSignal): Promise<void> {
  const startedMs = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    stop?.throwIfAborted();
    const error = await tryToConnect(url);
    if (!error) return;
    const why = explain(error, url);
    const notPostgres = isConnectionLoss(error) && (await speaksAnotherProtocol(url));
    if (notPostgres)
      throw new Error(`What listens at ${addressOf(url)} is not PostgreSQL. Check host and port of DATABASE_URL.`);
    if (!isConnectionLoss(error)) throw new Error(why, { cause: error });
    if (performance.now() - startedMs > WAIT_MS)
      throw new Error(`${why} Waited ${WAIT_MS / 1_000} s for it.`, { cause: error });
    if (attempt === 1) log.warn({}, `${why} Waiting up to ${WAIT_MS / 1_000} s for it.`);
    await sleep(RETRY_MS, undefined, { signal: stop }).catch(() => undefined);
  }
}

async function tryToConnect(url: string): Promise<Error | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return null;
  } catch (error) {
    return error as Error;
  } finally {
    // Not awaited: a server that never answers would hold it up.
    client.end().catch(() => undefined);
  }
}

/** What to do about an error of connecting, in words that never hold the password. */
function explain(error: Error, url: string): string {
  const code = codeOf(error);
  const address = addressOf(url);
  const user = decodeURIComponent(new URL(url).username);
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `DATABASE_URL names the host ${new URL(url).hostname}, which can not be found. Check its name and the network.`;
    case 'ECONNREFUSED':
      return `Nothing listens at ${address}, where DATABASE_URL points. Is PostgreSQL running there, and is the port right?`;
    case '28P01':
    case '28000':
      return `PostgreSQL at ${address} refuses the user ${user} of DATABASE_URL: ${error.message}. Check user and password, and pg_hba.conf.`;
    case '3D000':
      return `PostgreSQL at ${address} has no database ${databaseName(url)}. Create it: createdb -h ${new URL(url).hostname} ${databaseName(url)}`;
    default:
      return `PostgreSQL at ${address}, where DATABASE_URL points, can not be used: ${error.message || code}.`;
  }
}

function codeOf(error: Error): string | undefined {
  const { code } = (error instanceof AggregateError ? error.errors[0] : error) as { code?: string };
  return code;
}

const addressOf = (url: string) => `${new URL(url).hostname}:${new URL(url).port || '5432'}`;

/** PostgreSQL answers S or N to the request for TLS, one byte; whatever else answers is something else. */
async function speaksAnotherProtocol(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 5432) });
  socket.on('error', () => undefined);
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(CONNECT_MS) });
    socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]));
    const [answer] = (await once(socket, 'data', { signal: AbortSignal.timeout(CONNECT_MS) })) as [Buffer];
    return !/^[SNE]/.test(answer.toString('latin1', 0, 1));
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
