import { createPersona } from '#modules/personas/index.ts';
import { bankDay } from '../xs2a/bank-day.ts';
import type { Bank, Consent } from './bank.types.ts';
import type { Customer } from './customers.ts';

type Persona = ReturnType<typeof createPersona>;
type PersonaAccount = Persona['accounts'][number];
export type Booking = PersonaAccount['transactions'][number];

export interface BankAccount extends Omit<PersonaAccount, 'transactions'> {
  /** Oldest first. */
  booked: Booking[];
  pending: Booking[];
}

const SEED = 11;
/** The books of today, of the few customers that are read at the same time. */
const MOST_KEPT = 4;
const kept = new Map<string, BankAccount[]>();

/** The accounts of a customer as of now. They follow from the user name, the day of the first login and today alone. */
export function booksOf(customer: Customer, consent: Consent, bank: Bank): BankAccount[] {
  const until = bankDay(bank.now());
  const anchor = bank.memory.firstLogins[customer.userName] ?? consent.createdAt.slice(0, 10);
  const key = `${customer.persona} ${anchor} ${until}`;
  const books = kept.get(key) ?? readBooks(customer.persona, anchor, until);
  kept.delete(key);
  kept.set(key, books);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
  return books;
}

function readBooks(name: Customer['persona'], anchor: string, until: string): BankAccount[] {
  const { accounts, pending } = createPersona(name, { anchor, until, seed: SEED });
  return accounts.map(({ transactions, ...account }) => ({
    ...account,
    booked: transactions,
    pending: pending[account.accountId] ?? [],
  }));
}
