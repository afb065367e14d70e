import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { createTestAuthority } from '../../../server/src/platform/outbound/certificates.testing.ts';

export const KEY = 'fake_a1b2c3d4e5f67890abcdef1234567890';
export const OTHER_KEY = 'fake_production_0f9e8d7c6b5a4321fedcba';
export const authority = createTestAuthority();
const IN_A_YEAR = new Date(Date.now() + 365 * 86_400_000);

/** What an answer is about to be; a fault changes it. */
export interface Reply {
  status: number;
  type: string;
  json: unknown;
  headers: Record<string, string>;
}

export interface Moment {
  kind: 'read' | 'write';
  /** What the faultless company makes of the call. */
  cause: 'ok' | 'refused' | 'unauthorized' | 'unknown' | 'missing' | 'malformed' | 'limited';
  customer: string | null;
  /** How many calls of this kind were let in before. */
  count: number;
  request: IncomingMessage;
}

/** One way to break the contract. */
export interface Fault {
  change?(reply: Reply, moment: Moment): Reply | string | Promise<Reply>;
  acceptsKey?(given: string | undefined, url: URL): boolean;
  tls?: TlsOptions;
  /** Also answers plain http. */
  plainHttp?: boolean;
  /** Does a write again although its Idempotency-Key was seen. */
  forgetsWrites?: 'effect' | 'effect and answer';
  /** Reads forms as if they were JSON. */
  readsForms?: boolean;
}

export interface FakeCompany {
  url: string;
  plainHttpPort: number;
  close(): void;
}

/** A company's API that keeps every sentence of the contract, except those that `fault` breaks. */
export async function startFakeCompany(fault: Fault = {}, limit = Infinity): Promise<FakeCompany> {
  const certificate = authority.issue(['127.0.0.1'], { notAfter: IN_A_YEAR });
  const state: State = { calls: 0, counts: { read: 0, write: 0 }, answers: new Map(), cancellations: 0, limit };
  const handle = (request: IncomingMessage, response: ServerResponse) => void answer(request, response, fault, state);
  const server = createHttpsServer({ ...certificate, ...fault.tls }, handle);
  const plain = createHttpServer(handle);
  const port = await listen(server);
  const plainHttpPort = await listen(plain);
  if (!fault.plainHttp) plain.close();
  const close = () => {
    server.closeAllConnections();
    server.close();
    plain.closeAllConnections();
    plain.close();
  };
  return { url: `https://127.0.0.1:${port}`, plainHttpPort, close };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

interface State {
  calls: number;
  counts: { read: number; write: number };
  answers: Map<string, unknown>;
  cancellations: number;
  limit: number;
}

async function answer(request: IncomingMessage, response: ServerResponse, fault: Fault, state: State) {
  const url = new URL(request.url ?? '/', 'https://127.0.0.1');
  const kind = request.method === 'GET' ? 'read' : 'write';
  const [cause, json] = decide(request, url, await readBody(request), fault, state);
  const status = STATUS[cause];
  const headers: Record<string, string> = cause === 'limited' ? { 'retry-after': '30' } : {};
  const reply = { status, type: 'application/json; charset=utf-8', json, headers };
  const customer = url.searchParams.get('email');
  const moment: Moment = { kind, cause, customer, count: state.counts[kind], request };
  if (cause === 'ok') state.counts[kind] += 1;
  const changed = (await fault.change?.(reply, moment)) ?? reply;
  if (typeof changed === 'string') {
    response.socket?.destroy();
    return;
  }
  const text =
    typeof changed.json === 'string' && changed.type !== JSON_TYPE ? changed.json : JSON.stringify(changed.json);
  response.writeHead(changed.status, { 'content-type': changed.type, ...changed.headers }).end(text);
}

const JSON_TYPE = 'application/json; charset=utf-8';
const STATUS = { ok: 200, refused: 200, unauthorized: 401, unknown: 404, missing: 400, malformed: 400, limited: 429 };

type Decision = [cause: Moment['cause'], json: unknown];

function decide(request: IncomingMessage, url: URL, body: string, fault: Fault, state: State): Decision {
  const given = request.headers['x-api-key']?.toString();
  const accepts = fault.acceptsKey ?? ((key) => key === KEY);
  if (!accepts(given, url)) return ['unauthorized', { error: 'unauthorized', message: 'Send a valid x-api-key.' }];
  state.calls += 1;
  if (state.calls > state.limit) return ['limited', { error: 'rate_limited', message: 'Wait half a minute.' }];
  const email = url.searchParams.get('email');
  if (email === null) return ['missing', { error: 'missing_parameter', message: 'Send email.' }];
  if (!email.includes('@')) return ['malformed', { error: 'malformed_parameter', message: 'email is no address.' }];
  if (request.method === 'GET') return read(email, state);
  return write(email, request, body, fault, state);
}

const EMPTY = 'empty@example.com';
const FULL: Record<string, string> = { 'ada@example.com': '94103', 'bob@example.com': '01067' };

function read(email: string, state: State): Decision {
  const isEmpty = email === EMPTY;
  if (!isEmpty && !(email in FULL))
    return ['unknown', { error: 'user_not_found', message: 'Nobody has this address.' }];
  const some = <T>(value: T) => (isEmpty ? null : value);
  const fields = {
    customer_id: isEmpty ? 'cus_0' : `cus_${email.length}`,
    plan: some('Pro'),
    is_vip: false,
    account_closed: isEmpty,
    phone_number: some('+15550100'),
    zip_code: some(FULL[email]),
    month_of_signup: '2024-03',
    subscription_renews_at: some('2026-06-15'),
    refund_amount_cents: some(4900),
    cancellations: state.cancellations,
  };
  return ['ok', fields];
}

function write(email: string, request: IncomingMessage, body: string, fault: Fault, state: State): Decision {
  if (!(email in FULL)) return ['refused', refusal('USER_NOT_FOUND')];
  const isJson = request.headers['content-type']?.startsWith('application/json');
  const input = isJson ? parse(body) : fault.readsForms ? Object.fromEntries(new URLSearchParams(body)) : undefined;
  if (typeof input?.reason !== 'string') return ['malformed', { error: 'bad_body', message: 'Send reason as JSON.' }];
  if (input.reason === 'forbidden') return ['refused', refusal('REASON_NOT_ALLOWED')];
  const key = request.headers['idempotency-key']?.toString() ?? '';
  const known = state.answers.get(key);
  if (known && fault.forgetsWrites !== 'effect and answer') {
    if (fault.forgetsWrites === 'effect') state.cancellations += 1;
    return ['ok', known];
  }
  state.cancellations += 1;
  const confirmation = `conf_${state.cancellations}`;
  const done = { success: true, message: 'Cancelled.', confirmation_id: confirmation, effective_date: '2026-06-15' };
  state.answers.set(key, done);
  return ['ok', done];
}

const refusal = (code: string) => ({ success: false, message: 'This can’t be cancelled.', error_code: code });

function parse(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
