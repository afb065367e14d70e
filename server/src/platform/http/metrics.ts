import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '#platform/db/database.ts';

export interface Metrics {
  observe(method: string, route: string, status: number, durationMs: number): void;
  /** Prometheus text format. */
  text(): Promise<string>;
  contentType: string;
}

/** One registry per server: several in one process (tests) never mix their figures. */
export function createMetrics(database: Database): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'kontor_http_request_duration_seconds',
    help: 'Duration of HTTP requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  new Gauge({
    name: 'kontor_database_connections',
    help: 'Connections of the pool by state',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { total, idle, waiting } = database.pool;
      this.set({ state: 'busy' }, total - idle);
      this.set({ state: 'idle' }, idle);
      this.set({ state: 'waiting' }, waiting);
    },
  });
  return {
    observe: (method, route, status, durationMs) => requests.observe({ method, route, status }, durationMs / 1000),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
