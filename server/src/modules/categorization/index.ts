/**
 * Categorization: transaction → category, merchant, confidence and a reason a person can check.
 * Pure: no clock, no I/O after the compiled index is loaded; the same input gives the same decision.
 */

import { userErasing, userExporting } from '#modules/users/index.ts';
import { react } from '#platform/events/events.ts';
import type { KontorModule } from '#platform/module.ts';
import { correctionRowsOfUser, deleteCorrectionsOfUser } from './categorization.queries.ts';
import { categorizationRoutes } from './categorization.routes.ts';
import * as schemas from './categorization.schemas.ts';

export { categoriesCorrected } from './categorization.events.ts';
export type {
  CategorizationContext,
  Category,
  CategoryRule,
  CategoryTag,
  Decision,
  IncomeModule,
  SpendingModule,
} from './categorization.types.ts';
export { getCategorizer } from './get-categorizer.ts';
export { listEngineRules } from './list-engine-rules.ts';
export { refine } from './refine.ts';
export { categories, categoryOf, findCategory } from './taxonomy/categories.ts';

export const categorization: KontorModule = {
  name: 'categorization',
  routes: categorizationRoutes,
  schemas,
  reactions: [
    react(userErasing, (ctx, { userKey }) => deleteCorrectionsOfUser(ctx.session, userKey)),
    react(userExporting, async (ctx, { userKey }) => correctionRowsOfUser(ctx.session, userKey)),
  ],
};
