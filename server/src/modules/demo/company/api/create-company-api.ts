/** The endpoints of the demo's bank: two reads and eight writes that keep the endpoint contract, over customers in memory. */
import Fastify, { type FastifyInstance } from 'fastify';
import { contractEndpoints, flatAnswer, notFound } from 'kontor-contract/fastify';
import { addAccountWrites } from './account-writes.ts';
import { addCardWrites } from './card-writes.ts';
import type { Customer } from './customer.ts';
import { type ByEmail, changing, querystring } from './shapes.ts';

/** Every field of an answer, declared once: all of them are sent every time, null where there is nothing. */
const customerAnswer = flatAnswer({
  customer_id: 'text',
  plan: 'text',
  is_vip: 'boolean',
  account_closed: 'boolean',
  phone_number: 'text',
  street: 'text',
  postal_code: 'text',
  city: 'text',
  month_of_signup: 'date',
  subscription_status: 'text',
  subscription_renews_at: 'date',
});

const cardAnswer = flatAnswer({
  customer_id: 'text',
  card_id: 'text',
  card_status: 'text',
  card_last_digits: 'text',
  card_expires_on: 'date',
  card_blocked_at: 'time',
  card_replacement_at: 'date',
});

/** More than a person who tries things asks for. */
const LIMIT_PER_MINUTE = 1_200;

/** `customers` by e-mail address, in small letters; writes change them. */
export async function createCompanyApi(
  key: string,
  customers: ReadonlyMap<string, Customer>,
): Promise<FastifyInstance> {
  // Types are not coerced: a number in quotes is a mistake to tell, not to mend.
  const app = Fastify({ ajv: { customOptions: { coerceTypes: false } } }) as FastifyInstance;
  await app.register(contractEndpoints, { keys: [key], limitPerMinute: LIMIT_PER_MINUTE });
  addReads(app, customers);
  const change = changing(customers);
  addAccountWrites(app, change);
  addCardWrites(app, change);
  return app;
}

function addReads(app: FastifyInstance, customers: ReadonlyMap<string, Customer>) {
  const require = (email: string): Customer => {
    const customer = customers.get(email.toLowerCase());
    if (!customer) throw notFound('customer_not_found', 'No customer has this e-mail address.');
    return customer;
  };

  app.get<ByEmail>('/customer', { schema: { querystring } }, async ({ query }) => {
    const { card: _card, orders: _orders, cancellation: _cancellation, ...more } = require(query.email);
    const { paid_ahead_cents: _paid, complaint_count: _complaints, ...fields } = more;
    return customerAnswer(fields);
  });

  app.get<ByEmail>('/card', { schema: { querystring } }, async ({ query }) => {
    const { customer_id, card } = require(query.email);
    return cardAnswer({ customer_id, ...card });
  });
}
