/** A server that speaks HTTP and fails as it is told, to see what a client makes of it. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  text: string;
}

export type Answer = (response: ServerResponse, asked: Asked) => unknown;

export interface FakeServer {
  url: string;
  /** What came, tokens apart. */
  asked: Asked[];
  /** How many tokens were asked for. */
  tokens: number;
  /** How long a token lives from now on. */
  tokenSeconds: number;
  /** How the next requests are answered, one after the other; the last one for all that follow. */
  answer(...answers: Answer[]): void;
  stop(): Promise<void>;
}

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
export const reset: Answer = (response) => response.socket?.resetAndDestroy();
/** Takes the request and says nothing; ends with the client. */
export const silence: Answer = () => {};

export async function startFakeServer(): Promise<FakeServer> {
  let answers: Answer[] = [json(200, {})];
  const fake: FakeServer = {
    url: '',
    asked: [],
    tokens: 0,
    tokenSeconds: 300,
    answer(...next) {
      answers = next;
      fake.asked = [];
      fake.tokens = 0;
      fake.tokenSeconds = 300;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const server = createServer((request, response) => void take(request, response));
  async function take(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    if (url === '/api/auth') {
      fake.tokens += 1;
      const token = { access_token: `token-${fake.tokens}`, expires_in: fake.tokenSeconds };
      return json(200, token)(response, { method, url, headers, text: '' });
    }
    const asked = { method, url, headers, text: Buffer.concat(chunks).toString() };
    fake.asked.push(asked);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return answer?.(response, asked);
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  fake.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return fake;
}
