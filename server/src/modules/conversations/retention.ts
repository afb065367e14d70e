import type { Static } from 'typebox';
import { audit } from '#modules/identity/index.ts';
import type { Context, Services } from '#platform/context.ts';
import type { ConversationSettings } from './conversations.schemas.ts';
import { deleteOldConversations, saveConversationSettings, selectConversationSettings } from './retention.queries.ts';

/** For workspaces that never said anything else; the same stands in the function of the database. */
const DEFAULT_DAYS = 365;
const BATCH = 1_000;

export async function getConversationSettings(ctx: Context): Promise<Static<typeof ConversationSettings>> {
  return (await selectConversationSettings(ctx.session, ctx.workspaceId)) ?? { keepAnonymousDays: DEFAULT_DAYS };
}

export async function updateConversationSettings(ctx: Context, settings: Static<typeof ConversationSettings>) {
  await saveConversationSettings(ctx.session, ctx.workspaceId, settings);
  await audit(ctx, {
    action: 'conversation_settings.changed',
    targetKind: 'workspace',
    targetId: ctx.workspaceId,
    details: settings,
  });
  return settings;
}

/**
 * Deletes the conversations of all workspaces that belong to no user and in which nothing was said for as long as the
 * workspace keeps them. Those of users go with their user. In batches, so that no transaction is long.
 */
export async function deleteForgottenConversations(services: Services): Promise<void> {
  for (;;) {
    const deleted = await services.database.transaction(null, (session) => deleteOldConversations(session, BATCH));
    if (deleted < BATCH) return;
  }
}
