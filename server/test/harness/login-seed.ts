/** A bank login with its synchronisation, made by the product itself. */
import { randomUUID } from 'node:crypto';
import { requireUser } from '#modules/users/index.ts';
import { createLogin } from '../../src/modules/banking/logins/create-login.ts';
import { linkAccount } from '../../src/modules/banking/logins/logins.queries.ts';
import type { TestWorkspace } from './test-kontor.ts';

/** At a bank that no provider knows, so that its synchronisation fails for good; answers its id once it has. */
export async function seedLogin(
  { api, run, workspaceId }: TestWorkspace,
  userId: string,
  accountId: string,
  marker: string,
): Promise<string> {
  const loginId = await run(async (ctx) => {
    const { loginId: created } = await createLogin(ctx, {
      userId,
      provider: 'gone',
      bank: { bankId: 'gone', name: marker, bic: null, bankCode: null },
      state: {},
      loginName: 'somebody',
      accounts: [],
      validUntil: null,
      storeSecrets: true,
      recurring: true,
      selectedAccounts: null,
      correlationId: randomUUID(),
      psu: null,
    });
    const { userKey } = await requireUser(ctx, userId);
    await linkAccount(ctx.session, { workspaceId, userKey, loginId: created }, accountId, '2026-06-30');
    return created;
  });
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    const { body } = await api.get(`/users/${userId}/banking/logins/${loginId}/sync`);
    if (body.status === 'failed') return loginId;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The synchronisation has not ended');
}
