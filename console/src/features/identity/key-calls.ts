/** Calls that show what a key opens, to be put into a terminal. */
import { SERVER_URL } from '../../app/api.ts';

/** What can be asked about a customer by the endpoint contract. */
export const FLOWS = ['summary', 'income', 'spending', 'risk', 'accounts', 'cashflow', 'contracts'] as const;
type Flow = (typeof FLOWS)[number];

export const contractCall = (key: string, email: string, flow: Flow) =>
  `curl "${SERVER_URL}/contract/customer?email=${encodeURIComponent(email).replace('%40', '@')}&flow=${flow}" -H "x-api-key: ${key}"`;

/** One that the key may make. */
export function firstCall(key: string, scopes: readonly string[]): string | null {
  if (scopes.includes('read')) return `curl ${SERVER_URL}/v2/workspace -H "Authorization: Bearer ${key}"`;
  return scopes.includes('contract') ? contractCall(key, 'somebody@example.com', 'summary') : null;
}
