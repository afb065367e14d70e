import { publicEvents, routes, schemas } from '../../server/src/app.ts';
import { operationsRoutes } from '../../server/src/platform/http/operations-routes.ts';
import { createReference } from '../../server/src/reference.ts';

/** What an installation with the default settings calls itself. */
const PUBLIC_URL = 'http://127.0.0.1:4800';

/** The document that the server serves as `/openapi.json`. The routes are described here, not run. */
export function generateOpenApi(): string {
  const metrics = { contentType: '', observe() {}, text: async () => '' };
  const operations = operationsRoutes({ metrics, isReady: () => true });
  const { document } = createReference({
    routes: [...operations, ...routes],
    schemas,
    publicEvents,
    publicUrl: PUBLIC_URL,
  });
  return `${JSON.stringify(document(), null, 2)}\n`;
}
