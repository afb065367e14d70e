import { dayOf, monthNumber } from './calendar.ts';
import { type Ledger, type Posting, post } from './ledger.ts';
import { directDebit, partnerOf, transferOut } from './statement-texts.ts';

/** A payment that comes back month after month, quarter after quarter or once a year. */
export interface Contract {
  /** The creditor. */
  name: string;
  /** Of the creditor's account; `DE` if absent. */
  country?: string;
  /** Set for a direct debit; without it the payment is a standing order. */
  mandateId?: string;
  /** Due day of the month. */
  day: number;
  /** The months (1 to 12) in which it is due; every month if absent. */
  months?: readonly number[];
  /** In cents, of a month `YYYY-MM`. */
  amountMinor: (month: string) => number;
  purpose: (month: string) => string;
}

export const quarterly = { january: [1, 4, 7, 10], february: [2, 5, 8, 11], march: [3, 6, 9, 12] } as const;

export function fixed(amountMinor: number): () => number {
  return () => amountMinor;
}

/** The amount that holds in a month: that of the last step at or before it, else of the first. */
export function stepped(...steps: [from: string, amountMinor: number][]): (month: string) => number {
  return (month) => steps.findLast(([from]) => from <= month)?.[1] ?? steps[0]?.[1] ?? 0;
}

/** An amount that grows once a year: `amountMinor` in 2024, `percent` more from each later `fromMonth` on. */
export function growing(amountMinor: number, percent: number, fromMonth = 1): (month: string) => number {
  return (month) => {
    const years = Number(month.slice(0, 4)) - 2024 - (monthNumber(month) < fromMonth ? 1 : 0);
    return Math.round(amountMinor * (1 + percent / 100) ** years);
  };
}

/** The contracts that are due in a month. */
export function contractPostings(month: string, contracts: readonly Contract[]): Posting[] {
  return contracts
    .filter(({ months }) => !months || months.includes(monthNumber(month)))
    .map((contract) => {
      const date = dayOf(month, contract.day);
      const amountMinor = contract.amountMinor(month);
      const purpose = contract.purpose(month);
      const { name, country, mandateId } = contract;
      if (mandateId) return directDebit({ name, country, mandateId, purpose, amountMinor, date });
      return transferOut(date, partnerOf(name, country), amountMinor, purpose, true);
    });
}

/** Books them. */
export function postContracts(ledger: Ledger, accountId: string, month: string, contracts: readonly Contract[]): void {
  for (const posting of contractPostings(month, contracts)) post(ledger, accountId, posting);
}
