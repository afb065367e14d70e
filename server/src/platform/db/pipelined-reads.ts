import { Socket } from 'node:net';
import pg from 'pg';
import type { Logger } from '#platform/log/index.ts';
import { isConnectionLoss } from './connection-loss.ts';

export interface NamedStatement {
  name: string;
  text: string;
  values: unknown[];
}

/** Prepared reads of many requests over few connections. */
export interface PipelinedReads {
  /** `''`: sees no tenant's row. Null when every connection is held up: take one of your own. */
  read<Row extends pg.QueryResultRow>(workspaceId: string, statement: NamedStatement): Promise<Row[]> | null;
  /** How many connections are open. */
  readonly total: number;
  close(): Promise<void>;
}

interface Link {
  client: pg.Client;
  socket: Socket;
  /** What the connection is set to once everything sent so far has run. */
  workspaceId: string;
  unanswered: number;
  /** Since when the first of the unanswered keeps the others waiting. */
  waitingSinceMs: number;
  /** Set when the connection must not be believed any more. */
  failure: Error | null;
  holdsWrites: boolean;
}

interface Lane {
  link: Link | null;
  opening: Promise<Link> | null;
}

/** One process of Node can't keep more of PostgreSQL's busy with reads this short. */
const LANES = 2;
/** A prepared read takes milliseconds. Behind one that has taken this long nothing more is sent. */
const HELD_UP_MS = 100;
/** Longer than PostgreSQL lets a statement run: a connection that is silent for so long is dead. */
const SILENCE_FACTOR = 1.5;
const QUERY_CANCELED = '57014';

/**
 * Sends each statement at once, behind those that are still being answered (pipelining), and all of one turn of the event
 * loop in one write: half the system calls and switches between processes of a connection per request. A workspace other
 * than the last one's is set by a statement sent just before, so that the order on the wire keeps tenants apart. A slow one
 * keeps those waiting that were sent right behind it: PostgreSQL ends it after `timeoutMs`, and whoever comes later goes
 * elsewhere.
 *
 * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-PIPELINING
 */
export function createPipelinedReads(connection: pg.ClientConfig, timeoutMs: number, log: Logger): PipelinedReads {
  const lanes: Lane[] = Array.from({ length: LANES }, () => ({ link: null, opening: null }));
  let closed = false;

  async function open(lane: Lane): Promise<Link> {
    if (closed) throw new Error('The database is closed');
    const socket = new Socket();
    const client = new pg.Client({
      ...connection,
      stream: () => socket,
      pipeline: true,
      statement_timeout: timeoutMs,
      query_timeout: timeoutMs * SILENCE_FACTOR,
    });
    const link: Link = {
      client,
      socket,
      workspaceId: '',
      unanswered: 0,
      waitingSinceMs: 0,
      failure: null,
      holdsWrites: false,
    };
    const forget = () => {
      if (lane.link === link) lane.link = null;
    };
    client.on('error', (error) => {
      if (lane.link === link) log.warn({ err: error }, 'A shared database connection was lost');
      forget();
    });
    client.on('end', forget);
    await client.connect();
    lane.link = link;
    return link;
  }

  function linkOf(lane: Lane): Link | Promise<Link> {
    if (lane.link && !lane.link.failure) return lane.link;
    lane.opening ??= open(lane).finally(() => {
      lane.opening = null;
    });
    return lane.opening;
  }

  return {
    read(workspaceId, statement) {
      const free = lanes.filter(({ link }) => !link || !isHeldUp(link));
      if (free.length === 0) return null;
      const opened = linkOf(chooseLane(free, workspaceId));
      if (opened instanceof Promise) return opened.then((link) => send(link, workspaceId, statement));
      return send(opened, workspaceId, statement);
    },
    get total() {
      return lanes.filter(({ link }) => link).length;
    },
    async close() {
      closed = true;
      await Promise.all(
        lanes.map(async (lane) => {
          const link = lane.link ?? (await lane.opening?.catch(() => null));
          await link?.client.end();
        }),
      );
    },
  };
}

/** The one with the least to answer; of equal ones the one that is set to this workspace already. */
function chooseLane(lanes: Lane[], workspaceId: string): Lane {
  const cost = ({ link }: Lane) => (link ? 2 * link.unanswered + (link.workspaceId === workspaceId ? 0 : 1) : 1);
  return lanes.reduce((best, lane) => (cost(lane) < cost(best) ? lane : best));
}

const isHeldUp = ({ unanswered, waitingSinceMs }: Link) =>
  unanswered > 0 && performance.now() - waitingSinceMs > HELD_UP_MS;

function send<Row extends pg.QueryResultRow>(link: Link, workspaceId: string, statement: NamedStatement) {
  holdWrites(link);
  if (link.workspaceId !== workspaceId) setWorkspace(link, workspaceId);
  if (link.unanswered === 0) link.waitingSinceMs = performance.now();
  link.unanswered += 1;
  return new Promise<Row[]>((resolve, reject) => {
    link.client.query<Row>(statement, (error: Error | null, result) => {
      link.unanswered -= 1;
      link.waitingSinceMs = performance.now();
      const failure = link.failure ?? error;
      if (!failure) return resolve(result.rows);
      // The same to the caller as a database that does not answer, but no reason to leave the connection.
      if ((failure as pg.DatabaseError).code === QUERY_CANCELED)
        return reject(new Error('Query read timeout', { cause: failure }));
      if (isConnectionLoss(failure)) giveUp(link, failure);
      reject(failure);
    });
  });
}

/** Should it fail, what was sent behind it is answered for another workspace: nothing of that may be believed. */
function setWorkspace(link: Link, workspaceId: string) {
  link.workspaceId = workspaceId;
  const text = `select set_config('kontor.workspace_id', $1, false)`;
  link.client.query({ name: 'set_workspace', text, values: [workspaceId] }, (error: Error | null) => {
    if (error) giveUp(link, error);
  });
}

function giveUp(link: Link, failure: Error) {
  link.failure ??= failure;
  link.socket.destroy();
}

/** Until the turn of the event loop ends: then everything that its requests have asked for leaves together. */
function holdWrites(link: Link) {
  if (link.holdsWrites) return;
  link.holdsWrites = true;
  link.socket.cork();
  setImmediate(() => {
    link.holdsWrites = false;
    link.socket.uncork();
  });
}
