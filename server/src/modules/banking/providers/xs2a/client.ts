/** One request to a bank with everything that NextGenPSD2 wants of each: ids, digest, signature, the user's presence. */
import { createHash, randomUUID } from 'node:crypto';
import { OutboundError } from '#platform/outbound/index.ts';
import { type ProviderCall, ProviderError } from '../provider.types.ts';
import { refusalOf } from './bank-messages.ts';
import { type JsonObject, objectOf } from './read-json.ts';
import { signRequest } from './sign-request.ts';
import type { Links, Xs2aBank, Xs2aTransport } from './xs2a.types.ts';

export interface BankRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the bank's host, as a link of the bank or `pathOf` gives it. */
  path: string;
  headers?: Record<string, string>;
  body?: JsonObject;
}

export interface BankAnswer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Empty for an answer without a body. */
  body: JsonObject;
  links: Links;
}

/** A bank, how it is reached, and the call that speaks to it. */
export interface BankLine {
  bank: Xs2aBank;
  transport: Xs2aTransport;
  call: ProviderCall;
}

/** More than a page of bookings ever has. */
const MAX_BYTES = 8 * 1024 * 1024;

/** Sends one request. Throws `BankRefusal` for a no of the bank, `ProviderError` for an answer that is none. */
export async function askBank(line: BankLine, request: BankRequest): Promise<BankAnswer> {
  const { bank, transport, call } = line;
  const body = request.body === undefined ? '' : JSON.stringify(request.body);
  const answer = await call.outbound
    .request({
      method: request.method,
      url: new URL(request.path, bank.baseUrl).href,
      headers: headersOf(line, request, body),
      ...(body && { body }),
      tls: transport.tls,
      allowList: transport.allowList,
      timeoutMs: transport.timeoutMs,
      maxBytes: MAX_BYTES,
      signal: call.signal,
    })
    .catch((error: unknown) => {
      throw unreachable(error, bank.name);
    });
  const json = readBody(answer.body, answer.headers['content-type'], bank.name, answer.status);
  if (answer.status < 200 || answer.status > 299) {
    throw refusalOf(bank.name, answer.status, json, answer.headers['retry-after'], call.now());
  }
  const parsed = objectOf(json);
  return { status: answer.status, headers: answer.headers, body: parsed, links: linksOf(parsed, bank) };
}

/** The address of a resource below the interface of the bank; ids are the bank's words and so are escaped. */
export function pathOf(bank: Xs2aBank, ...parts: string[]): string {
  return `${new URL(`${bank.baseUrl}/v1`).pathname}/${parts.map(encodeURIComponent).join('/')}`;
}

/** The links of an answer, as paths. A link that leaves the bank's host is refused: our credentials are for nobody else. */
export function linksOf(body: JsonObject, bank: Xs2aBank): Links {
  const links: Links = {};
  for (const [name, value] of Object.entries(objectOf(body._links))) {
    const href = typeof value === 'string' ? value : objectOf(value).href;
    if (typeof href !== 'string') continue;
    // The browser goes there, not we: `redirectStep` checks it.
    if (name === 'scaRedirect') {
      links[name] = href;
      continue;
    }
    links[name] = pathOfLink(href, bank);
  }
  return links;
}

function pathOfLink(href: string, bank: Xs2aBank): string {
  const base = new URL(bank.baseUrl);
  // A relative link without a slash at its beginning is meant from the root of the interface.
  const url = URL.canParse(href, `${base.href}/`) ? new URL(href, `${base.href}/`) : null;
  if (!url || url.host !== base.host || url.username !== '' || url.password !== '') {
    throw new ProviderError('invalid_answer', `${bank.name} answered with a link that leaves its host ${base.host}`);
  }
  return withBasePath(url.pathname, base.pathname) + url.search;
}

/** Some banks leave out the part of the path that their gateway adds: `/v1/…` is meant below the root of the interface. */
function withBasePath(path: string, basePath: string): string {
  const root = basePath.replace(/\/$/, '');
  return root !== '' && path.startsWith('/v1/') ? root + path : path;
}

function headersOf({ transport, call }: BankLine, request: BankRequest, body: string): Record<string, string> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'x-request-id': randomUUID(),
    date: call.now().toUTCString(),
    digest: `SHA-256=${createHash('sha256').update(body).digest('base64')}`,
    ...(body && { 'content-type': 'application/json' }),
    // Exactly when the end user is there: the bank counts readings without them against its four a day.
    ...(call.psu && { 'psu-ip-address': call.psu.ipAddress }),
    ...(call.psu?.userAgent && { 'psu-user-agent': printable(call.psu.userAgent) }),
    ...request.headers,
  };
  return transport.seal ? signRequest(headers, transport.seal) : headers;
}

/** What a browser calls itself is its own choice; a header takes printable ASCII. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 300);
}

function readBody(body: Buffer, contentType: string | undefined, bank: string, status: number): unknown {
  const isOk = status >= 200 && status <= 299;
  if (body.length === 0) {
    if (isOk && status !== 204) throw new ProviderError('invalid_answer', `${bank} answered ${status} without a body`);
    return {};
  }
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(contentType ?? '')) {
    if (!isOk) return {};
    throw new ProviderError('invalid_answer', `${bank} answered with another content type than JSON`);
  }
  try {
    return JSON.parse(body.toString());
  } catch {
    if (!isOk) return {};
    throw new ProviderError('invalid_answer', `${bank} answered with broken JSON`);
  }
}

/** Faults of the way to the bank are the bank's; those of the request itself, or of our settings, are ours and stay as they are. */
function unreachable(error: unknown, bank: string): unknown {
  if (!(error instanceof OutboundError)) return error;
  switch (error.code) {
    case 'dns_failed':
    case 'connect_failed':
    case 'tls_failed':
    case 'timeout':
      return new ProviderError('bank_unavailable', `${bank} cannot be reached: ${error.message}`);
    case 'too_large':
    case 'protocol_error':
      return new ProviderError('invalid_answer', `${bank} did not answer well: ${error.message}`);
    default:
      return error;
  }
}
