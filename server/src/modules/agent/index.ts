/**
 * Answers customers: finds what fits among the articles that a bot may use, decides whether to answer, ask back or hand
 * over, and writes down how it came to that. Without a language model, and the same for the same input.
 */
import type { KontorModule } from '#platform/module.ts';
import { trainAfterChange, trainAfterUpgrade, trainBots } from './agent.jobs.ts';
import { agentRoutes } from './agent.routes.ts';
import * as schemas from './agent.schemas.ts';
import { regionRoutes } from './region/region.routes.ts';
import * as regionSchemas from './region/region.schemas.ts';
import { suiteJobs } from './suites/suites.jobs.ts';
import { suiteRoutes } from './suites/suites.routes.ts';
import * as suiteSchemas from './suites/suites.schemas.ts';

export { botArchived } from './agent.errors.ts';
export { identifySpeaker } from './identify-speaker.ts';
export { streamAgain, streamAnswer } from './send-answer.ts';
export { createSuite } from './suites/manage-suites.ts';

export const agent: KontorModule = {
  name: 'agent',
  routes: [...agentRoutes, ...regionRoutes, ...suiteRoutes],
  schemas: { ...schemas, ...regionSchemas, ...suiteSchemas },
  reactions: trainAfterChange,
  queues: [trainBots, suiteJobs],
  loops: [trainAfterUpgrade],
};
