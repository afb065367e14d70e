import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer, type ServerOptions } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, expect } from 'vitest';
import { createTestAuthority } from './certificates.testing.ts';
import { OutboundError } from './outbound-error.ts';

/** The authority that certifies the servers below, as `bank.test`. */
export const authority = createTestAuthority();
export const serverCertificate = authority.issue(['bank.test', '127.0.0.1']);
/** What reached any of the servers, to be reset by the test that looks. */
export const seen = { connections: 0, requests: 0 };
const servers: Server[] = [];

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.on('connection', () => seen.connections++);
  servers.push(server);
  return (server.address() as AddressInfo).port;
}

/** Starts an https server; tells its port. */
export function listenHttps(options: ServerOptions): Promise<number> {
  return listen(createHttpsServer(options, answer));
}

/** Starts an http server; tells its port. */
export function listenHttp(): Promise<number> {
  return listen(createHttpServer(answer));
}

/** Starts a server for whatever else a peer may do with a connection; tells its port. */
export function listenTcp(handler: (socket: Socket) => void): Promise<number> {
  return listen(createTcpServer(handler));
}

afterAll(() => {
  for (const server of servers) server.close();
});

/** Answers well or wrongly, as the path says. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  seen.requests++;
  const path = request.url?.split('?')[0];
  if (path === '/silent') return;
  if (path === '/redirect') return void response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
  if (path === '/gzip-bomb') {
    return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000)));
  }
  if (path === '/huge-headers') return void response.writeHead(200, { x: 'a'.repeat(60_000) }).end();
  if (path === '/announced') return void response.writeHead(200, { 'content-length': 1e9 }).write('a');
  if (path === '/drip' || path === '/endless') {
    const chunk = path === '/drip' ? 'a' : Buffer.alloc(65_536);
    const timer = setInterval(() => response.write(chunk), path === '/drip' ? 20 : 1);
    return void response.on('close', () => clearInterval(timer));
  }
  if (path === '/reset') {
    response.writeHead(200, { 'content-length': 1000 }).write('half');
    return void setTimeout(() => request.socket.destroy(), 20);
  }
  const chunks: Buffer[] = [];
  request
    .on('data', (chunk) => chunks.push(chunk))
    .on('end', () => {
      const { method, headers } = request;
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ method, headers, body: Buffer.concat(chunks).toString(), port: request.socket.remotePort }),
      );
    });
}

/** The code that a request fails with, or `no error`; anything but an OutboundError fails the test. */
export async function codeOf(request: Promise<unknown>): Promise<string> {
  const error = await request.then(
    () => ({ code: 'no error' }),
    (thrown) => thrown,
  );
  if (error.code !== 'no error') expect(error).toBeInstanceOf(OutboundError);
  return error.code;
}
