import { type BankCall, BankNo, type BankReply } from './bank.types.ts';
import type { Customer } from './customers.ts';

/** What a reading gets instead of an answer, for customers whose user name asks for it; null for an answer. */
export function faultyReply(call: BankCall, { fault }: Customer): BankReply | null {
  switch (fault) {
    case 'down-later':
      throw new BankNo(503, 'SERVICE_UNAVAILABLE');
    case 'rate-limited':
      throw new BankNo(429, 'ACCESS_EXCEEDED');
    case 'consent-expired':
      throw new BankNo(401, 'CONSENT_EXPIRED');
    case 'malformed':
      return call.path[3] === 'transactions'
        ? { status: 200, headers: { 'content-type': 'application/json' }, body: '{"transactions": {"booked": [{"tra' }
        : null;
    case 'html':
      return { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Wartungsarbeiten</h1>' };
    default:
      return null;
  }
}
