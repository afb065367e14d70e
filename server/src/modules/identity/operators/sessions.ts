import type { Context } from '#platform/context.ts';
import { randomToken, sha256Hex, uuidv7 } from '#platform/crypto/random.ts';
import { AppError } from '#platform/http/errors.ts';
import { audit } from '../audit.ts';
import type { RequestServices } from './as-operator.ts';
import { sessionEnded } from './operators.errors.ts';
import { readSessionCookie, requireOwnPage, writeSessionCookie } from './session-cookie.ts';
import {
  changeSession,
  deleteSession,
  deleteSessionsOf,
  findSession,
  insertSession,
  lockSession,
  type SessionRow,
} from './sessions.queries.ts';

const HOUR_MS = 3_600_000;
/** A working day, however busy. */
const LIFETIME_MS = 12 * HOUR_MS;
/** A console that is open asks for a token every few minutes; this is one that was closed, or a laptop that was. */
export const IDLE_MS = 2 * HOUR_MS;
const ROTATE_AFTER_MS = 15 * 60_000;
/** Other tabs may have asked with the secret that this one has just replaced. */
const OVERLAP_MS = 60_000;

type Headers = Record<string, string | string[] | undefined>;

/** The session of a request, and where its operator works. */
export interface OpenSession {
  workspaceId: string;
  sessionId: string;
  operatorId: string;
  /** Set when the secret was rotated: to be sent to the browser. */
  cookie: string | null;
}

/** For a browser in which somebody has just proved who they are. */
export async function createSession(ctx: Context, operatorId: string): Promise<{ cookie: string }> {
  const now = ctx.now();
  const secret = randomToken(32);
  await insertSession(ctx.session, {
    sessionId: uuidv7(now.getTime()),
    workspaceId: ctx.workspaceId,
    operatorId,
    secretHash: sha256Hex(secret),
    now,
    expiresAt: new Date(now.getTime() + LIFETIME_MS),
  });
  return { cookie: writeSessionCookie(ctx.publicUrl, secret, LIFETIME_MS / 1000) };
}

/** Runs `work` for whoever is signed in, in one transaction. Throws `session_ended` when nobody is. */
export async function withSession<T>(
  services: RequestServices,
  headers: Headers,
  work: (ctx: Context, open: OpenSession) => Promise<T>,
): Promise<T> {
  requireOwnPage(headers);
  const secret = readSessionCookie(services.publicUrl, headers);
  const hash = sha256Hex(secret ?? '');
  const found = secret ? await services.database.read(null, (session) => findSession(session, hash)) : undefined;
  if (!found) throw ended(services);
  const { workspaceId, sessionId } = found;
  const outcome = await services.database.transaction(workspaceId, async (session) => {
    const row = await lockSession(session, workspaceId, sessionId);
    if (!row) return null;
    const actor = { kind: 'operator' as const, id: row.operatorId, scopes: new Set<string>() };
    const ctx: Context = { ...services, workspaceId, session, actor };
    const used = await useSession(ctx, row, hash);
    return (
      used && { value: await work(ctx, { workspaceId, sessionId, operatorId: row.operatorId, cookie: used.cookie }) }
    );
  });
  // Only now: what a stolen secret has cost must stay, and an error would take it back.
  if (!outcome) throw ended(services);
  return outcome.value;
}

/** Null, and the session gone, when it is over or its secret was replaced long ago: then two browsers have had it. */
async function useSession(ctx: Context, row: SessionRow, hash: string): Promise<{ cookie: string | null } | null> {
  const now = ctx.now();
  const isOver = row.expiresAt <= now || row.lastUsedAt.getTime() + IDLE_MS <= now.getTime();
  const isCurrent = row.secretHash === hash;
  const isReplayed = !isCurrent && row.previousUntil !== null && row.previousUntil <= now;
  if (isOver || isReplayed) {
    await deleteSession(ctx.session, ctx.workspaceId, row.sessionId);
    if (isReplayed) await audit(ctx, { action: 'session.reused', targetKind: 'session', targetId: row.sessionId });
    return null;
  }
  const isDue = row.rotatedAt.getTime() + ROTATE_AFTER_MS <= now.getTime();
  // A browser that comes with the old secret long after, though nobody has used the new one: it never arrived. Soon after
  // it is another tab, whose next request will have the new one.
  const isOverlap = row.rotatedAt.getTime() + OVERLAP_MS > now.getTime();
  const wasLost = !isCurrent && row.previousUntil === null && !isOverlap;
  if (wasLost || (isCurrent && isDue)) return { cookie: await rotate(ctx, row, hash) };
  const arrives = isCurrent && row.previousHash !== null && row.previousUntil === null;
  await changeSession(ctx.session, ctx.workspaceId, row.sessionId, {
    last_used_at: now,
    ...(arrives && { previous_until: new Date(now.getTime() + OVERLAP_MS) }),
  });
  return { cookie: null };
}

async function rotate(ctx: Context, row: SessionRow, usedHash: string): Promise<string> {
  const now = ctx.now();
  const secret = randomToken(32);
  await changeSession(ctx.session, ctx.workspaceId, row.sessionId, {
    secret_hash: sha256Hex(secret),
    previous_hash: usedHash,
    previous_until: null,
    rotated_at: now,
    last_used_at: now,
  });
  const secondsLeft = Math.floor((row.expiresAt.getTime() - now.getTime()) / 1000);
  return writeSessionCookie(ctx.publicUrl, secret, secondsLeft);
}

/** Ends the session of this browser. Nothing to end is no error: the aim is reached. Answers the cookie that takes it away. */
export async function signOut(services: RequestServices, headers: Headers): Promise<string> {
  requireOwnPage(headers);
  const hash = sha256Hex(readSessionCookie(services.publicUrl, headers) ?? '');
  const found = await services.database.read(null, (session) => findSession(session, hash));
  if (found) {
    const { workspaceId, sessionId } = found;
    await services.database.transaction(workspaceId, async (session) => {
      const row = await lockSession(session, workspaceId, sessionId);
      await deleteSession(session, workspaceId, sessionId);
      if (!row) return;
      const actor = { kind: 'operator' as const, id: row.operatorId, scopes: new Set<string>() };
      const change = { action: 'operator.signed_out', targetKind: 'operator', targetId: row.operatorId };
      await audit({ ...services, workspaceId, session, actor }, change);
    });
  }
  return noCookie(services);
}

/** Ends every session of an operator, or all but one. Tokens that they have run out within five minutes. */
export async function endSessions(ctx: Context, operatorId: string, keep: string | null = null): Promise<void> {
  const count = await deleteSessionsOf(ctx.session, ctx.workspaceId, operatorId, keep);
  const change = { action: 'operator.sessions_ended', targetKind: 'operator', targetId: operatorId };
  await audit(ctx, { ...change, details: { count } });
}

const noCookie = ({ publicUrl }: RequestServices) => writeSessionCookie(publicUrl, '', 0);

const ended = (services: RequestServices) =>
  new AppError(sessionEnded, 'Nobody is signed in here, or no longer.', {
    headers: { 'set-cookie': noCookie(services) },
  });
