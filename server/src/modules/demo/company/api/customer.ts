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
