import type { Xs2aBank } from '../xs2a/xs2a.types.ts';

/** How a bank of the sandbox authenticates: by a code on our page, in its app, or on a page of its own. */
export type ScaForm = 'embedded' | 'decoupled' | 'redirect';

const BANKS: readonly { bankId: string; form: ScaForm; name: string; bic: string; bankCode: string }[] = [
  {
    bankId: 'sandbox-code',
    form: 'embedded',
    name: 'Sandbox Bank (SMS-Code)',
    bic: 'SNDBDEB1XXX',
    bankCode: '99900001',
  },
  { bankId: 'sandbox-app', form: 'decoupled', name: 'Sandbox Bank (App)', bic: 'SNDBDEB2XXX', bankCode: '99900002' },
  {
    bankId: 'sandbox-redirect',
    form: 'redirect',
    name: 'Sandbox Bank (Weiterleitung)',
    bic: 'SNDBDEB3XXX',
    bankCode: '99900003',
  },
];

export function formOf(bankId: string): ScaForm | null {
  return BANKS.find((bank) => bank.bankId === bankId)?.form ?? null;
}

/** The banks of the sandbox that listens at `url`, as the XS2A client has to know them. */
export function sandboxBanks(url: string): Xs2aBank[] {
  return BANKS.map(({ bankId, form, name, bic, bankCode }) => ({
    bankId,
    name,
    bic,
    bankCodes: [bankCode],
    city: 'Berlin',
    country: 'DE',
    accountTypes: [],
    baseUrl: `${url}/${bankId}`,
    login: form === 'redirect' ? 'none' : 'user-and-password',
    preferRedirect: form === 'redirect',
    consentAccess: 'bank-offered',
    consentDays: 180,
    historyDays: 760,
    bothStatuses: true,
    amounts: 'signed',
    cardAccounts: true,
  }));
}
