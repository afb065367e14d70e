import { sql } from 'kysely';
import type { Session } from '#platform/db/database.ts';
import { isUuid } from '#platform/text/uuid.ts';
import type { PromptSections } from './default-prompt.ts';

const columns = ['bot_id as botId', 'name', 'archived_at as archivedAt', 'created_at as createdAt'] as const;

export interface BotRow {
  botId: string;
  name: string;
  archivedAt: Date | null;
  createdAt: Date;
}

export async function insertBot(session: Session, workspaceId: string, bot: { botId: string; name: string }) {
  await session.kysely
    .insertInto('bots')
    .values({ bot_id: bot.botId, workspace_id: workspaceId, name: bot.name })
    .execute();
}

export async function selectBots(session: Session, workspaceId: string): Promise<BotRow[]> {
  return session.kysely
    .selectFrom('bots')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .orderBy('bot_id', 'desc')
    .execute();
}

export async function selectBot(session: Session, workspaceId: string, botId: string): Promise<BotRow | undefined> {
  if (!isUuid(botId)) return undefined;
  const [row] = await session.prepared<BotRow & Record<string, unknown>>(
    'select_bot',
    `select bot_id as "botId", name, archived_at as "archivedAt", created_at as "createdAt" from bots
     where workspace_id = $1 and bot_id = $2`,
    [workspaceId, botId],
  );
  return row;
}

export async function updateBotRow(
  session: Session,
  botId: string,
  change: { name?: string; archivedAt?: Date | null },
) {
  await session.kysely
    .updateTable('bots')
    .set({
      updated_at: sql<Date>`now()`,
      ...(change.name !== undefined && { name: change.name }),
      ...(change.archivedAt !== undefined && { archived_at: change.archivedAt }),
    })
    .where('bot_id', '=', botId)
    .execute();
}

/** The next version of the bot's prompt; versions of one bot are given out one after the other. */
export async function insertPrompt(
  session: Session,
  workspaceId: string,
  prompt: PromptSections & { promptId: string; botId: string; createdBy: string },
) {
  await session.query('select 1 from bots where bot_id = $1 for update', [prompt.botId]);
  await session.query(
    `insert into bot_prompts (prompt_id, workspace_id, bot_id, version, planning, guideline, channel, created_by)
     select $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5, $6, $7 from bot_prompts where bot_id = $3`,
    [
      prompt.promptId,
      workspaceId,
      prompt.botId,
      JSON.stringify(prompt.planning),
      JSON.stringify(prompt.guideline),
      JSON.stringify(prompt.channel),
      prompt.createdBy,
    ],
  );
}

export async function selectPrompts(session: Session, botId: string, limit: number) {
  return session.kysely
    .selectFrom('bot_prompts')
    .select([
      'prompt_id as promptId',
      'version',
      'planning',
      'guideline',
      'channel',
      'created_by as createdBy',
      'created_at as createdAt',
    ])
    .where('bot_id', '=', botId)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute();
}
