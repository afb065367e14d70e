import { randomUUID } from 'node:crypto';
import type { Static } from 'typebox';
import { type ActiveUser, ensureUser, lockUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { randomToken, sha256Hex, uuidv7 } from '#platform/crypto/random.ts';
import { invalidField } from '#platform/http/errors.ts';
import { insertSession } from './connect.queries.ts';
import type { ConnectQuery, CreateConnectSession, CreateManageSession, ManageQuery } from './connect.schemas.ts';
import { readEmbedOrigin, readReturnUrl } from './return-address.ts';

const LIFETIME_SECONDS = 15 * 60;
/** 256 bits: nobody finds a link by trying. */
const TOKEN_BYTES = 32;
const MAX_WEBHOOK_DATA = 4096;

export interface CreatedSession {
  correlationId: string;
  body: { sessionId: string; userIdentifier: string; redirectURL: string };
}

/** A visit in which the end user connects a bank. Creates the user if there is none by this id. */
export async function createConnectSession(
  ctx: Context,
  userId: string,
  query: Static<typeof ConnectQuery>,
  body: Static<typeof CreateConnectSession>,
): Promise<CreatedSession> {
  const flags = readFlags(query);
  const page = readPage(body);
  const user = await ensureUser(ctx, userId, body.type ?? 'person');
  return create(ctx, user, { kind: 'connect', addBankLogin: false, ...flags, multiple: query.multiple ?? false }, page);
}

/** A visit in which the end user looks after the banks that are linked already. */
export async function createManageSession(
  ctx: Context,
  userId: string,
  query: Static<typeof ManageQuery>,
  body: Static<typeof CreateManageSession>,
): Promise<CreatedSession> {
  const flags = readFlags(query);
  const page = readPage(body);
  const user = await lockUser(ctx, userId);
  return create(
    ctx,
    user,
    { kind: 'manage', addBankLogin: query.addBankLogin ?? false, ...flags, multiple: true },
    page,
  );
}

function readFlags({ recurring = false, storeSecrets = true }: { recurring?: boolean; storeSecrets?: boolean }) {
  if (recurring && !storeSecrets) {
    throw invalidField('?recurring', 'needs stored secrets: leave out storeSecrets=false, or recurring');
  }
  return { recurring, storeSecrets };
}

function readPage(body: Static<typeof CreateManageSession>) {
  const { webhookData = null } = body;
  if (JSON.stringify(webhookData).length > MAX_WEBHOOK_DATA) {
    throw invalidField('/webhookData', `must have at most ${MAX_WEBHOOK_DATA} characters as JSON`);
  }
  return {
    language: body.language ?? ('en' as const),
    returnUrl: body.returnURL === undefined ? null : readReturnUrl(body.returnURL),
    embedOrigin: body.origin === undefined ? null : readEmbedOrigin(body.origin),
    webhookData,
  };
}

async function create(
  ctx: Context,
  user: ActiveUser,
  flags: {
    kind: 'connect' | 'manage';
    addBankLogin: boolean;
    multiple: boolean;
    recurring: boolean;
    storeSecrets: boolean;
  },
  page: ReturnType<typeof readPage>,
): Promise<CreatedSession> {
  const sessionId = uuidv7(ctx.now().getTime());
  const correlationId = randomUUID();
  const token = randomToken(TOKEN_BYTES);
  await insertSession(ctx.session, {
    sessionId,
    workspaceId: ctx.workspaceId,
    userKey: user.userKey,
    correlationId,
    linkHash: sha256Hex(token),
    lifetimeSeconds: LIFETIME_SECONDS,
    ...flags,
    ...page,
  });
  const redirectURL = `${ctx.publicUrl}/connect/open/${token}`;
  return { correlationId, body: { sessionId, userIdentifier: user.userId, redirectURL } };
}
