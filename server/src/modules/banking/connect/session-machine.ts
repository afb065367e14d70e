/** The rules of a visit: which step allows what, and what follows. Pure. */
import type { ConnectStep } from '../providers/provider.types.ts';
import type { ConnectSession, SessionStatus, Step } from './connect.types.ts';

/** What a form of the page may ask for. (Another language may be chosen on every page, also on those of the end.) */
export const ACTIONS = [
  'choose-bank',
  'choose-account-type',
  'agree',
  'log-in',
  'choose-method',
  'enter-code',
  'check',
  'choose-accounts',
  'retry',
  'other-bank',
  'back',
  'leave',
  'cancel',
  'add-bank',
  'finish',
  'refresh-login',
  'renew-login',
  'ask-removal',
  'remove-login',
] as const;

export type Action = (typeof ACTIONS)[number];

const ALLOWED: Readonly<Record<Step, readonly Action[]>> = {
  welcome: [],
  'find-bank': ['choose-bank', 'cancel'],
  'account-type': ['choose-account-type', 'other-bank', 'cancel'],
  consent: ['agree', 'other-bank', 'cancel'],
  credentials: ['log-in', 'other-bank', 'cancel'],
  'choose-method': ['choose-method', 'other-bank', 'cancel'],
  'enter-code': ['enter-code', 'retry', 'other-bank', 'cancel'],
  'approve-in-app': ['check', 'retry', 'other-bank', 'cancel'],
  redirect: ['retry', 'other-bank', 'cancel'],
  'choose-accounts': ['choose-accounts', 'other-bank', 'cancel'],
  problem: ['retry', 'other-bank', 'leave'],
  overview: ['add-bank', 'finish', 'refresh-login', 'renew-login', 'ask-removal'],
  'remove-login': ['remove-login', 'back'],
};

export const allows = (step: Step, action: Action): boolean => ALLOWED[step].includes(action);

/** The page that a step of the bank is shown on. */
export function stepAfter(bankStep: ConnectStep): Step {
  if (bankStep.kind === 'failed') return 'problem';
  return bankStep.kind === 'authorised' ? 'choose-accounts' : bankStep.kind;
}

type Facts = Pick<ConnectSession, 'kind' | 'multiple' | 'addsBank' | 'connectedLoginIds' | 'problem' | 'step'>;

/** Whether there is a list of linked banks to go back to. */
export const hasOverview = (session: Facts): boolean =>
  session.kind === 'manage' || (session.multiple && session.connectedLoginIds.length > 0);

/** Where a visit begins once it is bound to a browser. */
export const firstStep = (session: Facts): Step =>
  session.kind === 'manage' && !session.addsBank ? 'overview' : 'find-bank';

/** How a visit ends by itself when its time is over: by the failure that was on the screen, if there was one. */
export function statusWhenOver(session: Facts): Exclude<SessionStatus, 'open' | 'cancelled'> {
  if (session.connectedLoginIds.length > 0) return 'completed';
  return session.step === 'problem' ? 'failed' : 'expired';
}
