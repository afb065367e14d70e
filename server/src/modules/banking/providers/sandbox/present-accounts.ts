/** Accounts, balances and bookings of the sandbox in the words of NextGenPSD2. */
import { sha256Hex } from '#platform/crypto/random.ts';
import { bankDay } from '../xs2a/bank-day.ts';
import type { Bank, BankCall, Consent } from './bank.types.ts';
import { linkTo } from './bank-call.ts';
import type { BankAccount, Booking } from './books.ts';
import type { Customer } from './customers.ts';
import { resourceIdOf } from './resource-ids.ts';

const CODES: Readonly<Record<BankAccount['type'], string>> = { GIRO: 'CACC', TAGESGELD: 'SVGS', KREDIT_KARTE: 'CARD' };

export function presentAccount(bank: Bank, call: BankCall, consent: Consent, account: BankAccount) {
  const resourceId = resourceIdOf(consent, account.accountId);
  const path = `v1/${call.path[1]}/${resourceId}`;
  const isCard = account.type === 'KREDIT_KARTE';
  return {
    resourceId,
    ...(isCard ? { maskedPan: account.accountNumber } : { iban: account.iban, bic: account.bic }),
    currency: account.currency,
    name: account.name,
    product: account.name,
    ownerName: account.owner,
    ...(!isCard && { cashAccountType: CODES[account.type] }),
    status: 'enabled',
    _links: {
      balances: linkTo(bank, call, `${path}/balances`),
      transactions: linkTo(bank, call, `${path}/transactions`),
    },
  };
}

/** What a customer with the fault `gap` has lost since Thursday, 12.34 each day, without a booking that says so. */
const lostSinceThursday = (now: Date) => 12.34 * (Math.floor(now.getTime() / 86_400_000) % 7);

export function presentBalances(account: BankAccount, bank: Bank, { fault }: Customer) {
  const { currency, overdraftLimit } = account;
  const booked = account.balance - (fault === 'gap' ? lostSinceThursday(bank.now()) : 0);
  const open = account.pending.reduce((sum, one) => sum + one.amount, 0);
  const balance = (balanceType: string, value: number, more: object) => ({
    balanceType,
    balanceAmount: { currency, amount: value.toFixed(2) },
    ...more,
  });
  const now = { lastChangeDateTime: bank.now().toISOString() };
  return [
    balance('closingBooked', booked, { referenceDate: bankDay(bank.now()), creditLimitIncluded: false }),
    balance('expected', booked + open, now),
    balance('interimAvailable', booked + open, { ...now, creditLimitIncluded: false }),
    ...(overdraftLimit === undefined
      ? []
      : [balance('interimAvailable', booked + open + overdraftLimit, { ...now, creditLimitIncluded: true })]),
  ];
}

export function presentBooking(one: Booking, account: BankAccount, { fault }: Customer, now: Date) {
  const isPending = one.status === 'pending';
  // A booking has another number than the pending one that it was.
  const number = sha256Hex(`${one.status} ${one.transactionId}`).slice(0, 20).toUpperCase();
  const id = fault === 'renumbered' ? sha256Hex(`${number} ${now.toISOString()}`).slice(0, 20).toUpperCase() : number;
  const isCard = account.type === 'KREDIT_KARTE';
  return {
    ...(fault !== 'no-ids' && { [isCard ? 'cardTransactionId' : 'transactionId']: id }),
    ...(fault !== 'no-ids' && !isPending && { entryReference: `${one.bookingDate}-${number.slice(0, 8)}` }),
    ...(one.endToEndId && { endToEndId: one.endToEndId }),
    ...(one.mandateId && { mandateId: one.mandateId }),
    ...(one.paymentPartner?.creditorId && { creditorId: one.paymentPartner.creditorId }),
    ...(isPending ? {} : { bookingDate: one.bookingDate }),
    valueDate: one.valueDate,
    transactionAmount: { currency: one.currency, amount: one.amount.toFixed(2) },
    ...parties(one),
    [isCard ? 'transactionDetails' : 'remittanceInformationUnstructured']: one.purpose,
    ...(one.purposeCode && { purposeCode: one.purposeCode }),
    ...(one.merchantCategoryCode && { merchantCategoryCode: one.merchantCategoryCode }),
    proprietaryBankTransactionCode: `NMSC+${one.bankTransactionCode}+9310`,
    additionalInformation: one.bookingText,
  };
}

function parties({ paymentPartner: partner, amount }: Booking) {
  if (!partner) return {};
  const side = amount < 0 ? 'creditor' : 'debtor';
  return {
    [`${side}Name`]: partner.name,
    ...(partner.iban && { [`${side}Account`]: { iban: partner.iban } }),
    ...(partner.bic && { [`${side}Agent`]: partner.bic }),
  };
}
