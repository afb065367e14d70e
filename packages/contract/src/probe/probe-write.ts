import { randomUUID } from 'node:crypto';
import type { CheckOptions, Endpoint } from '../plan/plan.types.ts';
import { composeRequest, KEY_HEADER } from './compose-request.ts';
import type { Exchange, Purpose } from './observed.types.ts';
import type { Call, Line } from './open-line.ts';
import { probeKeys } from './probe-keys.ts';
import type { Keys } from './probe-read.ts';

/**
 * Every call that a write needs; only ever made in a sandbox. The two with one Idempotency-Key come first, while the
 * customer is still as the company set it up. `read` is the endpoint that shows the effect, when one was named.
 */
export async function probeWrite(
  line: Line,
  endpoint: Endpoint,
  keys: Keys,
  { calls }: CheckOptions,
  read: Endpoint | null,
): Promise<Exchange[]> {
  const customer = endpoint.customers.known[0];
  const request = composeRequest(endpoint, customer);
  const send = (purpose: Purpose, note: string, change: Partial<Call> = {}, idempotencyKey: string = randomUUID()) => {
    const headers = {
      ...request.headers,
      ...change.headers,
      [KEY_HEADER]: keys.own,
      'idempotency-key': idempotencyKey,
    };
    return line.call({ ...request, ...change, purpose, note, customer: customer ?? null, headers });
  };
  const seen: Exchange[] = [];
  const look = async () => {
    if (read === null) return;
    const question = composeRequest(read, customer);
    seen.push(await line.call({ ...question, purpose: 'effect', headers: { [KEY_HEADER]: keys.own } }));
  };
  const repeated = randomUUID();
  await look();
  for (const note of ['The first write', 'The same write again']) {
    seen.push(await send('repeated key', note, {}, repeated));
    await look();
  }
  seen.push(...(await probeKeys(line, endpoint, keys)));
  for (let turn = 0; turn < calls; turn++) seen.push(await send('write', ''));
  seen.push(...(await sendBadOnes(endpoint, send)));
  return seen;
}

type Send = (purpose: Purpose, note: string, change?: Partial<Call>) => Promise<Exchange>;

/** Bodies that can't be done: refused by the company's rules, incomplete, broken, of another type. */
async function sendBadOnes(endpoint: Endpoint, send: Send): Promise<Exchange[]> {
  const { customers, refusedBody, body, identifier } = endpoint;
  const seen: Exchange[] = [];
  if (refusedBody !== null) {
    const request = composeRequest(endpoint, customers.known[0], refusedBody);
    seen.push(await send('refused write', 'A body that the rules refuse', { body: request.body }));
  }
  const unknown = composeRequest(endpoint, customers.unknown);
  seen.push(await send('unknown customer', 'A customer who does not exist', { url: unknown.url, body: unknown.body }));
  if (identifier.place === 'query') {
    const nobody = composeRequest(endpoint, undefined);
    seen.push(await send('missing field', `Without ${identifier.name}`, { url: nobody.url }));
  }
  if (body === null && identifier.place !== 'body') return seen;
  seen.push(await send('missing field', 'An empty body', { body: '{}' }));
  seen.push(await send('broken json', 'A body of broken JSON', { body: '{"a":' }));
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(body ?? {})) form.set(name, String(value));
  if (identifier.place === 'body') form.set(identifier.name, customers.known[0] ?? '');
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  seen.push(await send('form', 'A form', { body: form.toString(), headers }));
  return seen;
}
