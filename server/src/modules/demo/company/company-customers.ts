import { type Customer, inDays, NOBODY } from './api/customer.ts';

/** What goes wrong for a customer, so that everybody can see what a bot makes of it. */
export type Fault =
  /** Nothing answers: 503. */
  | 'unavailable'
  /** Reads answer, writes are 400: certainly not done. */
  | 'rejects'
  /** Writes are done, and their answers never arrive. */
  | 'answers_lost'
  /** Writes are refused with an `error_code` that no rule knows. */
  | 'refuses';

/** By e-mail address. docs/demo-company.md lists them. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'unavailable@nordlicht.example': 'unavailable',
  'rejected@nordlicht.example': 'rejects',
  'answers-lost@nordlicht.example': 'answers_lost',
  'refused@nordlicht.example': 'refuses',
};

/** The demo's two users, who have bank data too; a customer whose account is closed; and one for each fault. */
export function createCompanyCustomers(): Map<string, Customer> {
  const card = {
    card_status: 'active',
    card_expires_on: '2029-03-31',
    card_blocked_at: null,
    card_replacement_at: null,
  } as const;
  const subscriber = (customer_id: string, digits: string): Customer => ({
    ...NOBODY,
    ...{ customer_id, plan: 'Plus', phone_number: '+4940123456', month_of_signup: '2024-03' },
    ...{ street: 'Lindenallee 12', postal_code: '20259', city: 'Hamburg' },
    ...{ subscription_status: 'active', subscription_renews_at: inDays(24), paid_ahead_cents: 4_900 },
    card: { ...card, card_id: `card_${digits}`, card_last_digits: digits },
    orders: new Map([
      ['NL-1001', { cents: 2_490, is_refunded: false }],
      ['NL-1002', { cents: 1_200, is_refunded: true }],
    ]),
  });
  return new Map<string, Customer>([
    ['lena.hoffmann@example.com', subscriber('cus_lena', '4711')],
    ['buchhaltung@holzwerk-brandt.example', { ...subscriber('cus_brandt', '0815'), is_vip: true }],
    ['closed@nordlicht.example', { ...subscriber('cus_closed', '0000'), account_closed: true, card: null }],
    ['new@nordlicht.example', { ...NOBODY, customer_id: 'cus_new', orders: new Map() }],
    ...Object.keys(FAULTS).map((email, at): [string, Customer] => [
      email,
      subscriber(`cus_fault${at + 1}`, `900${at + 1}`),
    ]),
  ]);
}
