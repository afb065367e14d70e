/**
 * Rules: what a bot does when a customer wants something done. Authored and versioned here, checked when they are saved, and
 * played as a state machine whose every step is stored; who chooses and drives them is above.
 */
import { conversationTakenOver } from '#modules/conversations/index.ts';
import { userErasing, userExporting } from '#modules/users/index.ts';
import { react } from '#platform/events/events.ts';
import type { KontorModule } from '#platform/module.ts';
import { leaveToPerson } from './play-rule.ts';
import { ruleRoutes } from './rulebook.routes.ts';
import * as schemas from './rules.schemas.ts';
import { deleteRunsOfUser, runRowsOfUser } from './runs.queries.ts';
import { simulationRoutes } from './simulation/simulation.routes.ts';

export { createRule, intentsOf, rulesOfBot } from './manage-rules.ts';
export { beginRun, continueRun, leaveRun, leaveToPerson, openRun, runKeyOf, runUnderWay } from './play-rule.ts';
export { articlesOf, labelOf, type Rule } from './rule.types.ts';
export { ruleRunMoved } from './rulebook.errors.ts';
export { rulesChanged } from './rulebook.events.ts';
export { choicesOf } from './run/choices-of.ts';
export { describeRun } from './run/describe-run.ts';
export { describeSteps } from './run/describe-steps.ts';
export type { ActionResult as RuleActionResult, Effect, World } from './run/run.types.ts';
export { isQuestion } from './run/understand.ts';
export type { StoredRun } from './runs.queries.ts';

export const rulebook: KontorModule = {
  name: 'rulebook',
  routes: [...ruleRoutes, ...simulationRoutes],
  schemas,
  reactions: [
    react(conversationTakenOver, (ctx, { conversationId }) => leaveToPerson(ctx, conversationId)),
    react(userErasing, (ctx, { userKey }) => deleteRunsOfUser(ctx.session, userKey)),
    react(userExporting, async (ctx, { userKey }) => runRowsOfUser(ctx.session, userKey)),
  ],
};
