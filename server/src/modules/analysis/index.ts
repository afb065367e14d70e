/**
 * Runs the engines over a user's bank data and serves what they found. A run is a job; its results are stored as they go
 * over the wire and replace those of the run before in one transaction. Cockpits show them to people.
 */

import { accountsChanged, transactionsChanged } from '#modules/banking/index.ts';
import { categoriesCorrected } from '#modules/categorization/index.ts';
import { bankFactsAsked, bankFactsListed } from '#modules/integrations/index.ts';
import { userErasing, userExporting } from '#modules/users/index.ts';
import { react } from '#platform/events/events.ts';
import type { KontorModule } from '#platform/module.ts';
import { analysisCompleted, analysisFailed } from './analysis.events.ts';
import { analyzeQueue } from './analysis.jobs.ts';
import * as categorizationSchemas from './categorization.schemas.ts';
import { cockpitRowsOfUser, deleteCockpitsOfUser } from './cockpit/cockpit.queries.ts';
import { cockpitRoutes } from './cockpit/cockpit.routes.ts';
import * as cockpitSchemas from './cockpit/cockpit.schemas.ts';
import { deleteExpiredCockpits } from './cockpit/delete-expired-cockpits.ts';
import * as companySchemas from './company.schemas.ts';
import * as contractSchemas from './contracts.schemas.ts';
import { bankFactsOf, listBankFacts } from './customer/bank-facts.ts';
import { customerRoutes } from './customer/customer.routes.ts';
import * as customerSchemas from './customer/customer.schemas.ts';
import { decisionRoutes } from './decisions.routes.ts';
import * as figureSchemas from './figures.schemas.ts';
import { followChange } from './follow-changes.ts';
import * as personSchemas from './person.schemas.ts';
import { reportRoutes } from './report/report.routes.ts';
import { resultRoutes } from './results.routes.ts';
import { analysisRowsOfUser, deleteAnalysesOfUser } from './runs.queries.ts';
import { runRoutes } from './runs.routes.ts';
import * as runSchemas from './runs.schemas.ts';
import { showCorrections } from './show-corrections.ts';

export { countRuns } from './run-figures.queries.ts';
export { triggerAnalysis } from './trigger-analysis.ts';

export const analysis: KontorModule = {
  name: 'analysis',
  routes: [...runRoutes, ...resultRoutes, ...reportRoutes, ...decisionRoutes, ...cockpitRoutes, ...customerRoutes],
  schemas: {
    ...figureSchemas,
    ...categorizationSchemas,
    ...contractSchemas,
    ...personSchemas,
    ...companySchemas,
    ...runSchemas,
    ...cockpitSchemas,
    ...customerSchemas,
  },
  events: [analysisCompleted, analysisFailed],
  reactions: [
    react(bankFactsAsked, bankFactsOf),
    react(bankFactsListed, async () => listBankFacts()),
    react(accountsChanged, followChange),
    react(transactionsChanged, followChange),
    react(categoriesCorrected, showCorrections),
    react(categoriesCorrected, followChange),
    react(userErasing, (ctx, { userKey }) => deleteAnalysesOfUser(ctx.session, userKey)),
    react(userExporting, async (ctx, { userKey }) => analysisRowsOfUser(ctx.session, userKey)),
    react(userErasing, (ctx, { userKey }) => deleteCockpitsOfUser(ctx.session, userKey)),
    react(userExporting, async (ctx, { userKey }) => cockpitRowsOfUser(ctx.session, userKey)),
  ],
  queues: [analyzeQueue],
  schedules: [{ name: 'delete-expired-cockpits', cron: '23 * * * *', run: deleteExpiredCockpits }],
};
