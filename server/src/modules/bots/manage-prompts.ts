import type { Static } from 'typebox';
import { nameActors } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { type FieldError, invalidFields } from '#platform/http/errors.ts';
import { insertPrompt, selectPrompts } from './bots.queries.ts';
import type { MergedPrompt, PromptVersion, SavePrompt } from './bots.schemas.ts';
import { DEFAULT_PROMPT, mergePrompts, type PromptSections, type Section } from './default-prompt.ts';
import { requireBot } from './manage-bots.ts';

/** Versions that the history shows; older ones stay stored. */
const HISTORY = 100;

/** Saves all three arrays as the next version. Rejects section ids that stand twice in an array. */
export async function savePrompt(ctx: Context, botId: string, input: Static<typeof SavePrompt>) {
  const bot = await requireBot(ctx, botId);
  refuseTwins(input);
  await insertPrompt(ctx.session, ctx.workspaceId, {
    promptId: uuidv7(ctx.now().getTime()),
    botId: bot.botId,
    planning: input.hcPlanningPrompt.map(completeSection),
    guideline: input.hcGuidelinePrompt.map(completeSection),
    channel: input.hcChannelPrompt.map(completeSection),
    createdBy: `${ctx.actor.kind}:${ctx.actor.id}`,
  });
  const [latest] = await promptHistory(ctx, botId);
  if (!latest) throw new Error('The prompt that was just saved is missing');
  return latest;
}

export async function promptHistory(ctx: Context, botId: string): Promise<Static<typeof PromptVersion>[]> {
  const bot = await requireBot(ctx, botId);
  const rows = await selectPrompts(ctx.session, bot.botId, HISTORY);
  const names = await nameActors(
    ctx,
    rows.map(({ createdBy }) => createdBy),
  );
  return rows.map((row) => ({
    id: row.promptId,
    botId: bot.botId,
    version: row.version,
    ...presentSections(row as unknown as PromptSections),
    createdBy: row.createdBy,
    createdByName: names.get(row.createdBy) ?? null,
    createdAt: row.createdAt.toISOString(),
  }));
}

/** What applies: the template, and over it the bot's latest version. */
export async function mergedPrompt(ctx: Context, botId: string): Promise<Static<typeof MergedPrompt>> {
  const bot = await requireBot(ctx, botId);
  const [latest] = await selectPrompts(ctx.session, bot.botId, 1);
  const merged = latest ? mergePrompts(DEFAULT_PROMPT, latest as unknown as PromptSections) : DEFAULT_PROMPT;
  const templateSectionIds = Object.values(DEFAULT_PROMPT).flatMap((sections: Section[]) =>
    sections.map(({ id }) => id),
  );
  return { botId: bot.botId, version: latest?.version ?? 0, ...presentSections(merged), templateSectionIds };
}

const completeSection = (section: Section): Section => ({ ...section, subsections: section.subsections ?? [] });

const presentSections = ({ planning, guideline, channel }: PromptSections) => ({
  hcPlanningPrompt: planning,
  hcGuidelinePrompt: guideline,
  hcChannelPrompt: channel,
});

function refuseTwins(input: Static<typeof SavePrompt>) {
  const errors: FieldError[] = [];
  const look = (sections: Omit<Section, 'subsections'>[], path: string) => {
    const seen = new Set<string>();
    for (const [n, { id }] of sections.entries()) {
      if (seen.has(id)) errors.push({ path: `${path}/${n}/id`, message: `"${id}" stands in this array already` });
      seen.add(id);
    }
  };
  for (const name of ['hcPlanningPrompt', 'hcGuidelinePrompt', 'hcChannelPrompt'] as const) {
    look(input[name], `/${name}`);
    for (const [n, { subsections = [] }] of input[name].entries()) look(subsections, `/${name}/${n}/subsections`);
  }
  if (errors.length > 0) throw invalidFields(errors);
}
