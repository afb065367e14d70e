import type { Session } from '#platform/db/database.ts';
import type { Logger } from '#platform/log/index.ts';
import type { BankAccess } from './bank-access.ts';
import type { SecretBox } from './crypto/secret-box.ts';
import type { Database } from './db/database.ts';
import type { ChangeFeed } from './events/change-feed.ts';
import type { EventBus } from './events/events.ts';
import type { JobQueue } from './jobs/jobs.ts';
import type { OutboundClient } from './outbound/index.ts';

/** What the process offers to every operation, made once at start. */
export interface Services {
  readonly database: Database;
  readonly jobs: JobQueue;
  readonly events: EventBus;
  /** What changes in any process, for those who look at it. */
  readonly changes: ChangeFeed;
  readonly secrets: SecretBox;
  readonly bankAccess: BankAccess;
  /** The only way out: https and public addresses, unless a workspace's allow-list names more. */
  readonly outbound: OutboundClient;
  readonly log: Logger;
  /** The base of every link and the issuer of every token, without a trailing slash. */
  readonly publicUrl: string;
  now(): Date;
}

/** Who is acting: a client of the banking API, a workspace key of the agent API, or Kontor itself. */
export interface Actor {
  kind: 'client' | 'api-key' | 'operator' | 'system';
  id: string;
  scopes: ReadonlySet<string>;
}

/** What one operation gets: the services, and the workspace, connection and caller it acts for. */
export interface Context extends Services {
  readonly workspaceId: string;
  /** Bound to the workspace; inside a transaction wherever something is written. */
  readonly session: Session;
  readonly actor: Actor;
  readonly requestId: string | null;
}

/** A context that holds no connection: for operations that wait for other machines. */
export type DetachedContext = Omit<Context, 'session'>;

/** Takes a connection for as long as `work` runs, in one transaction of the context's workspace. */
export function inTransaction<T>(ctx: DetachedContext, work: (ctx: Context) => Promise<T>): Promise<T> {
  return ctx.database.transaction(ctx.workspaceId, (session) => work({ ...ctx, session }));
}

/** Reads without a transaction: prepared statements that are asked for together go out together, and hold no connection. */
export function reading<T>(ctx: DetachedContext, work: (ctx: Context) => Promise<T>): Promise<T> {
  return ctx.database.read(ctx.workspaceId, (session) => work({ ...ctx, session }));
}

const SYSTEM_ACTOR: Actor = { kind: 'system', id: 'kontor', scopes: new Set() };

/** Runs `work` as Kontor itself in one transaction of a workspace: for jobs, schedules and scripts. */
export function withWorkspace<T>(
  services: Services,
  workspaceId: string,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  return services.database.transaction(workspaceId, (session) =>
    work({ ...services, workspaceId, session, actor: SYSTEM_ACTOR, requestId: null }),
  );
}
