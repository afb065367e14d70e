/** The program of the sandbox bank: tells Kontor where it listens, and ends when Kontor does. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from '#platform/http/node-http.ts';
import { serveBank } from './serve-bank.ts';

// The channel closes when Kontor lets go of it, and when Kontor was killed.
process.on('disconnect', () => process.exit(0));
if (!process.connected) process.exit(0);
// A terminal sends these to both; Kontor, which may still finish a request to us, decides.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);

const [url = '', memoryPath = ''] = process.argv.slice(2);
const server = createServer(await serveBank({ url, now: () => new Date(), memoryPath }));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.((server.address() as AddressInfo).port);
