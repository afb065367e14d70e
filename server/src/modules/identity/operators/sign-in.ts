import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { audit } from '../audit.ts';
import { asOperator, type RequestServices } from './as-operator.ts';
import { secondFactorRequired, signInFailed } from './operators.errors.ts';
import { changeOperator, findOperator, selectOperator } from './operators.queries.ts';
import { verifyPassword } from './passwords.ts';
import { takeCode } from './second-factor.ts';
import { createSession } from './sessions.ts';
import { forgetFailures, noteFailure, requireAttemptsLeft } from './sign-in-throttle.ts';

export interface SignIn {
  email: string;
  password: string;
  code?: string;
}

/**
 * Email and password, and the code where there is a second factor. Failures are counted per email and address and look the
 * same whatever was wrong; answers the cookie of a new session.
 */
export async function signIn(services: RequestServices, input: SignIn, address: string): Promise<{ cookie: string }> {
  const attempt = { email: input.email, address };
  await requireAttemptsLeft(services, attempt);
  const found = await services.database.read(null, (session) => findOperator(session, input.email));
  const operator =
    found &&
    (await services.database.read(found.workspaceId, (s) => selectOperator(s, found.workspaceId, found.operatorId)));
  const isRight = await verifyPassword(operator?.passwordHash ?? null, input.password);
  if (!found || !operator || !isRight) return refuse(services, attempt);
  const code = input.code?.trim();
  if (operator.totpConfirmedAt && !code) {
    throw new AppError(secondFactorRequired, 'Send the code of your authenticator app as well.');
  }
  const cookie = await asOperator(services, found, async (ctx) => {
    const isTaken = !operator.totpConfirmedAt || (await takeCode(ctx, operator.operatorId, code ?? ''));
    return isTaken ? admit(ctx, operator.operatorId) : null;
  });
  if (cookie === null) return refuse(services, attempt);
  await forgetFailures(services, attempt);
  return { cookie };
}

async function admit(ctx: Context, operatorId: string): Promise<string> {
  const { cookie } = await createSession(ctx, operatorId);
  await changeOperator(ctx.session, ctx.workspaceId, operatorId, { last_seen_at: ctx.now() });
  await audit(ctx, { action: 'operator.signed_in', targetKind: 'operator', targetId: operatorId });
  return cookie;
}

async function refuse(services: RequestServices, attempt: { email: string; address: string }): Promise<never> {
  await noteFailure(services, attempt);
  throw new AppError(signInFailed, 'Email, password or code is wrong.');
}
