import { once } from 'node:events';
import { createServer } from 'node:net';

// Below the ephemeral range of Linux (32768) and macOS (49152): from within it, an outgoing connection could take the
// port while PostgreSQL restarts, and a client that reconnects in a loop could even connect to itself.
const FIRST_PORT = 20_000;
const LAST_PORT = 32_000;

/** A TCP port on 127.0.0.1 that nobody listens on at this moment; the caller must still expect a clash. */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = FIRST_PORT + Math.floor(Math.random() * (LAST_PORT - FIRST_PORT));
    if (await canListen(port)) return port;
  }
  throw new Error(`No free TCP port found on 127.0.0.1 between ${FIRST_PORT} and ${LAST_PORT} after 50 attempts.`);
}

async function canListen(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen({ port, host: '127.0.0.1', exclusive: true });
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
