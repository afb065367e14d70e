import type { Endpoint } from '../plan/plan.types.ts';
import type { Call } from './open-line.ts';

export const KEY_HEADER = 'x-api-key';

/** The call of an endpoint for one customer; undefined leaves the identifier out. */
export function composeRequest(
  endpoint: Endpoint,
  customer: string | undefined,
  body: Record<string, unknown> | null = endpoint.body,
): Pick<Call, 'method' | 'url' | 'body' | 'headers'> {
  const { identifier, method } = endpoint;
  const url = new URL(endpoint.url.replaceAll(`{${identifier.name}}`, encodeURIComponent(customer ?? '')));
  if (identifier.place === 'query' && customer !== undefined) url.searchParams.set(identifier.name, customer);
  if (endpoint.kind === 'read') return { method, url: url.href, body: null, headers: {} };
  const full = identifier.place === 'body' && customer !== undefined ? { [identifier.name]: customer, ...body } : body;
  if (full === null) return { method, url: url.href, body: null, headers: {} };
  return { method, url: url.href, body: JSON.stringify(full), headers: { 'content-type': 'application/json' } };
}

/** The same address with the key in the query, under every name that is tried in the wild. */
export function withKeyInQuery(url: string, key: string): string {
  const address = new URL(url);
  for (const name of [KEY_HEADER, 'api_key', 'apiKey', 'key']) address.searchParams.set(name, key);
  return address.href;
}

/** Keys that resemble the right one, each with what is wrong about it. */
export function wrongKeys(key: string): { note: string; key: string }[] {
  const last = key.at(-1) === 'a' ? 'b' : 'a';
  return [
    { note: 'A key of other letters', key: 'x'.repeat(Math.max(key.length, 8)) },
    { note: 'The key with its last character changed', key: key.slice(0, -1) + last },
    { note: 'The first half of the key', key: key.slice(0, Math.ceil(key.length / 2)) },
    { note: 'The key with a character more', key: `${key}a` },
    { note: 'An empty key', key: '' },
  ];
}
