import type { Context, Services } from '#platform/context.ts';
import { findBankProvider } from '../providers/bank-providers.ts';
import type { ProviderState } from '../providers/provider.types.ts';
import type { Login } from './login.types.ts';
import { type RevokeJob, revokeQueueName } from './logins.queue.ts';
import { openState, sealState } from './seal-state.ts';

/** Ends a consent at the bank once the caller's transaction has committed; nothing to do where nothing is remembered. */
export async function revokeConsent(
  ctx: Context,
  login: Pick<Login, 'loginId' | 'provider' | 'sealedState'>,
): Promise<void> {
  const { loginId, provider, sealedState } = login;
  if (sealedState === null) return;
  await ctx.jobs.send(ctx, revokeQueueName, {
    workspaceId: ctx.workspaceId,
    sealedFor: loginId,
    provider,
    sealedState,
  });
}

/** The same for a consent that belongs to no login: one that a visit to the hosted page has begun and not finished. */
export async function revokeUnusedConsent(
  ctx: Context,
  { sessionId, provider, state }: { sessionId: string; provider: string; state: ProviderState },
): Promise<void> {
  await revokeConsent(ctx, { loginId: sessionId, provider, sealedState: sealState(ctx.secrets, sessionId, state) });
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
  await provider.revoke(call, openState(services.secrets, job.sealedFor, job.sealedState));
}
