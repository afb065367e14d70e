/** The program of the demo's company: what it knows is made anew at each start, and kept in memory only. */
import type { AddressInfo } from 'node:net';
import { serveOnDemand } from '#platform/on-demand/serve-on-demand.ts';
import { readCompanySettings } from './company-settings.ts';
import { serveCompany } from './serve-company.ts';

await serveOnDemand(async () => {
  const [path = ''] = process.argv.slice(2);
  const app = await serveCompany(readCompanySettings(path)?.key ?? '');
  await app.listen({ host: '127.0.0.1', port: 0 });
  return (app.server.address() as AddressInfo).port;
});
