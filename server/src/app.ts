/** Table of contents: which modules there are, and the HTTP application over them. */

import { agent } from '#modules/agent/index.ts';
import { analysis } from '#modules/analysis/index.ts';
import { banking } from '#modules/banking/index.ts';
import { bots } from '#modules/bots/index.ts';
import { categorization } from '#modules/categorization/index.ts';
import { conversations } from '#modules/conversations/index.ts';
import { drafting } from '#modules/drafting/index.ts';
import { authenticate, identity } from '#modules/identity/index.ts';
import { integrations } from '#modules/integrations/index.ts';
import { knowledge } from '#modules/knowledge/index.ts';
import { languageModel } from '#modules/language-model/index.ts';
import { live } from '#modules/live/index.ts';
import { overview } from '#modules/overview/index.ts';
import { rulebook } from '#modules/rulebook/index.ts';
import { users } from '#modules/users/index.ts';
import { createWebhooks } from '#modules/webhooks/index.ts';
import { widget } from '#modules/widget/index.ts';
import type { Services } from '#platform/context.ts';
import { housekeeping } from '#platform/housekeeping.ts';
import type { HttpServer } from '#platform/http/server.ts';
import type { KontorModule } from '#platform/module.ts';
import manifest from '../package.json' with { type: 'json' };

/** In the order of their levels: reactions to an event run in it. */
const publishing: KontorModule[] = [
  housekeeping,
  identity,
  users,
  bots,
  languageModel,
  banking,
  knowledge,
  categorization,
  integrations,
  analysis,
  // Before the conversations, whose deletion takes the runs in them along: erasing counts them first.
  rulebook,
  conversations,
  agent,
  drafting,
  widget,
];
const modules = [...publishing, createWebhooks(publishing.flatMap((module) => module.events ?? [])), live, overview];

export const routes = modules.flatMap((module) => module.routes ?? []);
/** What the reference calls the objects on the wire. */
export const schemas: Record<string, unknown> = Object.assign({}, ...modules.map((module) => module.schemas));
/** What customers may subscribe to, in the order of the modules. */
export const publicEvents = modules.flatMap((module) => module.events ?? []);
export const reactions = modules.flatMap((module) => module.reactions ?? []);
export const subscriptions = modules.flatMap((module) => module.subscriptions ?? []);
export const schedules = modules.flatMap((module) => module.schedules ?? []);
export const loops = modules.flatMap((module) => module.loops ?? []);
export const queues = [
  ...modules.flatMap((module) => module.queues ?? []),
  ...subscriptions.map((subscription) => subscription.queue),
];

export interface AppOptions {
  services: Services;
  /** False: only the routes that say how the process is (for processes without the api role). */
  api: boolean;
  rateLimits: { api: number; v2: number };
  trustedProxies: string[];
  strictOutputs: boolean;
  /** Whether the process takes new work: false while it starts and while it stops. */
  isReady(): boolean;
}

/** What serves HTTP is loaded here, because the worker's thread reads this file for everything else in it. */
export async function createApp(options: AppOptions): Promise<HttpServer> {
  const { createMetrics } = await import('#platform/http/metrics.ts');
  const { operationsRoutes } = await import('#platform/http/operations-routes.ts');
  const { createHttpServer } = await import('#platform/http/server.ts');
  const { mountConsole } = await import('./console-files.ts');
  const { mountDocs } = await import('./docs-files.ts');
  const { createMcp } = await import('#modules/mcp/index.ts');
  const { createReference } = await import('./reference.ts');
  const { mountWidget } = await import('./widget-files.ts');
  const { services } = options;
  const metrics = createMetrics(services.database);
  const operations = operationsRoutes({ metrics, isReady: options.isReady });
  const reference = createReference({
    routes: [...operations, ...routes],
    schemas,
    publicEvents,
    publicUrl: services.publicUrl,
  });
  const mcp = createMcp({
    ...reference,
    routes,
    publicUrl: services.publicUrl,
    version: manifest.version,
    app: () => server.app,
  });
  const server = createHttpServer({
    services,
    metrics,
    routes: options.api ? [...operations, ...routes, ...reference.routes, ...mcp] : operations,
    authenticate,
    rateLimits: options.rateLimits,
    trustedProxies: options.trustedProxies,
    strictOutputs: options.strictOutputs,
  });
  // Streams end by themselves never: a server that stops ends them, so that its close needs not wait.
  server.app.addHook('preClose', () => services.changes.close());
  if (options.api) {
    reference.mount(server.app);
    mountConsole(server.app, services.publicUrl);
    mountDocs(server.app, services.publicUrl);
    mountWidget(server.app);
  }
  return server;
}
