import { ProviderError } from '../provider.types.ts';
import type { Xs2aBank } from './xs2a.types.ts';

/** Stands in the address that the bank sends the browser to when its customer said no. */
export const NOK_PARAMETER = 'refused';

/** Where the bank sends the browser back to: the address of the caller, and for a no the same with our mark. */
export function redirectHeaders(bank: Xs2aBank, redirectUri: string): Record<string, string> {
  const nok = new URL(redirectUri);
  nok.searchParams.set(NOK_PARAMETER, '1');
  return {
    ...(bank.preferRedirect !== null && { 'tpp-redirect-preferred': String(bank.preferRedirect) }),
    'tpp-redirect-uri': redirectUri,
    'tpp-nok-redirect-uri': nok.href,
  };
}

/** The bank's page, which may stand on another host of the bank; https, like the bank's interface, and nothing a browser would run. */
export function checkedRedirect(href: string, bank: Xs2aBank): string {
  const url = URL.canParse(href, bank.baseUrl) ? new URL(href, bank.baseUrl) : null;
  const isSecure = url?.protocol === 'https:' || (url && url.origin === new URL(bank.baseUrl).origin);
  if (!url || !isSecure) {
    throw new ProviderError('invalid_answer', `${bank.name} redirects to an address that is not https`);
  }
  return url.href;
}
