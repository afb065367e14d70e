import type { Static } from 'typebox';
import { audit } from '#modules/identity/index.ts';
import { lockUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { randomToken, sha256Hex, uuidv7 } from '#platform/crypto/random.ts';
import { insertCockpit } from './cockpit.queries.ts';
import type { Cockpit, CreateCockpit } from './cockpit.schemas.ts';
import { cockpitScopes } from './cockpit-scopes.ts';
import { DEFAULT_TERM, readTerm } from './read-term.ts';

/** 256 bits: nobody finds a link by trying. */
const TOKEN_BYTES = 32;

/**
 * A link to a page of the user's results, which shows what the caller itself may read now. Only the hash of its token
 * is kept. The audit entry names the cockpit, not the user, so that an erased user leaves no trace in it.
 */
export async function createCockpit(
  ctx: Context,
  userId: string,
  { expiresIn = DEFAULT_TERM, language = 'en' }: Static<typeof CreateCockpit>,
): Promise<Static<typeof Cockpit>> {
  const termSeconds = readTerm(expiresIn);
  const user = await lockUser(ctx, userId);
  const cockpitId = uuidv7(ctx.now().getTime());
  const token = randomToken(TOKEN_BYTES);
  const scopes = cockpitScopes(user.type, ctx.actor.scopes);
  const expires = await insertCockpit(ctx.session, {
    cockpitId,
    workspaceId: ctx.workspaceId,
    userKey: user.userKey,
    tokenHash: sha256Hex(token),
    language,
    scopes,
    termSeconds,
  });
  const expiresAt = expires.toISOString();
  await audit(ctx, {
    action: 'cockpit.created',
    targetKind: 'cockpit',
    targetId: cockpitId,
    details: { expiresAt, language, scopes },
  });
  return { cockpitId, url: `${ctx.publicUrl}/cockpit/${token}`, expiresAt };
}
