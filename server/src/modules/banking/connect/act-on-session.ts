import { timingSafeEqualText } from '#platform/crypto/random.ts';
import { formToken } from './browser-cookie.ts';
import { callOff } from './call-off.ts';
import { changeSession, type Notice, withCurrent } from './change-session.ts';
import { chooseAccounts } from './choose-accounts.ts';
import { type SessionChange, updateLanguage, updateSession } from './connect.queries.ts';
import type { ChosenBank, Language } from './connect.types.ts';
import { endSession } from './end-session.ts';
import { chosenBank } from './find-banks.ts';
import { bankToRenew, findLinkedBank, refreshLinkedBank, removeLinkedBank } from './linked-banks.ts';
import { openTalk } from './seal-talk.ts';
import { ACTIONS, type Action, allows, hasOverview } from './session-machine.ts';
import { answerBank, startAtBank } from './talk-to-bank.ts';
import type { Visit } from './visit.ts';

/** A form of the page as it was sent: text, or a list where a name stands more than once. */
export type PageForm = Readonly<Record<string, string | string[]>>;

type Handler = (visit: Visit, form: PageForm) => Promise<Notice>;

export const textOf = (form: PageForm, name: string): string => [form[name] ?? ''].flat()[0] ?? '';
const listOf = (form: PageForm, name: string): string[] => [form[name] ?? []].flat();

/** Whether the form was made for this browser: other sites can send a form, but not its token. */
export const isOwnForm = (visit: Visit, form: PageForm): boolean =>
  timingSafeEqualText(textOf(form, 'token'), formToken(visit.secret));

/**
 * Does what a form asks for, if it is a form of the page that stands now. One that was sent twice, came from a second tab
 * or from history changes nothing: the page says that it has moved on.
 */
export async function actOnSession(visit: Visit, form: PageForm): Promise<Notice> {
  const { session } = visit;
  const asked = textOf(form, 'action');
  if (asked === 'set-language') return setLanguage(visit, textOf(form, 'language') === 'de' ? 'de' : 'en');
  const action = ACTIONS.find((name) => name === asked);
  if (session.status !== 'open') return null;
  if (!action || textOf(form, 'version') !== String(session.version) || !allows(session.step, action))
    return 'moved-on';
  // Whoever speaks with the bank right now goes on; only giving up does not wait for it.
  if (session.isBusy && action !== 'cancel') return null;
  return HANDLERS[action](visit, form);
}

const HANDLERS: Readonly<Record<Action, Handler>> = {
  'choose-bank': chooseBank,
  'choose-account-type': chooseAccountType,
  agree: start,
  'log-in': logIn,
  'choose-method': (visit, form) => answer(visit, { kind: 'method', methodId: textOf(form, 'method') }),
  'enter-code': enterCode,
  check: (visit) => answer(visit, { kind: 'poll' }),
  'choose-accounts': (visit, form) => chooseAccounts(visit, listOf(form, 'account')),
  retry: start,
  'other-bank': (visit) => leaveBank(visit, { step: 'find-bank', bank: null, accountType: null, loginId: null }),
  back: (visit) => changeSession(visit, { step: 'overview', loginId: null, bank: null }),
  leave: (visit) => (hasOverview(visit.session) ? leaveBank(visit, TO_OVERVIEW) : end(visit, 'failed')),
  cancel: (visit) => (hasOverview(visit.session) ? leaveBank(visit, TO_OVERVIEW) : end(visit, 'cancelled')),
  'add-bank': (visit) => changeSession(visit, { step: 'find-bank', bank: null, accountType: null, loginId: null }),
  finish: (visit) => end(visit, 'completed'),
  'refresh-login': (visit, form) => refreshLinkedBank(visit, textOf(form, 'login')),
  'renew-login': renew,
  'ask-removal': askRemoval,
  'remove-login': removeLinkedBank,
};

const TO_OVERVIEW: SessionChange = { step: 'overview', bank: null, accountType: null, loginId: null };

async function setLanguage({ services, session }: Visit, language: Language): Promise<Notice> {
  await services.database.transaction(session.workspaceId, (connection) =>
    updateLanguage(connection, session.sessionId, language),
  );
  return null;
}

async function chooseBank(visit: Visit, form: PageForm): Promise<Notice> {
  const bank = await chosenBank(visit.services, textOf(form, 'bank'));
  if (!bank) return 'moved-on';
  return changeSession(visit, { ...afterChoosing(bank), bank, problem: null });
}

/** Where there are several kinds of log-ins, which one is asked first. */
function afterChoosing({ accountTypes }: ChosenBank): Pick<SessionChange, 'step' | 'accountType'> {
  if (accountTypes.length > 1) return { step: 'account-type', accountType: null };
  return { step: 'consent', accountType: accountTypes[0]?.id ?? null };
}

async function chooseAccountType(visit: Visit, form: PageForm): Promise<Notice> {
  const chosen = textOf(form, 'accountType');
  if (!visit.session.bank?.accountTypes.some(({ id }) => id === chosen)) return 'incomplete';
  return changeSession(visit, { step: 'consent', accountType: chosen });
}

async function renew(visit: Visit, form: PageForm): Promise<Notice> {
  const loginId = textOf(form, 'login');
  const bank = await bankToRenew(visit, loginId);
  if (!bank) return 'moved-on';
  return changeSession(visit, { ...afterChoosing(bank), loginId, bank });
}

async function askRemoval(visit: Visit, form: PageForm): Promise<Notice> {
  const known = await findLinkedBank(visit, textOf(form, 'login'));
  return known ? changeSession(visit, { step: 'remove-login', loginId: known.loginId }) : 'moved-on';
}

/** Also again, from the beginning. */
async function start(visit: Visit): Promise<Notice> {
  const { bank } = visit.session;
  if (bank) await startAtBank(visit, bank);
  return null;
}

/** What was typed goes to the bank with this request and nowhere else. */
async function logIn(visit: Visit, form: PageForm): Promise<Notice> {
  const step = openTalk(visit.services, visit.session)?.step;
  if (step?.kind !== 'credentials') return 'moved-on';
  const values = Object.fromEntries(step.fields.map(({ id }) => [id, textOf(form, `credential-${id}`)]));
  if (Object.values(values).some((value) => value.trim() === '')) return 'incomplete';
  return answer(visit, { kind: 'credentials', values });
}

async function enterCode(visit: Visit, form: PageForm): Promise<Notice> {
  const code = textOf(form, 'code').replace(/\s/g, '');
  return code === '' ? 'incomplete' : answer(visit, { kind: 'code', code });
}

async function answer(visit: Visit, given: Parameters<typeof answerBank>[1]): Promise<Notice> {
  await answerBank(visit, given);
  return null;
}

/** Goes elsewhere, and calls off what was begun at the bank. */
function leaveBank(visit: Visit, next: SessionChange): Promise<Notice> {
  const nothing = { sealedTalk: null, returnHash: null, problem: null, nextPollMs: null };
  return withCurrent(visit, async (ctx, current) => {
    await callOff(ctx, current);
    await updateSession(ctx.session, current.sessionId, { ...next, ...nothing });
  });
}

function end(visit: Visit, status: 'completed' | 'cancelled' | 'failed'): Promise<Notice> {
  return withCurrent(visit, async (ctx, current) => {
    await callOff(ctx, current);
    await endSession(ctx, current, status);
  });
}
