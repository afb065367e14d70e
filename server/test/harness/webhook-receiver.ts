/** A customer's endpoint: a real server that keeps what it got and answers as it is told. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  method: string;
  headers: Record<string, string>;
  text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into bodies of every shape
  body: any;
}

export type Answer = (response: ServerResponse, received: Received) => unknown;

export interface WebhookReceiver {
  url: string;
  /** For the allow-list. */
  host: string;
  received: Received[];
  /** How the next requests are answered, one after the other; the last one for all that follow. */
  answer(...answers: Answer[]): void;
  stop(): Promise<void>;
}

export const status =
  (code: number, headers: Record<string, string> = {}, body = ''): Answer =>
  (response) =>
    response.writeHead(code, headers).end(body);

export async function startReceiver(): Promise<WebhookReceiver> {
  const received: Received[] = [];
  let answers: Answer[] = [status(204)];
  const server = createServer((request, response) => void take(request, response));
  async function take(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const one = {
      method: request.method ?? '',
      headers: request.headers as Record<string, string>,
      text,
      body: JSON.parse(text),
    };
    received.push(one);
    const [next] = answers;
    if (answers.length > 1) answers = answers.slice(1);
    await next?.(response, one);
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}/hook`,
    host,
    received,
    answer: (...given) => {
      answers = given;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
