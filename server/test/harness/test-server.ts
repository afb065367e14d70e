/** An HTTP server with routes of the test's own, over the services and credentials of a running Kontor. */

import { authenticate } from '#modules/identity/index.ts';
import { createMetrics } from '#platform/http/metrics.ts';
import type { Route } from '#platform/http/route.ts';
import { createHttpServer, type HttpOptions } from '#platform/http/server.ts';
import type { TestKontor } from './test-kontor.ts';

export async function startTestServer(
  kontor: TestKontor,
  routes: Route[],
  options: Partial<Omit<HttpOptions, 'routes'>> = {},
): Promise<{ url: string; stop(): Promise<void> }> {
  const { app } = createHttpServer({
    services: kontor.services,
    metrics: createMetrics(kontor.services.database),
    routes,
    authenticate,
    rateLimits: { api: 1_000_000, v2: 1_000_000 },
    trustedProxies: [],
    strictOutputs: true,
    ...options,
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return { url, stop: () => app.close() };
}
