/** What the sandbox says to its customers, in the language that `PSU-Accept-Language` asked for. */
import { SANDBOX_CODE, SANDBOX_PIN } from './customers.ts';

export type Language = 'de' | 'en';

const TEXTS = {
  de: {
    approveInApp: 'Bitte geben Sie den Zugriff in Ihrer Sandbox-App frei.',
    code: `Der Code der Sandbox ist immer ${SANDBOX_CODE}.`,
    title: 'Sandbox Bank – Freigabe',
    wish: 'Kontor möchte Ihre Konten, Salden und Umsätze lesen.',
    userName: 'Anmeldename',
    yes: 'Zustimmen',
    no: 'Ablehnen',
    decided: 'Das ist schon entschieden.',
    wrong: 'Anmeldename oder PIN sind falsch.',
    locked: 'Der Zugang ist gesperrt.',
    footer: (until: string) =>
      `Gültig bis ${until.split('-').reverse().join('.')}. Dies ist eine Testbank: jede PIN ist ${SANDBOX_PIN}.`,
  },
  en: {
    approveInApp: 'Please approve the access in your Sandbox App.',
    code: `The code of the sandbox is always ${SANDBOX_CODE}.`,
    title: 'Sandbox Bank – approval',
    wish: 'Kontor would like to read your accounts, balances and transactions.',
    userName: 'User name',
    yes: 'Approve',
    no: 'Decline',
    decided: 'This has been decided already.',
    wrong: 'User name or PIN are wrong.',
    locked: 'Your access is locked.',
    footer: (until: string) => `Valid until ${until}. This is a bank for testing: every PIN is ${SANDBOX_PIN}.`,
  },
};

export function textsIn(language: Language) {
  return TEXTS[language];
}

/** English for who asks for it, else the language of the bank. */
export function languageOf(acceptLanguage: string | null): Language {
  return acceptLanguage?.toLowerCase().startsWith('en') ? 'en' : 'de';
}
