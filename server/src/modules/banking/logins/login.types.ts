/** A login of a user at a bank, and its synchronisation. */
import type { BalanceGap } from '../statements/reconcile-balances.ts';

export type ConsentStatus = 'valid' | 'expired' | 'revoked';
export type SyncTrigger = 'connection' | 'manual' | 'scheduled';
export type SyncStatus = 'queued' | 'running' | 'waiting' | 'completed' | 'failed';

/** The bank as it was chosen. */
export interface LoginBank {
  /** Unique within the provider. */
  bankId: string;
  name: string;
  bic: string | null;
  bankCode: string | null;
}

/** The end user's own address and browser, while they are present. */
export interface Psu {
  ipAddress: string;
  userAgent: string | null;
}

export interface Login {
  loginId: string;
  userKey: string;
  provider: string;
  bank: LoginBank;
  consentStatus: ConsentStatus;
  validUntil: Date | null;
  storeSecrets: boolean;
  recurring: boolean;
  /** Resource ids of the consent; null: all that it opens. */
  selectedAccounts: string[] | null;
  sealedState: string | null;
  /** Who logged in, as a keyed hash; null where only the bank knows. */
  loginHash: string | null;
  /** What the chosen accounts are known by. */
  accountMarks: string[];
  /** Of the last day. */
  unattendedReads: Date[];
  /** Synchronisations that failed since the last that didn't. */
  failures: number;
  nextSyncAt: Date | null;
  createdAt: Date;
}

/** What one synchronisation did to an account. */
export interface SyncedAccount {
  accountId: string;
  iban: string | null;
  name: string | null;
  currency: string;
  status: 'created' | 'existing';
  imported: number;
  duplicates: number;
  updated: number;
  removed: number;
  /** Bookings of the bank that could not be read. */
  rejected: number;
  balanceGap: BalanceGap | null;
}

export interface LoginSync {
  loginId: string;
  syncId: string;
  correlationId: string;
  trigger: SyncTrigger;
  status: SyncStatus;
  /** How often a worker has begun it. */
  attempt: number;
  psu: Psu | null;
  /** By resource id: what is stored already, and is not read again after an interruption. */
  accounts: Record<string, SyncedAccount>;
  errorCode: string | null;
  errorMessage: string | null;
  requestedAt: Date;
  startedAt: Date | null;
  completedAt: Date | null;
  retryAt: Date | null;
}
