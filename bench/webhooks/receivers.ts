import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Receiver {
  url: string;
  requests(): number;
  /** Different ones. */
  events(): number;
  delaysMs(): number[];
  reset(): void;
}

const SLOW_MS = 3_000;

/** Endpoints of a customer: healthy ones, one that takes connections and never answers, one that takes its time. */
export async function startReceivers(healthy: number) {
  const servers: Server[] = [];
  const start = async (answer: RequestListener): Promise<Receiver> => {
    let delays = new Map<string, number>();
    let requests = 0;
    const server = createServer((request, response) => {
      requests += 1;
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { id, timestamp } = JSON.parse(Buffer.concat(chunks).toString());
        if (!delays.has(id)) delays.set(id, Date.now() - Date.parse(timestamp));
        answer(request, response);
      });
    });
    servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      requests: () => requests,
      events: () => delays.size,
      delaysMs: () => [...delays.values()],
      reset: () => {
        delays = new Map();
      },
    };
  };
  return {
    healthy: await Promise.all(
      Array.from({ length: healthy }, () => start((_, response) => response.writeHead(204).end())),
    ),
    dead: await start(() => undefined),
    slow: await start((_, response) => setTimeout(() => response.writeHead(204).end(), SLOW_MS)),
    stop() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
