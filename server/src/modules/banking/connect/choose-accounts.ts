import { findUserByKey } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { createLogin, type GivenConsent, renewLogin } from '../logins/create-login.ts';
import { findBankProvider } from '../providers/bank-providers.ts';
import { type Notice, withCurrent } from './change-session.ts';
import { updateSession } from './connect.queries.ts';
import { type BankTalk, type ChosenBank, type ConnectSession, termsOf } from './connect.types.ts';
import { endSession, tellConnection } from './end-session.ts';
import { openTalk } from './seal-talk.ts';
import type { Visit } from './visit.ts';

/**
 * The end user says which accounts are shared, and with that the bank is connected: login, event, and the page that says
 * so in one transaction. `chosen`: places in the list that was shown.
 */
export async function chooseAccounts(visit: Visit, chosen: readonly string[]): Promise<Notice> {
  const { services, session } = visit;
  const talk = openTalk(services, session);
  const { bank } = session;
  if (talk?.step.kind !== 'authorised' || !bank) return 'moved-on';
  const accounts = talk.accounts.filter((_, n) => chosen.includes(String(n)));
  if (accounts.length === 0) return 'no-account';
  const selected = accounts.map(({ account }) => account.resourceId);
  const provider = await findBankProvider(services, bank.provider);
  const loginName = provider?.loginNameOf(talk.state) ?? null;
  return withCurrent(visit, async (ctx, current) => {
    const login = await storeLogin(ctx, current, bank, {
      ...(await consentOf(ctx, visit, talk, selected)),
      loginName,
    });
    await tellConnection(ctx, current, login);
    await updateSession(ctx.session, session.sessionId, {
      step: 'overview',
      connectedLoginId: login.loginId,
      loginId: null,
      problem: null,
      sealedTalk: null,
      returnHash: null,
    });
    if (session.kind === 'connect' && !session.multiple) await endSession(ctx, current, 'completed');
  });
}

async function storeLogin(ctx: Context, session: ConnectSession, bank: ChosenBank, consent: GivenConsent) {
  if (session.loginId) return renewLogin(ctx, { ...consent, loginId: session.loginId });
  const { provider, bankId, name, bic, bankCode } = bank;
  return createLogin(ctx, { ...consent, provider, bank: { bankId, name, bic, bankCode } });
}

async function consentOf(ctx: Context, visit: Visit, talk: BankTalk, selected: string[]) {
  const { session, browser } = visit;
  const user = await findUserByKey(ctx.session, session.userKey);
  if (!user) throw new Error('The user is gone, and the session with it');
  return {
    userId: user.userId,
    state: talk.state,
    accounts: talk.accounts.map(({ account }) => account),
    validUntil: talk.step.kind === 'authorised' ? talk.step.validUntil : null,
    ...termsOf(session),
    selectedAccounts: selected,
    correlationId: session.correlationId,
    psu: browser,
  };
}
