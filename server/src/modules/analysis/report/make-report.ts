import { requireUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { analysisMissing } from '../analysis.errors.ts';
import type { CockpitLanguage } from '../cockpit/cockpit.queries.ts';
import { cockpitScopes } from '../cockpit/cockpit-scopes.ts';
import { readShownResults } from '../cockpit/read-cockpit.ts';

/** The results of the last completed run as a PDF, as far as the caller's own scopes go. */
export async function makeReport(ctx: Context, userId: string, language: CockpitLanguage): Promise<Buffer> {
  const user = await requireUser(ctx, userId);
  const scopes = cockpitScopes(user.type, ctx.actor.scopes);
  const data = await readShownResults(ctx.session, { workspaceId: ctx.workspaceId, scopes }, user);
  if (data.analyzedAt === null) {
    throw new AppError(analysisMissing, 'No analysis of this user has been completed yet.');
  }
  // With its fonts and the PDF library: megabytes that a process without reports never needs.
  const { renderReport } = await import('./render-report.ts');
  return renderReport(data, language, ctx.now());
}
