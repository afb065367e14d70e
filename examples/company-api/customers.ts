/** What the company knows of a customer. */
export interface Customer {
  customer_id: string;
  plan: string | null;
  is_vip: boolean;
  account_closed: boolean;
  phone_number: string | null;
  street: string | null;
  postal_code: string | null;
  city: string | null;
  month_of_signup: string;
  subscription_status: 'active' | 'cancelled' | null;
  subscription_renews_at: string | null;
  /** Goes back when the subscription is cancelled. */
  paid_ahead_cents: number;
  cancellation: string | null;
  complaint_count: number;
  card: Card | null;
  orders: Map<string, { cents: number; is_refunded: boolean }>;
}

interface Card {
  card_id: string;
  card_status: 'active' | 'blocked';
  card_last_digits: string;
  card_expires_on: string;
  card_blocked_at: string | null;
  card_replacement_at: string | null;
}

/** A customer with as little data as there can be. */
export const NOBODY: Omit<Customer, 'customer_id' | 'orders'> = {
  plan: null,
  is_vip: false,
  account_closed: false,
  phone_number: null,
  street: null,
  postal_code: null,
  city: null,
  month_of_signup: '2026-11',
  subscription_status: null,
  subscription_renews_at: null,
  paid_ahead_cents: 0,
  cancellation: null,
  complaint_count: 0,
  card: null,
};

const DAY_MS = 86_400_000;
/** ISO date. */
export const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** Made-up customers by their e-mail address. */
export function createCustomers(): Map<string, Customer> {
  const subscription = { subscription_status: 'active', subscription_renews_at: inDays(54) } as const;
  const card = {
    card_status: 'active',
    card_expires_on: '2028-09-30',
    card_blocked_at: null,
    card_replacement_at: null,
  } as const;
  const ada: Customer = {
    ...{ ...NOBODY, customer_id: 'cus_ada1815', plan: 'Pro', phone_number: '+4930901820', month_of_signup: '2024-03' },
    ...{ street: 'Lindenstraße 9', postal_code: '10969', city: 'Berlin', ...subscription, paid_ahead_cents: 4_900 },
    card: { ...card, card_id: 'card_81', card_last_digits: '0042' },
    orders: new Map([['ord_1001', { cents: 4_900, is_refunded: false }]]),
  };
  const grace: Customer = {
    ...{ ...NOBODY, customer_id: 'cus_grace1906', plan: 'Enterprise', is_vip: true, phone_number: '+49351555010' },
    ...{ street: 'Am Zwinger 2', postal_code: '01067', city: 'Dresden', month_of_signup: '2022-11', ...subscription },
    card: { ...card, card_id: 'card_06', card_last_digits: '1906' },
    orders: new Map(),
  };
  const newcomer: Customer = { ...NOBODY, customer_id: 'cus_new', orders: new Map() };
  return new Map([
    ['ada@example.com', ada],
    ['grace@example.com', grace],
    ['new@example.com', newcomer],
  ]);
}
