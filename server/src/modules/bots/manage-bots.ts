import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { noSuchBot } from './bots.errors.ts';
import { type BotRow, insertBot, selectBot, selectBots, updateBotRow } from './bots.queries.ts';
import type { Agent, Bot, UpdateAgent } from './bots.schemas.ts';

export const presentBot = (bot: BotRow): Static<typeof Bot> => ({
  id: bot.botId,
  name: bot.name,
  createdAt: bot.createdAt.toISOString(),
});

export const presentAgent = (bot: BotRow): Static<typeof Agent> => ({
  ...presentBot(bot),
  archivedAt: bot.archivedAt?.toISOString() ?? null,
});

export async function createBot(ctx: Context, name: string) {
  const botId = uuidv7(ctx.now().getTime());
  await insertBot(ctx.session, ctx.workspaceId, { botId, name });
  return presentBot(await requireBot(ctx, botId));
}

/** Bots that answer, newest first. */
export async function listBots(ctx: Context) {
  return (await selectBots(ctx.session, ctx.workspaceId)).filter((bot) => bot.archivedAt === null).map(presentBot);
}

export async function listAgents(ctx: Context) {
  return { agents: (await selectBots(ctx.session, ctx.workspaceId)).map(presentAgent) };
}

export async function updateBot(ctx: Context, botId: string, change: Static<typeof UpdateAgent>) {
  const bot = await requireBot(ctx, botId);
  const archivedAt = change.archived === undefined ? undefined : change.archived ? (bot.archivedAt ?? ctx.now()) : null;
  await updateBotRow(ctx.session, bot.botId, { name: change.name, archivedAt });
  return presentAgent(await requireBot(ctx, botId));
}

/** The bot, archived or not; a 404 for an unknown id and one of another workspace. */
export async function requireBot(ctx: Context, botId: string): Promise<BotRow> {
  const bot = await selectBot(ctx.session, ctx.workspaceId, botId);
  if (!bot) throw noSuchBot();
  return bot;
}
