import type { IncomingHttpHeaders } from 'node:http';
import type { Language } from './bank-texts.ts';
import type { ScaForm } from './sandbox-banks.ts';

export interface Bank {
  memory: BankMemory;
  /** Where it is reached, for its links: `http://127.0.0.1:49152`. */
  url: string;
  now(): Date;
  /** How long `slow` customers wait for each answer. */
  slowMs: number;
}

export interface BankCall {
  method: string;
  /** Which of the sandbox's banks is asked, by its id. */
  bankId: string;
  form: ScaForm;
  /** Parts of the path behind the bank's own, decoded. */
  path: string[];
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface BankReply {
  status: number;
  headers?: Record<string, string>;
  /** JSON, or a text of the content type that `headers` name. */
  body?: object | string;
}

export type ScaStatus = 'received' | 'psuAuthenticated' | 'scaMethodSelected' | 'started' | 'finalised' | 'failed';

export interface Authorisation {
  id: string;
  scaStatus: ScaStatus;
  methodId: string | null;
  /** How often the app's approval was asked for. */
  polls: number;
  wrongCodes: number;
}

export interface Consent {
  consentId: string;
  bankId: string;
  /** Null until somebody has logged in. */
  userName: string | null;
  status: 'received' | 'valid' | 'rejected' | 'expired' | 'terminatedByTpp';
  recurring: boolean;
  /** Last day, `YYYY-MM-DD`. */
  validUntil: string;
  frequencyPerDay: number;
  createdAt: string;
  language: Language;
  redirectUri: string | null;
  nokRedirectUri: string | null;
  authorisation: Authorisation | null;
  /** Readings without the customer, by resource, of the day `readingsOn`. */
  readings: Record<string, number>;
  readingsOn: string;
}

/** What the bank remembers; plain JSON, so that it can outlive a restart. */
export interface BankMemory {
  consents: Record<string, Consent>;
  /** The day of each customer's first login: 24 months of their history lie before it. */
  firstLogins: Record<string, string>;
  /** Wrong PINs in a row, and until when the login is locked by them. */
  wrongPins: Record<string, { count: number; lockedUntil: string | null }>;
}

/** A reply in place of an answer; thrown by whatever finds it. */
export class BankNo extends Error {
  readonly reply: BankReply;
  constructor(status: number, code: string, text = '') {
    super(code);
    this.reply = { status, body: { tppMessages: [{ category: 'ERROR', code, ...(text && { text }) }] } };
  }
}
