import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { audit } from '../audit.ts';
import {
  codeWrong,
  operatorNotFound,
  passwordWrong,
  secondFactorActive,
  secondFactorMissing,
} from './operators.errors.ts';
import { changeOperator, type OperatorRow, selectOperator } from './operators.queries.ts';
import { verifyPassword } from './passwords.ts';
import { noteFailure, requireAttemptsLeft } from './sign-in-throttle.ts';
import { createTotpSecret, matchTotp, totpUri } from './totp.ts';

const aadOf = (operatorId: string) => `operators.totp:${operatorId}`;

/** Takes a code once: a second try with it fails. False when it is wrong. */
export async function takeCode(ctx: Context, operatorId: string, code: string): Promise<boolean> {
  const operator = await requireOperator(ctx, operatorId);
  if (!operator.sealedTotpSecret) return false;
  const secret = ctx.secrets.open(operator.sealedTotpSecret, aadOf(operatorId));
  const step = matchTotp(secret, code, ctx.now().getTime(), operator.totpLastStep);
  if (step === null) return false;
  await changeOperator(ctx.session, ctx.workspaceId, operatorId, { totp_last_step: step });
  return true;
}

/** The secret for the authenticator app. Nothing depends on it until a code has shown that it arrived. */
export async function beginSecondFactor(ctx: Context, operatorId: string): Promise<{ secret: string; uri: string }> {
  const operator = await requireOperator(ctx, operatorId);
  if (operator.totpConfirmedAt) throw new AppError(secondFactorActive, 'There is a second factor; remove it first.');
  const secret = createTotpSecret();
  await changeOperator(ctx.session, ctx.workspaceId, operatorId, {
    sealed_totp_secret: ctx.secrets.seal(secret, aadOf(operatorId)),
    totp_last_step: 0,
  });
  return { secret, uri: totpUri(secret, operator.email) };
}

/** From now on nobody signs in without a code. */
export async function confirmSecondFactor(ctx: Context, operatorId: string, code: string): Promise<void> {
  const operator = await requireOperator(ctx, operatorId);
  if (operator.totpConfirmedAt) throw new AppError(secondFactorActive, 'There is a second factor already.');
  if (!operator.sealedTotpSecret) throw new AppError(secondFactorMissing, 'Ask for a secret first.');
  if (!(await takeCode(ctx, operatorId, code))) throw wrongCode();
  await changeOperator(ctx.session, ctx.workspaceId, operatorId, { totp_confirmed_at: ctx.now() });
  await audit(ctx, { action: 'second_factor.added', targetKind: 'operator', targetId: operatorId });
}

/** Whoever finds an open laptop has no password. */
export async function removeSecondFactor(ctx: Context, operatorId: string, password: string): Promise<void> {
  await requirePassword(ctx, await requireOperator(ctx, operatorId), password);
  await resetSecondFactor(ctx, operatorId);
}

/** For somebody who has lost their phone: the password alone suffices again. */
export async function resetSecondFactor(ctx: Context, operatorId: string): Promise<void> {
  await requireOperator(ctx, operatorId);
  await changeOperator(ctx.session, ctx.workspaceId, operatorId, { sealed_totp_secret: null, totp_confirmed_at: null });
  await audit(ctx, { action: 'second_factor.removed', targetKind: 'operator', targetId: operatorId });
}

/** Throws when it is wrong. Failures are counted like those of signing in, so that an open laptop is no place to guess at. */
export async function requirePassword(ctx: Context, operator: OperatorRow, password: string): Promise<void> {
  const attempt = { email: operator.email, address: 'signed in' };
  await requireAttemptsLeft(ctx, attempt);
  if (await verifyPassword(operator.passwordHash, password)) return;
  await noteFailure(ctx, attempt);
  throw new AppError(passwordWrong, 'The password is wrong.');
}

/** Locked: whoever takes a code or changes the factor does so one after the other. */
export async function requireOperator(ctx: Context, operatorId: string): Promise<OperatorRow> {
  const operator = await selectOperator(ctx.session, ctx.workspaceId, operatorId, true);
  if (!operator) throw new AppError(operatorNotFound, `There is no operator ${operatorId} in this workspace.`);
  return operator;
}

const wrongCode = () =>
  new AppError(codeWrong, 'The code is wrong. Codes change every 30 seconds; check the clock of the device too.');
