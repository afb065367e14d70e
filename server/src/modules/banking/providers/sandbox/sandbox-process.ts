/** The program of the sandbox bank. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from '#platform/http/node-http.ts';
import { serveOnDemand } from '#platform/on-demand/serve-on-demand.ts';
import { serveBank } from './serve-bank.ts';

await serveOnDemand(async () => {
  const [url = '', memoryPath = ''] = process.argv.slice(2);
  const server = createServer(await serveBank({ url, now: () => new Date(), memoryPath }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
});
