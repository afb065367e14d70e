/** A small receiver of webhooks on this machine: prints what comes, and waits for what is wanted. */
import { createServer } from 'node:http';

interface Received {
  type: string;
  data: { correlationId?: string };
}

export interface Receiver {
  url: string;
  /** Resolves when an event of this type and process has come; rejects after `timeoutMs`. */
  wait(type: string, correlationId: string, timeoutMs: number): Promise<void>;
  close(): void;
}

/** `address` is `host:port`. */
export async function receiveEvents(address: string, show: (text: string) => void): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const event = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Received;
      received.push(event);
      process.stdout.write(`\n⇠ ${event.type}\n`);
      show(JSON.stringify(event.data, null, 2));
      response.writeHead(204).end();
    });
  });
  const [host = '127.0.0.1', port = '4801'] = address.split(':');
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(Number(port), host, resolve);
  });
  return {
    url: `http://${address}/events`,
    async wait(type, correlationId, timeoutMs) {
      const untilMs = Date.now() + timeoutMs;
      while (!received.some((event) => event.type === type && event.data.correlationId === correlationId)) {
        if (Date.now() > untilMs) throw new Error(`No ${type} came within ${timeoutMs / 1000} s.`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
