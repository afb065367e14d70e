/** A visit to the hosted page, as it is stored. */
import type { ConnectProblem, ConnectStep, ProviderAccount, ProviderState } from '../providers/provider.types.ts';

export type Language = 'en' | 'de';
export type SessionStatus = 'open' | 'completed' | 'cancelled' | 'failed' | 'expired';

/** What the page shows. From `credentials` to `redirect` the bank decides; their names are those of `ConnectStep`. */
export type Step =
  | 'welcome'
  | 'find-bank'
  | 'account-type'
  | 'consent'
  | 'credentials'
  | 'choose-method'
  | 'enter-code'
  | 'approve-in-app'
  | 'redirect'
  | 'choose-accounts'
  | 'problem'
  | 'overview'
  | 'remove-login';

/** The bank that the end user has chosen. */
export interface ChosenBank {
  provider: string;
  bankId: string;
  name: string;
  bic: string | null;
  bankCode: string | null;
  city: string | null;
  accountTypes: { id: string; name: { en: string; de: string } }[];
  /** Of the login that is renewed: its consent goes on as it was. Null: as the session says. */
  terms: ConsentTerms | null;
}

export interface ConsentTerms {
  /** Synchronise by itself. */
  recurring: boolean;
  /** Keep what is needed to fetch again. */
  storeSecrets: boolean;
}

/** What was said with the bank so far. Secret: it is stored sealed, and only while the session is open. */
export interface BankTalk {
  state: ProviderState;
  step: ConnectStep;
  /** Known once the bank has agreed. */
  accounts: ProviderAccount[];
}

export interface ConnectSession {
  sessionId: string;
  workspaceId: string;
  userKey: string;
  kind: 'connect' | 'manage';
  correlationId: string;
  browserHash: string | null;
  windowHash: string | null;
  returnHash: string | null;
  language: Language;
  returnUrl: string | null;
  embedOrigin: string | null;
  webhookData: unknown;
  multiple: boolean;
  recurring: boolean;
  storeSecrets: boolean;
  /** A management session that begins with the choice of a bank. */
  addsBank: boolean;
  status: SessionStatus;
  step: Step;
  /** Grows with every change of what the page shows: a form of an older one changes nothing. */
  version: number;
  /** Somebody speaks with the bank right now. */
  isBusy: boolean;
  /** The bank may be asked whether the app has approved. */
  isPollDue: boolean;
  bank: ChosenBank | null;
  accountType: string | null;
  /** The login that is renewed or about to be removed. */
  loginId: string | null;
  /** Why the last attempt failed. */
  problem: ConnectProblem | null;
  connectedLoginIds: string[];
  sealedTalk: string | null;
  createdAt: Date;
  expiresAt: Date;
  /** Its time is over, though its end may not have been written yet. */
  isOver: boolean;
}

export const termsOf = ({ bank, recurring, storeSecrets }: ConnectSession): ConsentTerms =>
  bank?.terms ?? { recurring, storeSecrets };
