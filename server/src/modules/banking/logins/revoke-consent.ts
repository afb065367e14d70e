import type { Context, Services } from '#platform/context.ts';
import { findBankProvider } from '../providers/bank-providers.ts';
import type { Login } from './login.types.ts';
import { type RevokeJob, revokeQueueName } from './logins.queue.ts';
import { openState } from './seal-state.ts';

/** Ends a consent at the bank once the caller's transaction has committed; nothing to do where nothing is remembered. */
export async function revokeConsent(
  ctx: Context,
  login: Pick<Login, 'loginId' | 'provider' | 'sealedState'>,
): Promise<void> {
  const { loginId, provider, sealedState } = login;
  if (sealedState === null) return;
  await ctx.jobs.send(ctx, revokeQueueName, { workspaceId: ctx.workspaceId, loginId, provider, sealedState });
}

/** The job: throws when the bank can't be reached, so that it is tried again. */
export async function revokeAtBank(
  services: Services,
  job: RevokeJob,
  signal: AbortSignal,
  findProvider = findBankProvider,
): Promise<void> {
  const provider = await findProvider(services, job.provider);
  if (!provider) return;
  const call = { outbound: services.outbound, psu: null, now: services.now, signal };
  await provider.revoke(call, openState(services.secrets, job.loginId, job.sealedState));
}
