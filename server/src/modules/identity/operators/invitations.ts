import type { Context, Services } from '#platform/context.ts';
import { randomToken, sha256Hex, uuidv7 } from '#platform/crypto/random.ts';
import { violatedConstraint } from '#platform/db/unique-violation.ts';
import { AppError } from '#platform/http/errors.ts';
import { audit } from '../audit.ts';
import { createOperator } from '../create-operator.ts';
import { selectWorkspace } from '../identity.queries.ts';
import type { OperatorRole } from '../roles.ts';
import { asOperator, type RequestServices } from './as-operator.ts';
import {
  deleteInvitation,
  findInvitation,
  type InvitationRow,
  lockInvitation,
  replaceInvitation,
  selectInvitations,
} from './invitations.queries.ts';
import { emailInUse, invitationNotFound } from './operators.errors.ts';
import { selectOperators } from './operators.queries.ts';
import { requireGoodPassword } from './passwords.ts';
import { createSession } from './sessions.ts';

const LIFETIME_MS = 3 * 24 * 3_600_000;

/**
 * A link by which somebody becomes an operator, shown here and never again; send it by a way that you trust. The secret
 * stands behind the `#`, which browsers send to nobody, so no proxy and no log ever has it.
 */
export async function inviteOperator(ctx: Context, input: { email: string; role: OperatorRole }) {
  const email = input.email.trim().toLowerCase();
  const known = await selectOperators(ctx.session, ctx.workspaceId);
  if (known.some((operator) => operator.email === email)) throw inUse();
  const now = ctx.now();
  const secret = randomToken(32);
  const row: InvitationRow = {
    invitationId: uuidv7(now.getTime()),
    email,
    role: input.role,
    createdAt: now,
    expiresAt: new Date(now.getTime() + LIFETIME_MS),
  };
  await replaceInvitation(ctx.session, { ...row, workspaceId: ctx.workspaceId, secretHash: sha256Hex(secret) });
  await audit(ctx, {
    action: 'operator.invited',
    targetKind: 'invitation',
    targetId: row.invitationId,
    details: { role: row.role },
  });
  return { ...row, url: `${ctx.publicUrl}/console/join#${secret}` };
}

export const listInvitations = (ctx: Context) => selectInvitations(ctx.session, ctx.workspaceId);

/** The link ends at once. */
export async function callOffInvitation(ctx: Context, invitationId: string): Promise<void> {
  if (!(await deleteInvitation(ctx.session, ctx.workspaceId, invitationId))) throw notFound();
  await audit(ctx, { action: 'invitation.called_off', targetKind: 'invitation', targetId: invitationId });
}

/** Who is invited to what; looking changes nothing. */
export async function readInvitation(services: Services, secret: string) {
  const found = await find(services, secret);
  return services.database.read(found.workspaceId, async (session) => {
    const rows = await selectInvitations(session, found.workspaceId);
    const row = rows.find(({ invitationId }) => invitationId === found.invitationId);
    const workspace = await selectWorkspace(session, found.workspaceId);
    if (!row || !workspace || row.expiresAt <= services.now()) throw notFound();
    return { email: row.email, role: row.role, workspace: workspace.name };
  });
}

/** Makes the operator, uses the link up, and signs in: answers the cookie. */
export async function acceptInvitation(
  services: RequestServices,
  input: { secret: string; name: string; password: string },
): Promise<{ cookie: string }> {
  const { workspaceId, invitationId } = await find(services, input.secret);
  const operatorId = uuidv7(services.now().getTime());
  return asOperator(services, { workspaceId, operatorId }, async (ctx) => {
    const row = await lockInvitation(ctx.session, workspaceId, invitationId);
    if (!row || row.expiresAt <= ctx.now()) throw notFound();
    requireGoodPassword(input.password, row.email, '/password');
    const { email, role } = row;
    await createOperator(ctx, { operatorId, email, role, name: input.name.trim(), password: input.password }).catch(
      (error: unknown) => {
        // Somebody of another workspace, whom this one can not see.
        throw violatedConstraint(error) === null ? error : inUse();
      },
    );
    await deleteInvitation(ctx.session, workspaceId, invitationId);
    return createSession(ctx, operatorId);
  });
}

async function find(services: Services, secret: string) {
  const found = await services.database.read(null, (session) => findInvitation(session, sha256Hex(secret)));
  if (!found) throw notFound();
  return found;
}

const notFound = () =>
  new AppError(invitationNotFound, 'This invitation was used, called off, or has expired: ask for another.');

const inUse = () => new AppError(emailInUse, 'Somebody signs in with this email already.');
