import { Type } from 'typebox';
import { AppError, databaseUnavailable } from './errors.ts';
import type { Metrics } from './metrics.ts';
import { publicRoute, type Route } from './route.ts';
import { statusRoute } from './status-route.ts';

const Alive = Type.Object(
  { status: Type.Literal('ok', { description: 'Always `ok`.' }) },
  { additionalProperties: false, description: 'The process is well.' },
);

/** What orchestrators and Prometheus ask a process. */
export function operationsRoutes(options: { metrics: Metrics; isReady(): boolean }): Route[] {
  const tag = 'Operations';
  return [
    publicRoute({
      method: 'GET',
      path: '/livez',
      operationId: 'getLiveness',
      summary: 'Is the process alive?',
      description:
        'Answers as long as the event loop turns, whatever the database does: restart the process when it does not.',
      tag,
      outputs: { 200: { description: 'Alive.', schema: Alive } },
      handle: async () => ({ status: 200, body: { status: 'ok' } }),
    }),
    publicRoute({
      method: 'GET',
      path: '/readyz',
      operationId: 'getReadiness',
      summary: 'Does the process take requests?',
      description: 'Not while it starts, shuts down, or has no database: send it no traffic then.',
      tag,
      outputs: { 200: { description: 'Ready.', schema: Alive } },
      errors: [databaseUnavailable],
      async handle({ database }) {
        if (!options.isReady()) {
          throw new AppError(databaseUnavailable, 'The process is starting or shutting down.', {
            headers: { 'retry-after': '1' },
          });
        }
        await database.ping();
        return { status: 200, body: { status: 'ok' } };
      },
    }),
    publicRoute({
      method: 'GET',
      path: '/metrics',
      operationId: 'getMetrics',
      summary: 'Figures for Prometheus',
      description:
        'Requests by route and status, connections, event loop, memory; Prometheus text format. Keep it inside your network.',
      tag,
      outputs: { 200: { description: 'The figures.', mediaType: 'text/plain; version=0.0.4; charset=utf-8' } },
      handle: async () => ({ status: 200, body: await options.metrics.text() }),
    }),
    statusRoute(),
  ];
}
