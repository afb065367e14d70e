/** What the figures of a company's history have to be. */
import type { LabelledHistory } from '../../server/test/histories/history.types.ts';
import { add, type Figures } from './figures.ts';
import type { Move } from './known-figures.ts';

const SHARED: Record<string, readonly string[]> = {
  credits: ['loan_instalment', 'credit_line_interest', 'leasing', 'loan_payout'],
  insurances: ['insurance'],
  investments: ['investment', 'savings_plan'],
};
/** Figure, tag, and the sign with which it is told. */
const PARTS = [
  ['cashflow: revenue', 'revenue', 1],
  ['cashflow: payroll', 'payroll', -1],
  ['cashflow: taxes', 'tax', -1],
  ['cashflow: loan payments', 'loan_instalment', -1],
] as const;

export function addCompany(
  figures: Figures,
  { input }: LabelledHistory,
  moves: readonly Move[],
  ownTransfers: readonly Move[],
): void {
  for (const { booking, month, tags, isStreamed } of moves) {
    const amount = booking.amountMinor;
    const isIn = amount > 0;
    add(figures, isIn ? 'cashflow: inflow' : 'cashflow: outflow', month, Math.abs(amount));
    add(figures, 'cashflow: net', month, amount);
    for (const [figure, tag, sign] of PARTS) if (tags.includes(tag)) add(figures, figure, month, sign * amount);
    for (const [name, wanted] of Object.entries(SHARED)) {
      if (!tags.some((tag) => wanted.includes(tag))) continue;
      add(figures, `${name}: amount`, month, amount);
      if (isStreamed) add(figures, `${name}: recurring`, month, amount);
    }
    if (tags.includes('cash_deposit') || tags.includes('cash_withdrawal')) {
      add(figures, isIn ? 'cash: in' : 'cash: out', month, Math.abs(amount));
      add(figures, 'cash: bookings', month, 1);
    }
    const home = input.accounts.find(({ accountId }) => accountId === booking.accountId)?.iban?.slice(0, 2);
    const other = booking.paymentPartner?.iban?.slice(0, 2);
    if (home && other && home !== other) add(figures, isIn ? 'abroad: in' : 'abroad: out', month, Math.abs(amount));
  }
  for (const { booking, month } of ownTransfers) {
    add(figures, 'own transfers: amount', month, booking.amountMinor);
    add(
      figures,
      booking.amountMinor > 0 ? 'own transfers: in' : 'own transfers: out',
      month,
      Math.abs(booking.amountMinor),
    );
  }
}
