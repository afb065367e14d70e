import { Agent as HttpAgent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { performance } from 'node:perf_hooks';
import type { Answer, Exchange, Purpose } from './observed.types.ts';
import { createRedactor, type Redactor } from './redact-key.ts';

/** One call to make. Header values are sent as they are; what is kept of them has the key taken out. */
export interface Call {
  purpose: Purpose;
  note?: string;
  customer?: string | null;
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: string | null;
}

export interface Line {
  call(call: Call): Promise<Exchange>;
  close(): void;
}

const MOST_BYTES = 1024 * 1024;

/** Sends calls one by one over kept connections, follows no redirect, and never keeps a key of `secrets`. */
export function openLine(options: { ca: string[] | undefined; timeoutMs: number; secrets: string[] }): Line {
  const agents = {
    'http:': new HttpAgent({ keepAlive: true }),
    'https:': new HttpsAgent({ keepAlive: true, ca: options.ca }),
  };
  const redact = createRedactor(options.secrets);
  return {
    call: (call) => exchange(call, agents, options.timeoutMs, redact),
    close() {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}

type Agents = { 'http:': HttpAgent; 'https:': HttpsAgent };

async function exchange(call: Call, agents: Agents, timeoutMs: number, redact: Redactor): Promise<Exchange> {
  const { purpose, note = '', customer = null, method, url, headers = {}, body = null } = call;
  const started = performance.now();
  const received = await receive(call, agents, timeoutMs).catch(
    (error: NodeJS.ErrnoException) => error.code ?? error.message,
  );
  const hidden = Object.entries(headers).map(([name, value]) => [name, redact.text(value)]);
  return {
    purpose,
    note,
    customer,
    sent: { method, url: redact.text(url), headers: Object.fromEntries(hidden), body },
    answer: typeof received === 'string' ? null : readAnswer(received, redact),
    failure: typeof received === 'string' ? received : null,
    durationMs: performance.now() - started,
  };
}

interface Received {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
}

/** Rejects when no whole answer came in time. */
function receive({ method, url, headers, body }: Call, agents: Agents, timeoutMs: number): Promise<Received> {
  const address = new URL(url);
  const isTls = address.protocol === 'https:';
  const length = body ? { 'content-length': String(Buffer.byteLength(body)) } : {};
  const options = { method, headers: { accept: 'application/json', ...headers, ...length } };
  return new Promise((resolve, reject) => {
    const request = isTls
      ? httpsRequest(address, { ...options, agent: agents['https:'] })
      : httpRequest(address, { ...options, agent: agents['http:'] });
    const timer = setTimeout(() => request.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(error);
    };
    request.on('error', fail);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > MOST_BYTES) request.destroy(new Error('an answer of more than 1 MB'));
      });
      response.on('error', fail);
      response.on('end', () => {
        clearTimeout(timer);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) });
      });
    });
    request.end(body ?? undefined);
  });
}

function readAnswer({ status, headers, bytes }: Received, redact: Redactor): Answer {
  const plain = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')] as const);
  const text = bytes.toString('utf8');
  const echoes = plain.filter(([, value]) => redact.finds(value)).map(([name]) => `header ${name}`);
  const shown = redact.text(text);
  return {
    status,
    headers: Object.fromEntries(plain.map(([name, value]) => [name, redact.text(value)])),
    mediaType: headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '',
    text: shown,
    json: parse(shown),
    keyEchoedIn: redact.finds(text) ? ['body', ...echoes] : echoes,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
