import { isIP } from 'node:net';

/** Programs send no origin; a browser's must be ours. */
export function isOwnOrigin(origin: string | undefined, publicUrl: string): boolean {
  return origin === undefined || origin === new URL(publicUrl).origin;
}

/**
 * Whether a `Host` is ours. A name that somebody else owns can be made to lead to our address (DNS rebinding): an address
 * itself can not, nor can a name without a dot, as containers call each other.
 */
export function isOwnHost(host: string | undefined, publicUrl: string): boolean {
  if (!host) return false;
  const url = URL.parse(`http://${host}`);
  if (!url || url.pathname !== '/') return false;
  const name = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(name) !== 0 || !name.includes('.') || name === new URL(publicUrl).hostname;
}
