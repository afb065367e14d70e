/**
 * Answers customers: finds what fits among the articles that a bot may use, decides whether to answer, ask back or hand
 * over, and writes down how it came to that. Without a language model, and the same for the same input.
 */
import type { KontorModule } from '#platform/module.ts';
import { trainAfterChange, trainBots } from './agent.jobs.ts';
import { agentRoutes } from './agent.routes.ts';
import * as schemas from './agent.schemas.ts';

export const agent: KontorModule = {
  name: 'agent',
  routes: agentRoutes,
  schemas,
  reactions: [trainAfterChange],
  queues: [trainBots],
};
