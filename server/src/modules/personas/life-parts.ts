/** What the lives are put together from. */
import type { Contract } from './contracts.ts';
import { type Bank, ibanOf } from './identifiers.ts';
import type { AccountMaster, Posting } from './ledger.ts';
import { partnerOf } from './statement-texts.ts';

/** An account of the sandbox's customers; its id is also what its bookings are called after. */
export function accountAt(
  bank: Bank,
  accountId: string,
  accountNumber: string,
  fields: Pick<AccountMaster, 'name' | 'owner' | 'type' | 'openingMinor' | 'overdraftLimitMinor'>,
): AccountMaster {
  const { bankCode, bic, name: bankName } = bank;
  const iban = ibanOf('DE', `${bankCode}${accountNumber}`);
  return { ...{ bankCode, bic, bankName }, accountId, accountNumber, iban, currency: 'EUR', ...fields };
}

/** A direct debit that comes every month, or in `months`. */
export function debit(
  name: string,
  mandateId: string,
  day: number,
  amountMinor: Contract['amountMinor'],
  purpose: Contract['purpose'],
  months?: readonly number[],
): Contract {
  return { name, mandateId, day, amountMinor, purpose, ...(months && { months }) };
}

/** A standing order that goes out every month. */
export function order(
  name: string,
  day: number,
  amountMinor: Contract['amountMinor'],
  purpose: Contract['purpose'],
): Contract {
  return { name, day, amountMinor, purpose };
}

/** Pay or a pension, as it comes in. */
export function payment(
  from: string,
  date: string,
  amountMinor: number,
  purpose: string,
  kind: 'pay' | 'pension' | 'benefit',
): Posting {
  const kinds = {
    pay: { bookingText: 'GEHALT', code: '153', purposeCode: 'SALA' },
    pension: { bookingText: 'RENTE', code: '153', purposeCode: 'PENS' },
    benefit: { bookingText: 'GUTSCHR. UEBERWEISUNG', code: '156', purposeCode: 'BENE' },
  };
  return { date, amountMinor, purpose, partner: partnerOf(from), ...kinds[kind] };
}
