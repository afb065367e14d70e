import type { Endpoint } from '../plan/plan.types.ts';
import { composeRequest, KEY_HEADER, withKeyInQuery, wrongKeys } from './compose-request.ts';
import type { Exchange } from './observed.types.ts';
import type { Line } from './open-line.ts';
import type { Keys } from './probe-read.ts';

/** Calls that must be refused: without a key, with wrong ones, with the right one in the wrong place. */
export async function probeKeys(line: Line, endpoint: Endpoint, keys: Keys): Promise<Exchange[]> {
  const request = composeRequest(endpoint, endpoint.customers.known[0]);
  const withKey = (key: string) => ({ ...request, headers: { ...request.headers, [KEY_HEADER]: key } });
  const seen = [await line.call({ ...request, purpose: 'no key', note: 'Without a key' })];
  for (const { note, key } of wrongKeys(keys.own)) {
    seen.push(await line.call({ ...withKey(key), purpose: 'wrong key', note }));
  }
  const inQuery = withKeyInQuery(request.url, keys.own);
  seen.push(await line.call({ ...request, url: inQuery, purpose: 'key in query', note: 'The key in the address' }));
  for (const key of keys.others) {
    const note = 'The key of another environment';
    seen.push(await line.call({ ...withKey(key), purpose: 'key of another environment', note }));
  }
  return seen;
}
