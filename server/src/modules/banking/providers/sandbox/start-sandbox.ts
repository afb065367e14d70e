/** The sandbox as a server of its own port. Its code is loaded by its first request, so that a start costs a listener. */
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from '#platform/http/node-http.ts';

export interface SandboxOptions {
  /** Of 127.0.0.1; 0 for any free one. */
  port: number;
  now(): Date;
  /** File in which consents and first logins outlive a restart; null: they don't. */
  memoryPath: string | null;
  /** How long a `slow` customer waits for each answer; by default 4 s. */
  slowMs?: number;
}

export interface RunningSandbox {
  /** Such as `http://127.0.0.1:49152`. */
  url: string;
  close(): Promise<void>;
}

/** Listens on the loopback address. Rejects when the port is taken. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  let serve: Promise<RequestListener> | undefined;
  const server = createServer((request, response) => {
    serve ??= import('./serve-bank.ts').then(({ serveBank }) => serveBank({ ...options, url }));
    serve.then(
      (answer) => answer(request, response),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
