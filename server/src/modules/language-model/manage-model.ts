import type { Static } from 'typebox';
import { audit, getOutboundAllowList } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError, invalidField } from '#platform/http/errors.ts';
import { checkTarget, OutboundError } from '#platform/outbound/index.ts';
import { noLanguageModel } from './language-model.errors.ts';
import { deleteModel, type ModelSettings, saveModel, selectModel } from './language-model.queries.ts';
import type { LanguageModel, SaveLanguageModel } from './language-model.schemas.ts';
import { forgetFailures } from './pause.ts';

/** Source: docs.anthropic.com/en/api/messages. */
const ANTHROPIC = 'https://api.anthropic.com/v1';

/** What the sealed key is bound to: the workspace, and the place that the key is sent to. */
export const sealedFor = (workspaceId: string, baseUrl: string) => `language_model.api_key:${workspaceId}:${baseUrl}`;

export async function getModel(ctx: Context): Promise<Static<typeof LanguageModel>> {
  return present(await requireModel(ctx));
}

/**
 * Stores the workspace's model, its key sealed. A key that is kept goes nowhere but to the address it was given for, so
 * that nobody can have it sent to themselves.
 */
export async function saveLanguageModel(ctx: Context, input: Static<typeof SaveLanguageModel>) {
  const baseUrl = await readBaseUrl(ctx, input);
  const before = await selectModel(ctx.session, ctx.workspaceId);
  if (input.apiKey === undefined && before?.sealedApiKey && before.baseUrl !== baseUrl) {
    throw invalidField('/apiKey', 'is required again, because the address it was given for changes');
  }
  await saveModel(ctx.session, ctx.workspaceId, {
    provider: input.provider,
    baseUrl,
    model: input.model,
    sealedApiKey: sealKey(ctx, baseUrl, input.apiKey, before),
    enabled: input.enabled ?? true,
    timeoutMs: input.timeoutMs ?? 15_000,
    maxOutputTokens: input.maxOutputTokens ?? 800,
    conversationTokens: input.conversationTokens ?? 50_000,
    inputPrice: input.inputPrice ?? 0,
    outputPrice: input.outputPrice ?? 0,
  });
  forgetFailures(ctx.workspaceId);
  const details = { provider: input.provider, origin: new URL(baseUrl).origin, model: input.model };
  await audit(ctx, { action: 'language_model.saved', targetKind: 'workspace', targetId: ctx.workspaceId, details });
  return getModel(ctx);
}

export async function removeModel(ctx: Context) {
  if (!(await deleteModel(ctx.session, ctx.workspaceId))) throw noModel();
  await audit(ctx, { action: 'language_model.removed', targetKind: 'workspace', targetId: ctx.workspaceId });
  return { success: true };
}

export async function requireModel(ctx: Context): Promise<ModelSettings> {
  const settings = await selectModel(ctx.session, ctx.workspaceId);
  if (!settings) throw noModel();
  return settings;
}

const noModel = () =>
  new AppError(noLanguageModel, 'This workspace has chosen no language model: send one to PUT /v2/language-model.');

async function readBaseUrl(ctx: Context, input: Static<typeof SaveLanguageModel>): Promise<string> {
  const baseUrl = input.baseUrl ?? (input.provider === 'anthropic' ? ANTHROPIC : undefined);
  if (baseUrl === undefined) {
    throw invalidField('/baseUrl', 'is required for openai-compatible, such as https://llm.example.com/v1');
  }
  try {
    checkTarget(baseUrl, await getOutboundAllowList(ctx));
  } catch (error) {
    if (error instanceof OutboundError) throw invalidField('/baseUrl', `can not be called: ${error.message}`);
    throw error;
  }
  const { search, hash } = new URL(baseUrl);
  if (search !== '' || hash !== '') throw invalidField('/baseUrl', 'must end with its path, without ? and #');
  return baseUrl.replace(/\/+$/, '');
}

function sealKey(ctx: Context, baseUrl: string, apiKey: string | null | undefined, before?: ModelSettings) {
  if (apiKey === undefined) return before?.sealedApiKey ?? null;
  return apiKey === null ? null : ctx.secrets.seal(apiKey, sealedFor(ctx.workspaceId, baseUrl));
}

const present = (settings: ModelSettings): Static<typeof LanguageModel> => ({
  provider: settings.provider,
  baseUrl: settings.baseUrl,
  model: settings.model,
  hasApiKey: settings.sealedApiKey !== null,
  enabled: settings.enabled,
  timeoutMs: settings.timeoutMs,
  maxOutputTokens: settings.maxOutputTokens,
  conversationTokens: settings.conversationTokens,
  inputPrice: settings.inputPrice,
  outputPrice: settings.outputPrice,
  updatedAt: settings.updatedAt.toISOString(),
});
