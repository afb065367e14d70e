import type { Xs2aBank } from '../xs2a/xs2a.types.ts';

/** How a bank of the sandbox authenticates: by a code on our page, in its app, or on a page of its own. */
export type ScaForm = 'embedded' | 'decoupled' | 'redirect';

interface SandboxBank {
  bankId: string;
  form: ScaForm;
  name: string;
  bic: string;
  bankCode: string;
  accountTypes?: Xs2aBank['accountTypes'];
}

const BANKS: readonly SandboxBank[] = [
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
  {
    bankId: 'sandbox-account-types',
    form: 'embedded',
    name: 'Sandbox Bank (Privat/Geschäft)',
    bic: 'SNDBDEB4XXX',
    bankCode: '99900004',
    accountTypes: [
      { id: 'private', name: { en: 'Private banking', de: 'Privatkunden' } },
      { id: 'business', name: { en: 'Business banking', de: 'Geschäftskunden' } },
    ],
  },
];

export function formOf(bankId: string): ScaForm | null {
  return BANKS.find((bank) => bank.bankId === bankId)?.form ?? null;
}

/** Whether the bank has log-ins of this kind (`PSU-ID-Type`); one without kinds does not look at it. */
export function takesAccountType(bankId: string, accountType: string | null): boolean {
  const types = BANKS.find((bank) => bank.bankId === bankId)?.accountTypes ?? [];
  return types.length === 0 || types.some(({ id }) => id === accountType);
}

/** The banks of the sandbox that listens at `url`, as the XS2A client has to know them. */
export function sandboxBanks(url: string): Xs2aBank[] {
  return BANKS.map(({ bankId, form, name, bic, bankCode, accountTypes = [] }) => ({
    bankId,
    name,
    bic,
    bankCodes: [bankCode],
    city: 'Berlin',
    country: 'DE',
    accountTypes,
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
