import { ProviderError } from '../provider.types.ts';
import { BankRefusal } from './bank-messages.ts';
import { askBank, type BankAnswer, type BankLine, pathOf } from './client.ts';
import { dayOf, textOf } from './read-json.ts';
import { redirectHeaders } from './redirect-address.ts';
import type { Xs2aState } from './xs2a.types.ts';

const DAY_MS = 86_400_000;

/** Asks for a new consent; the state then knows it, and the answer says what the bank wants next. */
export async function createConsent(
  line: BankLine,
  state: Xs2aState,
): Promise<{ state: Xs2aState; answer: BankAnswer }> {
  const { bank, call } = line;
  const days = state.recurring ? bank.consentDays : 1;
  const answer = await askBank(line, {
    method: 'POST',
    path: pathOf(bank, 'consents'),
    headers: {
      ...(state.psuId && { 'psu-id': state.psuId }),
      ...(state.accountType && { 'psu-id-type': state.accountType }),
      'psu-accept-language': state.language,
      ...redirectHeaders(bank, state.redirectUri),
    },
    body: {
      access:
        bank.consentAccess === 'all-accounts'
          ? { allPsd2: 'allAccounts' }
          : { accounts: [], balances: [], transactions: [] },
      recurringIndicator: state.recurring,
      validUntil: new Date(call.now().getTime() + days * DAY_MS).toISOString().slice(0, 10),
      // A consent for one visit may be used once a day, by the specification.
      frequencyPerDay: state.recurring ? 4 : 1,
      combinedServiceIndicator: false,
    },
  });
  const consentId = textOf(answer.body.consentId);
  if (!consentId) throw new ProviderError('invalid_answer', `${bank.name} gave the consent no id`);
  return { state: { ...state, consentId, links: answer.links, method: null }, answer };
}

/** `valid`, `received`, `rejected`, `expired` … as the specification names them. */
export async function readConsentStatus(line: BankLine, consentId: string): Promise<string> {
  const { body } = await askBank(line, { method: 'GET', path: pathOf(line.bank, 'consents', consentId, 'status') });
  const status = textOf(body.consentStatus);
  if (!status) throw new ProviderError('invalid_answer', `${line.bank.name} did not say the status of the consent`);
  return status;
}

/** The last day of a consent, which the bank may have set earlier than it was asked for; null when it does not say. */
export async function readValidUntil(line: BankLine, consentId: string): Promise<string | null> {
  const { body } = await askBank(line, { method: 'GET', path: pathOf(line.bank, 'consents', consentId) });
  return dayOf(body.validUntil);
}

/** Ends a consent; one that has ended already is as good. */
export async function deleteConsent(line: BankLine, consentId: string): Promise<void> {
  try {
    await askBank(line, { method: 'DELETE', path: pathOf(line.bank, 'consents', consentId) });
  } catch (error) {
    const hasEnded = error instanceof BankRefusal && (error.problem === 'consent_expired' || error.code === '404');
    if (!hasEnded) throw error;
  }
}
