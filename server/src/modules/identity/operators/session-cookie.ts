import { readCookieNamed } from '#platform/http/cookies.ts';
import { AppError } from '#platform/http/errors.ts';
import { crossSiteRequest } from './operators.errors.ts';

type Headers = Record<string, string | string[] | undefined>;

/** By https the prefix forbids every other host, subdomains too, to set it. */
const nameFor = (publicUrl: string) => (isSecure(publicUrl) ? '__Host-kontor-session' : 'kontor-session');
const isSecure = (publicUrl: string) => publicUrl.startsWith('https:');

/** Gives the browser the secret of its session; an empty secret takes it away. */
export function writeSessionCookie(publicUrl: string, secret: string, maxAgeSeconds: number): string {
  const attributes = ['Path=/', `Max-Age=${maxAgeSeconds}`, 'HttpOnly', 'SameSite=Strict'];
  if (isSecure(publicUrl)) attributes.push('Secure');
  return [`${nameFor(publicUrl)}=${secret}`, ...attributes].join('; ');
}

export const readSessionCookie = (publicUrl: string, headers: Headers): string | null =>
  readCookieNamed(nameFor(publicUrl), headers.cookie);

/**
 * Whatever the cookie opens must come from a page of ours: a header that other sites can not send without asking us
 * first (which we never allow), and, where the browser tells it, that the request is of the same origin.
 */
export function requireOwnPage(headers: Headers): void {
  const site = headers['sec-fetch-site'];
  if (headers['kontor-console'] === '1' && (site === undefined || site === 'same-origin')) return;
  throw new AppError(crossSiteRequest, 'Only pages of the console may call this, with the header `Kontor-Console: 1`.');
}
