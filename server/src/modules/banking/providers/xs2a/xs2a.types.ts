/** What the XS2A client knows of a bank and remembers of a connection. */
import type { TlsMaterial } from '#platform/outbound/index.ts';
import type { ConnectStep, ProviderBank, ScaMethod } from '../provider.types.ts';

/** A bank with a NextGenPSD2 interface (Berlin Group, account information, 1.3.x), with what banks do differently. */
export interface Xs2aBank extends ProviderBank {
  /** Root of the interface, before `/v1`, without a trailing slash: `https://xs2a.example-bank.de`. */
  baseUrl: string;
  /** What the end user types in on our page before the bank is asked: nothing where the bank's own page asks for it. */
  login: 'none' | 'user' | 'user-and-password';
  /** `TPP-Redirect-Preferred`: which form of authentication to ask for where the bank has both; null says nothing. */
  preferRedirect: boolean | null;
  /** `bank-offered`: the end user chooses the accounts at the bank; `all-accounts`: the consent names all of them (`allPsd2`). */
  consentAccess: 'bank-offered' | 'all-accounts';
  /** How many days a recurring consent may last; 180 is the law's limit (Delegated Regulation (EU) 2022/2360). */
  consentDays: number;
  /** How many days of history to ask for when nobody says more. */
  historyDays: number;
  /** Whether the bank answers `bookingStatus=both`; else booked and pending are asked for one after the other. */
  bothStatuses: boolean;
  /** `signed`: as the specification says. `unsigned`: the bank tells the direction by who is creditor and who is debtor. */
  amounts: 'signed' | 'unsigned';
  /** Whether to read `/card-accounts` too. */
  cardAccounts: boolean;
}

/** What all requests to the banks of one provider have in common. */
export interface Xs2aTransport {
  tls: TlsMaterial;
  /** Signs every request, where the banks ask for it. */
  seal: { cert: string; key: string } | null;
  /** Targets that are not on the public internet. */
  allowList: readonly string[];
  timeoutMs: number;
}

/** Links of the bank by their names in the specification, as paths below its host. */
export type Links = Record<string, string>;

/** Between two calls; no password is ever in it. */
export interface Xs2aState {
  bankId: string;
  accountType: string | null;
  redirectUri: string;
  recurring: boolean;
  language: 'de' | 'en';
  psuId: string | null;
  consentId: string | null;
  links: Links;
  method: ScaMethod | null;
  /** The last step, for who reloads the page. */
  step: ConnectStep;
}
