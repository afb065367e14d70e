import type { CheckOptions, Endpoint } from '../plan/plan.types.ts';
import { composeRequest, KEY_HEADER } from './compose-request.ts';
import type { Exchange } from './observed.types.ts';
import type { Line } from './open-line.ts';
import { probeKeys } from './probe-keys.ts';

/** Every call that a read needs, one after the other, so that they don't slow each other down. */
export async function probeRead(
  line: Line,
  endpoint: Endpoint,
  keys: Keys,
  options: CheckOptions,
): Promise<Exchange[]> {
  const { customers } = endpoint;
  const ask = (purpose: Exchange['purpose'], customer: string | undefined, note: string, headers = {}) => {
    const request = composeRequest(endpoint, customer);
    return line.call({ ...request, purpose, note, customer, headers: { ...headers, [KEY_HEADER]: keys.own } });
  };
  const seen: Exchange[] = [];
  // The first call opens the connection: it is not timed with the others, it is an answer like them.
  await ask('ordinary', customers.known[0], '');
  for (let turn = 0; turn < options.calls; turn++) {
    seen.push(await ask('ordinary', customers.known[turn % customers.known.length], ''));
  }
  if (customers.empty !== null) seen.push(await ask('empty customer', customers.empty, 'The customer with empty data'));
  seen.push(...(await probeKeys(line, endpoint, keys)));
  seen.push(await ask('unknown customer', customers.unknown, 'A customer who does not exist'));
  if (endpoint.identifier.place === 'query') {
    seen.push(await ask('missing identifier', undefined, `Without ${endpoint.identifier.name}`));
  }
  if (isEmail(customers.known[0]))
    seen.push(await ask('malformed identifier', 'not-an-address', 'An address without @'));
  seen.push(await ask('asks for xml', customers.known[0], 'Accept: application/xml', { accept: 'application/xml' }));
  return seen;
}

export interface Keys {
  own: string;
  /** Keys of the company's other environments. */
  others: string[];
}

const isEmail = (text: string | undefined) => text?.includes('@') ?? false;

/** As many calls at once as the declared limit allows in a minute, and some more. */
export async function probeLimit(line: Line, endpoint: Endpoint, keys: Keys): Promise<Exchange[]> {
  const limit = endpoint.rateLimitPerMinute ?? 0;
  const request = composeRequest(endpoint, endpoint.customers.known[0]);
  const call = {
    ...request,
    purpose: 'burst',
    note: 'Beyond the rate limit',
    headers: { [KEY_HEADER]: keys.own },
  } as const;
  const seen: Exchange[] = [];
  const total = limit + Math.max(10, Math.ceil(limit / 10));
  for (let sent = 0; sent < total; sent += AT_ONCE) {
    const many = Math.min(AT_ONCE, total - sent);
    seen.push(...(await Promise.all(Array.from({ length: many }, () => line.call(call)))));
  }
  return seen;
}

const AT_ONCE = 10;
