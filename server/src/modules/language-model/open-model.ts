import { getOutboundAllowList } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import type { ModelSettings } from './language-model.queries.ts';
import { selectModel } from './language-model.queries.ts';
import { sealedFor } from './manage-model.ts';

/** A workspace's model, ready to be asked without a connection to the database. Holds no readable key. */
export interface OpenedModel extends ModelSettings {
  workspaceId: string;
  allowList: string[];
  /** Null: the endpoint wants none. */
  readKey(): string | null;
}

/** The model that answers of this workspace use; null when it has none, or has switched it off. */
export async function openModel(ctx: Context): Promise<OpenedModel | null> {
  const settings = await selectModel(ctx.session, ctx.workspaceId);
  return settings?.enabled ? open(ctx, settings) : null;
}

/** Makes stored settings ready to be used, also those that are switched off. */
export async function open(ctx: Context, settings: ModelSettings): Promise<OpenedModel> {
  const { workspaceId, secrets } = ctx;
  const { sealedApiKey, baseUrl } = settings;
  const allowList = await getOutboundAllowList(ctx);
  const readKey = () => (sealedApiKey === null ? null : secrets.open(sealedApiKey, sealedFor(workspaceId, baseUrl)));
  return { ...settings, workspaceId, allowList, readKey };
}
