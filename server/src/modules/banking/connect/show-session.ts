import { formToken, windowSecret } from './browser-cookie.ts';
import type { Notice } from './change-session.ts';
import type { ConnectSession, Step } from './connect.types.ts';
import { type BankSearch, findBanks } from './find-banks.ts';
import { findLinkedBank, listLinkedBanks } from './linked-banks.ts';
import { chooseAccountsScreen } from './page/screen-accounts.ts';
import { consentScreen } from './page/screen-consent.ts';
import { endScreen, problemScreen } from './page/screen-end.ts';
import { accountTypeScreen, bankResults, findBankScreen } from './page/screen-find-bank.ts';
import { codeScreen, credentialsScreen, methodScreen } from './page/screen-login.ts';
import { overviewScreen, removalScreen } from './page/screen-overview.ts';
import { approveScreen, redirectScreen, workingScreen } from './page/screen-waiting.ts';
import { type Screen, type View, viewOf } from './page/view.ts';
import { pathPrefix } from './path-prefix.ts';
import { openTalk } from './seal-talk.ts';
import type { Visit } from './visit.ts';

export interface ShownQuery {
  q?: string;
  notice?: string;
}

const NOTICES: readonly Notice[] = ['moved-on', 'incomplete', 'no-account', 'refreshing', 'removed'];

export const viewOfVisit = ({ services, session, workspaceName, secret }: Visit, notice?: string): View =>
  viewOf({
    session,
    who: workspaceName,
    base: pathPrefix(services),
    token: formToken(secret),
    notice: NOTICES.find((known) => known === notice) ?? null,
  });

/** What the page shows now. Showing changes nothing: reload, a second tab and history are all the same. */
export async function screenOf(visit: Visit, view: View, query: ShownQuery): Promise<Screen> {
  const { session } = visit;
  if (session.status !== 'open') return endScreen(view, session.status);
  // While the app is waited for, the bank is asked again and again: the page says so already.
  if (session.isBusy && session.step !== 'approve-in-app') return workingScreen(view, phaseOf(session));
  return SCREENS[session.step](visit, view, query);
}

/** The banks that a text finds, as the part of the page that changes while it is typed. */
export async function renderBanks(visit: Visit, view: View, query: string): Promise<string> {
  return bankResults(view, await search(visit, query)).text;
}

const search = (visit: Visit, query = ''): Promise<BankSearch> => findBanks(visit.services, query.trim().slice(0, 100));

const SCREENS: Readonly<Record<Step, (visit: Visit, view: View, query: ShownQuery) => Promise<Screen> | Screen>> = {
  // Only a link has it; a session is bound before it has a page.
  welcome: async (visit, view, query) => findBankScreen(view, await search(visit, query.q)),
  'find-bank': async (visit, view, query) => findBankScreen(view, await search(visit, query.q)),
  'account-type': (_, view) => accountTypeScreen(view),
  consent: (_, view) => consentScreen(view),
  credentials: bankScreen,
  'choose-method': bankScreen,
  'enter-code': bankScreen,
  'approve-in-app': bankScreen,
  redirect: bankScreen,
  problem: bankScreen,
  'choose-accounts': (visit, view) =>
    chooseAccountsScreen(view, openTalk(visit.services, visit.session)?.accounts ?? []),
  overview: async (visit, view) => overviewScreen(view, await listLinkedBanks(visit)),
  'remove-login': async (visit, view) => {
    const bank = await findLinkedBank(visit, visit.session.loginId);
    return bank ? removalScreen(view, bank) : overviewScreen(view, await listLinkedBanks(visit));
  },
};

/** What the bank wants to be shown. */
function bankScreen(visit: Visit, view: View): Screen {
  const step = openTalk(visit.services, visit.session)?.step;
  switch (step?.kind) {
    case 'credentials':
      return credentialsScreen(view, step);
    case 'choose-method':
      return methodScreen(view, step);
    case 'enter-code':
      return codeScreen(view, step);
    case 'approve-in-app':
      return approveScreen(view, step);
    case 'redirect':
      return redirectScreen(view, step, visit.session.embedOrigin === null ? null : windowSecret(visit.secret));
    case 'failed':
      return problemScreen(view, step);
    default:
      throw new Error(`The session is at ${visit.session.step}, but the bank has said ${step?.kind ?? 'nothing'}`);
  }
}

function phaseOf({ step }: ConnectSession): number {
  if (step === 'find-bank' || step === 'account-type') return 0;
  if (step === 'consent') return 1;
  return step === 'choose-accounts' ? 3 : 2;
}
