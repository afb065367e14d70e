import { type Context, type Services, withWorkspace } from '#platform/context.ts';
import { lockLogin } from './lock-login.ts';
import type { Login, LoginSync } from './login.types.ts';
import { selectSync } from './logins.queries.ts';
import type { SyncJob } from './logins.queue.ts';

/** A synchronisation that this worker has begun, at the attempt that it has begun. */
export interface Running {
  services: Services;
  job: SyncJob;
  login: Login;
  sync: LoginSync;
  userId: string;
}

/** Another worker has gone on with it, or it was replaced: what this one still has to say counts for nothing. */
export class Overtaken extends Error {}

/** A transaction that counts only while this attempt is the current one. */
export function inStep<T>({ services, job, sync }: Running, work: (ctx: Context) => Promise<T>): Promise<T> {
  return withWorkspace(services, job.workspaceId, async (ctx) => {
    const current = (await lockLogin(ctx, job.loginId)) && (await selectSync(ctx.session, job.loginId));
    if (current?.syncId !== job.syncId || current.attempt !== sync.attempt || current.status !== 'running')
      throw new Overtaken();
    return work(ctx);
  });
}
