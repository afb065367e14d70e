/** For tests: a company's own API that speaks the endpoint contract over real sockets, with faults that can be switched on. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface CompanyRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage['headers'];
  body: Record<string, unknown> | null;
}

export interface CompanyAnswer {
  status?: number;
  body?: unknown;
  /** Instead of `body`: as it is. */
  text?: string;
  headers?: Record<string, string>;
  /** Before it answers. */
  delayMs?: number;
  /** Ends the connection instead of answering. */
  drops?: boolean;
}

export type CompanyHandler = (request: CompanyRequest) => CompanyAnswer | Promise<CompanyAnswer>;

export interface FakeCompany {
  url: string;
  /** As it stands in an allow-list. */
  host: string;
  requests: CompanyRequest[];
  /** What is accepted as `x-api-key`; others are answered 401. */
  keys: Set<string>;
  answer(handler: CompanyHandler): void;
  close(): Promise<void>;
}

export const COMPANY_KEY = 'company-key-a1b2c3d4e5';

/** Listens on a free port, by TLS when it is given a certificate. */
export async function startFakeCompany(tls?: { cert: string; key: string }): Promise<FakeCompany> {
  const keys = new Set([COMPANY_KEY]);
  const requests: CompanyRequest[] = [];
  let handler: CompanyHandler = () => ({ body: {} });
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => {});
    request.on('end', () => void respond(Buffer.concat(chunks).toString(), request, response));
  };
  async function respond(text: string, request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://company.test');
    const seen: CompanyRequest = {
      method: request.method ?? '',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      body: text === '' ? null : JSON.parse(text),
    };
    requests.push(seen);
    const isKnown = keys.has(String(request.headers['x-api-key']));
    const refusal: CompanyAnswer = { status: 401, body: { error: 'unauthorized', message: 'Unknown key.' } };
    send(response, isKnown ? await handler(seen) : refusal);
  }
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    requests,
    keys,
    answer: (next) => {
      handler = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, { status = 200, body, text, headers, delayMs = 0, drops }: CompanyAnswer) {
  const reply = () => {
    if (drops) response.socket?.destroy();
    if (response.destroyed || drops) return;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(text ?? JSON.stringify(body ?? {}));
  };
  if (delayMs > 0) setTimeout(reply, delayMs);
  else reply();
}
