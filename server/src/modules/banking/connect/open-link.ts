import { type Services, withWorkspace } from '#platform/context.ts';
import { randomToken, sha256Hex, timingSafeEqualText } from '#platform/crypto/random.ts';
import { readCookie, windowSecret } from './browser-cookie.ts';
import { bindBrowser, findSession, lockSession } from './connect.queries.ts';
import type { ConnectSession, Language } from './connect.types.ts';
import { endSession } from './end-session.ts';
import { firstStep } from './session-machine.ts';
import { type BrowserRequest, readSession } from './visit.ts';

const SECRET_BYTES = 32;
/** 32 bytes in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export interface OpenedLink {
  session: ConnectSession;
  workspaceName: string;
  /** Whether this browser has gone on from the link before. */
  isOwn: boolean;
}

/** The session that a link leads to; null when it leads to none. Looking changes nothing: previews of messengers look too. */
export async function openLink(services: Services, token: string, request: BrowserRequest): Promise<OpenedLink | null> {
  if (!TOKEN.test(token)) return null;
  const tokenHash = sha256Hex(token);
  const id = await services.database.read(null, (session) => findSession(session, tokenHash));
  const read = id && (await readSession(services, id));
  // What was found by the secret of a cookie is no link.
  if (!read || tokenHash === read.session.browserHash || tokenHash === read.session.windowHash) return null;
  const secret = readCookie('session', read.session.sessionId, services.publicUrl, request.headers.cookie);
  return { ...read, isOwn: secret !== null && sha256Hex(secret) === read.session.browserHash };
}

export const newSecret = (): string => randomToken(SECRET_BYTES);

/**
 * `blocked`: the browser keeps no cookies here, so the link is left unused. `unsure`: the form is not the one that this
 * browser was shown last.
 */
export function checkProbe(
  services: Services,
  session: ConnectSession,
  request: BrowserRequest,
  shown: string,
): 'same' | 'unsure' | 'blocked' {
  const probe = readCookie('probe', session.sessionId, services.publicUrl, request.headers.cookie);
  if (probe === null) return 'blocked';
  return timingSafeEqualText(probe, shown) ? 'same' : 'unsure';
}

/** Exchanges the link for a secret of this browser's own; false when another browser was faster. */
export function claimLink(
  services: Services,
  session: ConnectSession,
  secret: string,
  language: Language,
): Promise<boolean> {
  return withWorkspace(services, session.workspaceId, (ctx) =>
    bindBrowser(
      ctx.session,
      session.sessionId,
      {
        browser: sha256Hex(secret),
        window: session.embedOrigin === null ? null : sha256Hex(windowSecret(secret)),
      },
      { step: firstStep(session), language },
    ),
  );
}

/** The end user does not even want to begin. */
export function declineLink(services: Services, { workspaceId, sessionId }: ConnectSession): Promise<void> {
  return withWorkspace(services, workspaceId, async (ctx) => {
    const session = await lockSession(ctx.session, sessionId);
    if (session?.status === 'open' && session.browserHash === null) await endSession(ctx, session, 'cancelled');
  });
}
