/** What the company's handoff document says, as data: two reads with the facts in them, eight writes with what they answer. */

type FieldType = 'string' | 'number' | 'boolean';

export interface CompanyRead {
  /** Of the attribute, and of the endpoint. */
  name: string;
  path: string;
  /** Name as rules and replies know it → type, and the field of the answer where that is called otherwise. */
  fields: Record<string, FieldType | [FieldType, string]>;
}

export interface CompanyWrite {
  /** Of the action, and of the endpoint. */
  name: string;
  method: 'POST' | 'PUT';
  path: string;
  /** All are texts, and required. */
  inputs: string[];
  outputs: Record<string, FieldType>;
  sample: Record<string, string | number | boolean | null>;
}

export const READS: CompanyRead[] = [
  {
    name: 'Customer record',
    path: '/customer',
    fields: {
      customer_number: ['string', 'customer_id'],
      plan: 'string',
      is_vip: 'boolean',
      account_closed: 'boolean',
      phone_number: 'string',
      street: 'string',
      postal_code: 'string',
      city: 'string',
      subscription_status: 'string',
      subscription_renews_at: 'string',
    },
  },
  {
    name: 'Card',
    path: '/card',
    fields: { card_status: 'string', card_last_digits: 'string', card_replacement_at: 'string' },
  },
];

export const WRITES: CompanyWrite[] = [
  {
    name: 'Cancel subscription',
    method: 'POST',
    path: '/cancellation',
    inputs: ['reason'],
    outputs: { confirmation_id: 'string', effective_date: 'string', refund_amount_cents: 'number' },
    sample: { confirmation_id: 'conf_4F2A', effective_date: '2026-12-15', refund_amount_cents: 4_900 },
  },
  {
    name: 'Block card',
    method: 'POST',
    path: '/card-block',
    inputs: ['reason'],
    outputs: { card_blocked_at: 'string' },
    sample: { card_blocked_at: '2026-11-22T09:30:00.000Z' },
  },
  {
    name: 'Replace card',
    method: 'POST',
    path: '/card-replacement',
    inputs: ['delivery'],
    outputs: { arrives_on: 'string', fee_cents: 'number' },
    sample: { arrives_on: '2026-11-27', fee_cents: 0 },
  },
  {
    name: 'Change address',
    method: 'PUT',
    path: '/address',
    inputs: ['street', 'postal_code', 'city'],
    outputs: { street: 'string', postal_code: 'string', city: 'string' },
    sample: { street: 'Gartenweg 1', postal_code: '04103', city: 'Leipzig' },
  },
  {
    name: 'Change phone number',
    method: 'PUT',
    path: '/phone',
    inputs: ['phone_number'],
    outputs: { phone_number: 'string' },
    sample: { phone_number: '+4934155500' },
  },
  {
    name: 'Change plan',
    method: 'PUT',
    path: '/plan',
    inputs: ['plan'],
    outputs: { plan: 'string', effective_date: 'string' },
    sample: { plan: 'Basic', effective_date: '2026-11-23' },
  },
  {
    name: 'Refund order',
    method: 'POST',
    path: '/refund',
    inputs: ['order_id'],
    outputs: { order_id: 'string', refund_amount_cents: 'number' },
    sample: { order_id: 'NL-1001', refund_amount_cents: 2_490 },
  },
  {
    name: 'Write down a complaint',
    method: 'POST',
    path: '/complaint',
    inputs: ['text'],
    outputs: { ticket_id: 'string', answer_by: 'string' },
    sample: { ticket_id: 'tic_lena_1', answer_by: '2026-12-07' },
  },
];

/** Facts of Kontor's own bank data that the demo's rules and replies use, with their types. */
export const BANK_FACTS: Record<string, FieldType> = {
  currency: 'string',
  has_analysis: 'boolean',
  total_balance: 'number',
  salary_name: 'string',
  salary_last_date: 'string',
  salary_next_date: 'string',
  salary_median: 'number',
  payment_count: 'number',
  next_payment_name: 'string',
  next_payment_date: 'string',
  next_payment_amount: 'number',
  largest_payment_name: 'string',
  largest_payment_amount: 'number',
  latest_price_change_name: 'string',
  latest_price_change_date: 'string',
  latest_price_change_amount: 'number',
};
