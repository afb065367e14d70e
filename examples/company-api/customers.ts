/** What the company knows of a customer. */
export interface Customer {
  customer_id: string;
  plan: 'Free' | 'Pro' | 'Enterprise' | null;
  is_vip: boolean;
  account_closed: boolean;
  phone_number: string | null;
  street: string | null;
  postal_code: string | null;
  city: string | null;
  month_of_signup: string;
  subscription_status: 'active' | 'cancelled' | null;
  subscription_renews_at: string | null;
  cancellation: string | null;
  card: Card | null;
  orders: Map<string, { cents: number; is_refunded: boolean }>;
}

interface Card {
  card_id: string;
  card_status: 'active' | 'blocked';
  card_last_digits: string;
  card_expires_on: string;
  card_blocked_at: string | null;
}

/** Made-up customers by their e-mail address; the last one has as little data as there can be. */
export function createCustomers(): Map<string, Customer> {
  const nobody: Omit<Customer, 'customer_id' | 'orders'> = {
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
    cancellation: null,
    card: null,
  };
  const subscription = { subscription_status: 'active', subscription_renews_at: '2027-01-15' } as const;
  const card = { card_status: 'active', card_expires_on: '2028-09-30', card_blocked_at: null } as const;
  const ada: Customer = {
    ...{ ...nobody, customer_id: 'cus_ada1815', plan: 'Pro', phone_number: '+4930901820', month_of_signup: '2024-03' },
    ...{ street: 'Lindenstraße 9', postal_code: '10969', city: 'Berlin', ...subscription },
    card: { ...card, card_id: 'card_81', card_last_digits: '0042' },
    orders: new Map([['ord_1001', { cents: 4_900, is_refunded: false }]]),
  };
  const grace: Customer = {
    ...{ ...nobody, customer_id: 'cus_grace1906', plan: 'Enterprise', is_vip: true, phone_number: '+49351555010' },
    ...{ street: 'Am Zwinger 2', postal_code: '01067', city: 'Dresden', month_of_signup: '2022-11', ...subscription },
    card: { ...card, card_id: 'card_06', card_last_digits: '1906' },
    orders: new Map(),
  };
  const newcomer: Customer = { ...nobody, customer_id: 'cus_new', orders: new Map() };
  return new Map([
    ['ada@example.com', ada],
    ['grace@example.com', grace],
    ['new@example.com', newcomer],
  ]);
}
