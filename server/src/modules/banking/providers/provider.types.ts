/**
 * The port that every bank provider stands behind. A provider speaks to banks; it stores nothing: what it must remember
 * between two calls it hands back as `ProviderState`, which the caller keeps encrypted.
 */
import type { OutboundClient } from '#platform/outbound/index.ts';
import type { StatementAccount, StatementPart } from '../statements/statement.types.ts';

/** A bank that a provider can connect to. */
export interface ProviderBank {
  /** Unique within the provider. */
  bankId: string;
  name: string;
  bic: string | null;
  /** German bank codes (Bankleitzahlen). */
  bankCodes: string[];
  city: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** What the bank wants chosen before the login; empty when it makes no difference. */
  accountTypes: { id: string; name: { en: string; de: string } }[];
}

/** JSON that only the provider understands: consent id, authorisation id, tokens. Secret. */
export type ProviderState = Record<string, unknown>;

/** A field of the bank's login. */
export interface CredentialField {
  id: string;
  label: { en: string; de: string };
  secret: boolean;
}

export interface ScaMethod {
  id: string;
  name: string;
  /** As in NextGenPSD2. */
  type: 'SMS_OTP' | 'CHIP_OTP' | 'PHOTO_OTP' | 'PUSH_OTP' | 'EMAIL' | 'OTHER';
}

/** Why a bank did not go along; each has its own screen, event and end state. */
export type ConnectProblem =
  | 'wrong_credentials'
  | 'login_locked'
  | 'wrong_code'
  | 'code_expired'
  | 'consent_refused'
  | 'bank_unavailable'
  | 'too_many_requests'
  | 'session_expired';

/** What the end user has to do next, or how it ended. */
export type ConnectStep =
  | { kind: 'credentials'; fields: CredentialField[]; problem?: 'wrong_credentials'; attemptsLeft?: number }
  | { kind: 'choose-method'; methods: ScaMethod[] }
  | {
      kind: 'enter-code';
      method: ScaMethod;
      /** Words of the bank for its customer. */
      message: string | null;
      /** What a chip or photo method shows: plain text, or a PNG as base64. */
      challenge: { text: string | null; imagePng: string | null; codeLength: number | null; digitsOnly: boolean };
      problem?: 'wrong_code';
      attemptsLeft?: number;
    }
  /** Ask again with `{ kind: 'poll' }`, at the earliest after `retryAfterMs`. */
  | { kind: 'approve-in-app'; method: ScaMethod | null; message: string | null; retryAfterMs: number }
  /** The browser goes to `url`; the bank sends it back to the `redirectUri` of the start. */
  | { kind: 'redirect'; url: string }
  | { kind: 'authorised'; validUntil: string | null }
  /** `canRetry`: the same bank may be tried again at once from the beginning. */
  | { kind: 'failed'; problem: ConnectProblem; message: string | null; canRetry: boolean };

export type ConnectAnswer =
  | { kind: 'credentials'; values: Record<string, string> }
  | { kind: 'method'; methodId: string }
  | { kind: 'code'; code: string }
  | { kind: 'poll' }
  /** The browser came back from the bank, with the query of the address. */
  | { kind: 'returned'; query: Record<string, string> };

export interface ProviderCall {
  outbound: OutboundClient;
  /** The end user's own address and browser while they are present; null when Kontor synchronises by itself. */
  psu: { ipAddress: string; userAgent: string | null } | null;
  now(): Date;
  signal: AbortSignal;
}

export interface StartInput {
  bankId: string;
  accountType: string | null;
  /** Where the bank sends the browser back to; carries an unguessable state of the caller. */
  redirectUri: string;
  /** Whether the consent is to be used again, without the end user. */
  recurring: boolean;
  language: 'de' | 'en';
}

/** An account with what the provider needs to read it. */
export interface ProviderAccount {
  account: StatementAccount & { resourceId: string };
}

export interface BankProvider {
  readonly name: string;
  listBanks(): Promise<ProviderBank[]>;
  /** Begins a consent at the bank. Throws only for faults of our own; a bank's no is a step. */
  start(call: ProviderCall, input: StartInput): Promise<{ state: ProviderState; step: ConnectStep }>;
  /** Takes the end user's answer to the last step. Safe to repeat with the same state (reload, second tab). */
  proceed(
    call: ProviderCall,
    state: ProviderState,
    answer: ConnectAnswer,
  ): Promise<{ state: ProviderState; step: ConnectStep }>;
  /** The accounts that the consent opens. Throws `ProviderError`. */
  listAccounts(call: ProviderCall, state: ProviderState): Promise<ProviderAccount[]>;
  /** Balances and transactions of one account, page by page; `from` is the first booking date (`YYYY-MM-DD`) asked for. Throws `ProviderError`. */
  readAccount(
    call: ProviderCall,
    state: ProviderState,
    account: ProviderAccount['account'],
    options: { from: string | null },
  ): AsyncIterable<StatementPart>;
  /**
   * Who logged in, and as what: the same text for the same log-in at the bank, whatever it opens. Secret. Null where the
   * bank's own page asked for it and told nobody.
   */
  loginNameOf(state: ProviderState): string | null;
  /** Ends the consent at the bank; silent when it has ended already, or none was begun. */
  revoke(call: ProviderCall, state: ProviderState): Promise<void>;
}

/** A reading that the bank refused or did not finish. `consentEnded`: only a new connection helps. */
export class ProviderError extends Error {
  readonly problem: ConnectProblem | 'consent_expired' | 'invalid_answer';
  readonly retryAfterMs: number | null;
  constructor(problem: ProviderError['problem'], message: string, retryAfterMs: number | null = null) {
    super(message);
    this.name = 'ProviderError';
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }
  get consentEnded() {
    return this.problem === 'consent_expired' || this.problem === 'consent_refused';
  }
}
