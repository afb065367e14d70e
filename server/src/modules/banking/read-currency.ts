import { findUser } from '#modules/users/index.ts';
import type { RawRequest } from '#platform/http/route.ts';
import { selectAccount } from './accounts.queries.ts';
import { noSuchAccount } from './banking.errors.ts';

/** The currency of the account that a path names, for amounts that name none; rejects when there is no such account. */
export function readCurrencyOfAccount({ services, workspaceId, params }: RawRequest): Promise<string> {
  const { userId = '', accountId = '' } = params;
  return services.database.read(workspaceId, async (session) => {
    const user = await findUser(session, workspaceId, userId);
    const account = await selectAccount(session, user.userKey, accountId);
    if (!account) throw noSuchAccount();
    return account.currency;
  });
}
