/**
 * The company's own systems: how they are called, which facts about a customer are read from them before an answer
 * (attributes), and what may be done in them (actions). Rules call `resolveAttributes` and `runAction`; who the customer is
 * says `identifyCustomer`, and nobody who types.
 */
import { userErasing, userExporting } from '#modules/users/index.ts';
import { react } from '#platform/events/events.ts';
import type { KontorModule } from '#platform/module.ts';
import { actionRoutes } from './actions.routes.ts';
import * as actionSchemas from './actions.schemas.ts';
import { attributeRoutes } from './attributes.routes.ts';
import * as attributeSchemas from './attributes.schemas.ts';
import { endpointRoutes } from './endpoints.routes.ts';
import * as endpointSchemas from './endpoints.schemas.ts';
import { actionOutcomeUnknown, endpointCutOff, endpointDrifted } from './integrations.events.ts';
import { integrationRoutes } from './integrations.routes.ts';
import * as integrationSchemas from './integrations.schemas.ts';
import { deleteRunsOfUser, runRowsOfUser } from './runs.queries.ts';
import { deleteOldRecords, endAbandonedRuns } from './settle-runs.ts';

export { customerTokenInvalid } from './customer/customer.errors.ts';
export { identifyCustomer, requireSightOfCustomers } from './customer/identify-customer.ts';
export { type BankFact, type BankFacts, bankFactsAsked, bankFactsListed } from './integrations.events.ts';
export type { Scalar } from './integrations.types.ts';
export { type KnownToRules, knownToRules } from './known-to-rules.ts';
export { createAction } from './manage-actions.ts';
export { createAttribute } from './manage-attributes.ts';
export { createEndpoint } from './manage-endpoints.ts';
export { saveEnvironment } from './manage-environments.ts';
export { createIntegration, getBotEnvironment, setBotEnvironment } from './manage-integrations.ts';
export { type ResolvedAttributes, resolveAttributes, valuesFor } from './resolve-attributes.ts';
export { type ActionResult, type RunAction, runAction } from './run-action.ts';
export { failingEndpoints, waitingRuns } from './waiting.queries.ts';

export const integrations: KontorModule = {
  name: 'integrations',
  routes: [...integrationRoutes, ...endpointRoutes, ...attributeRoutes, ...actionRoutes],
  schemas: { ...integrationSchemas, ...endpointSchemas, ...attributeSchemas, ...actionSchemas },
  events: [endpointDrifted, endpointCutOff, actionOutcomeUnknown],
  reactions: [
    react(userErasing, (ctx, { userKey }) => deleteRunsOfUser(ctx.session, userKey)),
    react(userExporting, async (ctx, { userKey }) => runRowsOfUser(ctx.session, userKey)),
  ],
  schedules: [
    { name: 'end-abandoned-action-runs', cron: '* * * * *', run: endAbandonedRuns },
    { name: 'delete-old-integration-records', cron: '41 4 * * *', run: deleteOldRecords },
  ],
};
