import { sql } from 'kysely';
import type { Session } from '#platform/db/database.ts';

export interface ModelSettings {
  provider: 'openai-compatible' | 'anthropic';
  baseUrl: string;
  model: string;
  sealedApiKey: string | null;
  enabled: boolean;
  timeoutMs: number;
  maxOutputTokens: number;
  conversationTokens: number;
  /** Per million tokens. */
  inputPrice: number;
  outputPrice: number;
  updatedAt: Date;
}

export async function selectModel(session: Session, workspaceId: string): Promise<ModelSettings | undefined> {
  const [row] = await session.prepared<ModelSettings & Record<string, unknown>>(
    'select_language_model',
    `select provider, base_url as "baseUrl", model, sealed_api_key as "sealedApiKey", enabled, timeout_ms as "timeoutMs",
       max_output_tokens as "maxOutputTokens", conversation_tokens as "conversationTokens", input_price as "inputPrice",
       output_price as "outputPrice", updated_at as "updatedAt"
     from language_models where workspace_id = $1`,
    [workspaceId],
  );
  return row;
}

export async function saveModel(session: Session, workspaceId: string, settings: Omit<ModelSettings, 'updatedAt'>) {
  const values = {
    provider: settings.provider,
    base_url: settings.baseUrl,
    model: settings.model,
    sealed_api_key: settings.sealedApiKey,
    enabled: settings.enabled,
    timeout_ms: settings.timeoutMs,
    max_output_tokens: settings.maxOutputTokens,
    conversation_tokens: settings.conversationTokens,
    input_price: settings.inputPrice,
    output_price: settings.outputPrice,
  };
  await session.kysely
    .insertInto('language_models')
    .values({ workspace_id: workspaceId, ...values })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet({ ...values, updated_at: sql<Date>`now()` }))
    .execute();
}

export async function deleteModel(session: Session, workspaceId: string): Promise<boolean> {
  const { numDeletedRows } = await session.kysely
    .deleteFrom('language_models')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
