/** How a browser proves that a session is its own. Why so: docs/decisions/2026-11-22-connect-session.md. */
import { sha256Hex } from '#platform/crypto/random.ts';
import { readCookieNamed } from '#platform/http/cookies.ts';
import { isLoopback } from './return-address.ts';

/** Longer than a session, so that its end can still be shown. */
const LIFETIME_SECONDS = 3_600;

/** `probe`: only finds out whether the browser keeps cookies at all. `window`: of the one opened from a frame for the bank. */
export type CookieKind = 'session' | 'window' | 'probe';

/** By https the prefix forbids every other host, subdomains too, to set it. */
const nameOf = (kind: CookieKind, sessionId: string, publicUrl: string): string =>
  `${publicUrl.startsWith('https:') ? '__Host-' : ''}connect-${kind}-${sessionId}`;

/**
 * The header that gives a browser a secret. In a frame of another site only `SameSite=None` is sent, and only
 * `Partitioned` is kept by browsers that block third-party cookies; both need https, or a loopback host.
 */
export function writeCookie(
  kind: CookieKind,
  session: { sessionId: string; embedOrigin: string | null },
  publicUrl: string,
  value: string,
): string {
  const url = new URL(publicUrl);
  const isSecure = url.protocol === 'https:';
  const isFramed = session.embedOrigin !== null && kind !== 'window';
  const crossesSites = isFramed && (isSecure || isLoopback(url));
  return [
    `${nameOf(kind, session.sessionId, publicUrl)}=${value}`,
    'Path=/',
    `Max-Age=${LIFETIME_SECONDS}`,
    'HttpOnly',
    ...(isSecure || crossesSites ? ['Secure'] : []),
    ...(crossesSites ? ['SameSite=None', 'Partitioned'] : ['SameSite=Lax']),
  ].join('; ');
}

export function readCookie(
  kind: CookieKind,
  sessionId: string,
  publicUrl: string,
  header: string | string[] | undefined,
): string | null {
  return readCookieNamed(nameOf(kind, sessionId, publicUrl), header);
}

/** What every form carries beside the cookie: other sites can send the cookie along, but can't know this. */
export const formToken = (secret: string): string => sha256Hex(`form ${secret}`).slice(0, 43);

/** What the window that a frame opens for the bank gets instead of the frame's own cookie, which it can't see. */
export const windowSecret = (secret: string): string => sha256Hex(`window ${secret}`);
