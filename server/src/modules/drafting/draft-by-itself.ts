import type { Static } from 'typebox';
import { unansweredQuestions } from '#modules/conversations/index.ts';
import { audit } from '#modules/identity/index.ts';
import { type Context, type Services, withWorkspace } from '#platform/context.ts';
import type { DraftingSettings } from './drafting.schemas.ts';
import { readWindow, requestMagicArticles } from './request-drafts.ts';
import {
  type MagicArticles,
  noteMagicArticles,
  saveMagicArticles,
  selectDueForMagicArticles,
  selectMagicArticles,
} from './settings.queries.ts';

/** For workspaces that never said anything else; the same stands in the function of the database. */
const DEFAULT: MagicArticles = 'weekly';

export async function getDraftingSettings(ctx: Context): Promise<Static<typeof DraftingSettings>> {
  return { magicArticles: (await selectMagicArticles(ctx.session, ctx.workspaceId)) ?? DEFAULT };
}

export async function updateDraftingSettings(ctx: Context, settings: Static<typeof DraftingSettings>) {
  await saveMagicArticles(ctx.session, ctx.workspaceId, settings.magicArticles);
  await audit(ctx, {
    action: 'drafting_settings.changed',
    targetKind: 'workspace',
    targetId: ctx.workspaceId,
    details: settings,
  });
  return settings;
}

/**
 * Queues Magic Articles wherever they are due: from what was asked in vain since they were looked for last, and only where
 * anything was. Each workspace in a transaction of its own: one that fails holds up nobody else.
 */
export async function draftMagicArticlesWhenDue(services: Services): Promise<void> {
  const due = await services.database.read(null, selectDueForMagicArticles);
  for (const { workspaceId, askedSince } of due) {
    await withWorkspace(services, workspaceId, (ctx) => draftSince(ctx, askedSince)).catch((error) => {
      services.log.error(
        { err: error, workspaceId },
        'Magic Articles could not be queued; it is tried again in an hour',
      );
    });
  }
}

async function draftSince(ctx: Context, askedSince: Date | null): Promise<void> {
  const now = ctx.now();
  const window = readWindow({ ...(askedSince && { since: askedSince.getTime() }) }, now);
  const asked = await unansweredQuestions(ctx, { ...window, botId: null });
  if (asked.length > 0) {
    await requestMagicArticles(ctx, { since: window.since.getTime(), until: window.until.getTime() });
  }
  await noteMagicArticles(ctx.session, ctx.workspaceId, DEFAULT, now);
}
