import { selectWorkspace } from '#modules/identity/index.ts';
import type { Services } from '#platform/context.ts';
import { sha256Hex } from '#platform/crypto/random.ts';
import { type CookieKind, readCookie } from './browser-cookie.ts';
import { findSession, selectSession } from './connect.queries.ts';
import type { ConnectSession } from './connect.types.ts';
import { expireSession } from './expire-sessions.ts';

/** One request of the browser that a session belongs to. */
export interface Visit {
  services: Services;
  session: ConnectSession;
  /** Who asks for the bank data: the end user has to read it. */
  workspaceName: string;
  /** What the cookie holds. */
  secret: string;
  browser: Browser;
}

export interface Browser {
  ipAddress: string;
  userAgent: string | null;
}

export interface BrowserRequest {
  headers: Record<string, string | string[] | undefined>;
  clientAddress: string;
}

export const browserOf = ({ headers, clientAddress }: BrowserRequest): Browser => ({
  ipAddress: clientAddress,
  userAgent: headers['user-agent']?.toString().slice(0, 300) ?? null,
});

/** Null: there is no such session, or it is not this browser's. One whose time is over has ended when it is answered. */
export async function enterVisit(
  services: Services,
  sessionId: string,
  request: BrowserRequest,
  kind: Exclude<CookieKind, 'probe'> = 'session',
): Promise<Visit | null> {
  const secret = readCookie(kind, sessionId, services.publicUrl, request.headers.cookie);
  if (!secret) return null;
  const secretHash = sha256Hex(secret);
  const id = await services.database.read(null, (session) => findSession(session, secretHash));
  if (id?.sessionId !== sessionId) return null;
  const read = await readSession(services, id);
  // What opens a link, or another kind of window, opens nothing here.
  const expected = kind === 'session' ? read?.session.browserHash : read?.session.windowHash;
  if (!read || expected !== secretHash) return null;
  return { services, ...read, secret, browser: browserOf(request) };
}

/** The session as it stands, ended if its time is over, and who created it. */
export async function readSession(services: Services, id: { sessionId: string; workspaceId: string }) {
  const read = () =>
    services.database.read(id.workspaceId, async (connection) => ({
      session: await selectSession(connection, id.sessionId),
      workspace: await selectWorkspace(connection, id.workspaceId),
    }));
  let { session, workspace } = await read();
  if (session?.status === 'open' && session.isOver) {
    await expireSession(services, id);
    ({ session, workspace } = await read());
  }
  return session && { session, workspaceName: workspace?.name ?? '' };
}
