import { invalidField } from '#platform/http/errors.ts';

const LOOPBACK = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

export const isLoopback = (url: URL): boolean => LOOPBACK.test(url.hostname);

/** Null unless the text is an absolute address of https, or of http on this machine, without credentials in it. */
function parseAddress(text: string): URL | null {
  const url = URL.parse(text);
  if (!url || url.username || url.password) return null;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)) ? url : null;
}

/** Where the end user is sent back to. Throws 400 unless it is https, or http on the own machine. */
export function readReturnUrl(text: string): string {
  const url = parseAddress(text);
  if (!url)
    throw invalidField('/returnURL', 'must be an https address (or http on a loopback host), without credentials');
  return url.href;
}

/** The origin of the page that embeds ours. Throws 400 unless it is nothing but an origin of https, or http on the own machine. */
export function readEmbedOrigin(text: string): string {
  const url = parseAddress(text);
  if (!url || url.origin !== text.replace(/\/$/, '')) {
    throw invalidField('/origin', 'must be an origin such as https://app.example.com, without a path');
  }
  return url.origin;
}

/** The return address with what the company's page wants to know first. It proves nothing: the API tells the truth. */
export function returnAddress(returnUrl: string, end: { sessionId: string; status: string }): string {
  const url = new URL(returnUrl);
  url.searchParams.set('sessionId', end.sessionId);
  url.searchParams.set('status', end.status);
  return url.href;
}
