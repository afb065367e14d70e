import type { Context } from '#platform/context.ts';
import { randomToken, sha256Hex } from '#platform/crypto/random.ts';
import { AppError } from '#platform/http/errors.ts';
import { audit } from './audit.ts';
import { selectClients, updateClientRow } from './clients.queries.ts';
import { clientNotFound, clientRevoked } from './identity.errors.ts';

/** Newest first, without their secrets. */
export const listClients = (ctx: Context) => selectClients(ctx.session, ctx.workspaceId);

/** Rejects with `client_not_found`. */
export async function requireClient(ctx: Context, clientId: string) {
  const client = (await listClients(ctx)).find((each) => each.clientId === clientId);
  if (!client) throw new AppError(clientNotFound, `There is no client ${clientId} in this workspace.`);
  return client;
}

/** Other scopes hold for the next token; those that it has end within five minutes. */
export async function updateClient(ctx: Context, clientId: string, change: { name?: string; scopes?: string[] }) {
  if (change.name === undefined && change.scopes === undefined) return requireClient(ctx, clientId);
  await changeRow(ctx, clientId, change);
  await audit(ctx, { action: 'client.changed', targetKind: 'client', targetId: clientId, details: change });
  return requireClient(ctx, clientId);
}

/** A new secret, shown here only; the old one opens nothing any more. Tokens that it has got end within five minutes. */
export async function rotateClientSecret(ctx: Context, clientId: string) {
  const clientSecret = randomToken(32);
  await changeRow(ctx, clientId, { secret_hash: sha256Hex(clientSecret) });
  await audit(ctx, { action: 'client.rotated', targetKind: 'client', targetId: clientId });
  return { clientId, clientSecret };
}

/** Rejects with `client_not_found` or `client_revoked`. */
async function changeRow(ctx: Context, clientId: string, change: Parameters<typeof updateClientRow>[3]) {
  if (await updateClientRow(ctx.session, ctx.workspaceId, clientId, change)) return;
  await requireClient(ctx, clientId);
  throw new AppError(clientRevoked, `The client ${clientId} was revoked, for good. Make another one.`);
}
