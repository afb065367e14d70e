/**
 * Consolidation: turns sources, conversations and given texts into drafts. A job divides a text into what articles are made
 * of, compares each part with what is live and what waits for review, and decides with a reason whether to add an article,
 * to change one, or to do nothing. It writes to Review and Approvals; what becomes live is decided there.
 */
import type { KontorModule } from '#platform/module.ts';
import { draftMagicArticlesWhenDue } from './draft-by-itself.ts';
import { draftingJobs } from './drafting.jobs.ts';
import { draftingRoutes } from './drafting.routes.ts';
import * as schemas from './drafting.schemas.ts';
import { examineDrafts } from './examine-drafts.ts';

export { requestDrafts } from './request-drafts.ts';

export const drafting: KontorModule = {
  name: 'drafting',
  routes: draftingRoutes,
  schemas,
  queues: [draftingJobs],
  subscriptions: [examineDrafts],
  schedules: [{ name: 'draft-magic-articles', cron: '23 * * * *', run: draftMagicArticlesWhenDue }],
};
