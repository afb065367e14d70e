import type { Static } from 'typebox';
import { audit, getOutboundAllowList } from '#modules/identity/index.ts';
import type { Context, Services } from '#platform/context.ts';
import { AppError, invalidField } from '#platform/http/errors.ts';
import { checkTarget, OutboundError } from '#platform/outbound/index.ts';
import {
  type ConnectionRow,
  deleteConnection,
  type ProviderName,
  saveConnection,
  selectConnections,
} from './connections.queries.ts';
import { confluence } from './providers/confluence.ts';
import type { DocumentProvider, FetchJson } from './providers/document-provider.types.ts';
import { createFetchJson } from './providers/fetch-json.ts';
import { notion } from './providers/notion.ts';
import { zendesk } from './providers/zendesk.ts';
import { notConnected } from './sources.errors.ts';
import type { ConnectProvider } from './sources.schemas.ts';

const PROVIDERS: Record<ProviderName, DocumentProvider> = { notion, zendesk, confluence };

const sealedFor = (workspaceId: string, provider: string) => `source_connection.token:${workspaceId}:${provider}`;

/** Stores the access to a provider, its token sealed; an access that was there before is replaced. */
export async function connectProvider(ctx: Context, provider: ProviderName, input: Static<typeof ConnectProvider>) {
  const baseUrl = input.baseUrl ?? PROVIDERS[provider].defaultBaseUrl;
  if (!baseUrl)
    throw invalidField(
      '/baseUrl',
      `is required for ${provider}, such as https://example.${provider === 'zendesk' ? 'zendesk.com' : 'atlassian.net'}`,
    );
  await checkBaseUrl(ctx, baseUrl);
  await saveConnection(ctx.session, ctx.workspaceId, {
    provider,
    baseUrl,
    account: input.account ?? null,
    sealedToken: ctx.secrets.seal(input.token, sealedFor(ctx.workspaceId, provider)),
  });
  await audit(ctx, { action: 'source.connected', targetKind: 'source', targetId: provider, details: { baseUrl } });
  return presentConnection((await connectionOf(ctx, provider)) as ConnectionRow);
}

/** The token goes there with every call: over https, or where the workspace's allow-list names the host. */
async function checkBaseUrl(ctx: Context, baseUrl: string) {
  const url = URL.parse(baseUrl);
  if (!url) throw invalidField('/baseUrl', 'must be an address, such as https://example.com');
  if (url.username !== '' || url.password !== '') {
    throw invalidField('/baseUrl', 'must not hold a user or a password: the token is enough');
  }
  if (url.search !== '' || url.hash !== '') throw invalidField('/baseUrl', 'must end before any ? or #');
  try {
    checkTarget(baseUrl, await getOutboundAllowList(ctx));
  } catch (error) {
    if (error instanceof OutboundError) throw invalidField('/baseUrl', error.message);
    throw error;
  }
}

export async function disconnectProvider(ctx: Context, provider: ProviderName) {
  if (!(await deleteConnection(ctx.session, ctx.workspaceId, provider))) throw notConnectedError(provider);
  await audit(ctx, { action: 'source.disconnected', targetKind: 'source', targetId: provider });
  return { success: true };
}

export async function listConnections(ctx: Context) {
  return { connections: (await selectConnections(ctx.session, ctx.workspaceId)).map(presentConnection) };
}

/** What a provider is spoken with; kept apart from the session, so that no connection is held while it answers. */
export interface ProviderLine {
  provider: DocumentProvider;
  fetchJson: FetchJson;
}

export async function openProvider(ctx: Context, name: ProviderName, signal?: AbortSignal): Promise<ProviderLine> {
  const connection = await connectionOf(ctx, name);
  if (!connection) throw notConnectedError(name);
  const services: Services = ctx;
  const allowList = await getOutboundAllowList(ctx);
  const token = ctx.secrets.open(connection.sealedToken, sealedFor(ctx.workspaceId, name));
  const access = { baseUrl: connection.baseUrl, account: connection.account, token };
  const provider = PROVIDERS[name];
  return { provider, fetchJson: createFetchJson({ services, allowList, signal }, provider, access) };
}

const connectionOf = async (ctx: Context, provider: string) =>
  (await selectConnections(ctx.session, ctx.workspaceId)).find((connection) => connection.provider === provider);

const notConnectedError = (provider: string) =>
  new AppError(
    notConnected,
    `This workspace is not connected to ${provider}: send its token to PUT /v2/sources/${provider} first.`,
  );

const presentConnection = (connection: ConnectionRow) => ({
  provider: connection.provider,
  baseUrl: connection.baseUrl,
  account: connection.account,
  updatedAt: connection.updatedAt.toISOString(),
});
