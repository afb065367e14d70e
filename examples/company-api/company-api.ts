// A small company's endpoints for a support agent: two reads and four writes that keep the contract.
import Fastify, { type FastifyInstance } from 'fastify';
import { contractEndpoints, done, flatAnswer, notFound, once, refused } from 'kontor-contract/fastify';
import { type Customer, createCustomers } from './customers.ts';

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
});

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });
/** The customer travels in the query, in reads and in writes alike. */
const querystring = {
  type: 'object',
  required: ['email'],
  properties: { email: { ...text(254), pattern: '^[^@ ]+@[^@ ]+$' } },
};
const bodyOf = (properties: Record<string, object>) => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});

type ByEmail = { Querystring: { email: string } };
type Address = { street: string; postal_code: string; city: string };

export interface CompanyOptions {
  keys: readonly string[];
  /** Certificate and key in PEM; null: plain http, for development on this machine. */
  tls: { cert: string; key: string } | null;
  limitPerMinute: number;
}

/** The whole API; call `listen` on it. */
export async function createCompanyApi({ keys, tls, limitPerMinute }: CompanyOptions): Promise<FastifyInstance> {
  // Types are not coerced: a number in quotes is a mistake to tell, not to mend.
  const app = Fastify({
    ...(tls && { https: tls }),
    ajv: { customOptions: { coerceTypes: false } },
  }) as FastifyInstance;
  const customers = createCustomers();
  await app.register(contractEndpoints, { keys, limitPerMinute });
  addReads(app, customers);
  addWrites(app, customers);
  return app;
}

function addReads(app: FastifyInstance, customers: Map<string, Customer>) {
  const require = (email: string): Customer => {
    const customer = customers.get(email.toLowerCase());
    if (!customer) throw notFound('customer_not_found', 'No customer has this e-mail address.');
    return customer;
  };

  app.get<ByEmail>('/customer', { schema: { querystring } }, async ({ query }) => {
    const { card: _card, orders: _orders, cancellation: _cancellation, ...fields } = require(query.email);
    return customerAnswer(fields);
  });

  app.get<ByEmail>('/card', { schema: { querystring } }, async ({ query }) => {
    const { customer_id, card } = require(query.email);
    return cardAnswer({ customer_id, ...card });
  });
}

function addWrites(app: FastifyInstance, customers: Map<string, Customer>) {
  // A write finds out too whether there is such a customer, but tells it as a result: nothing was wrong with the call.
  const change = (email: string, work: (customer: Customer) => object) => {
    const customer = customers.get(email.toLowerCase());
    return customer ? work(customer) : refused('CUSTOMER_NOT_FOUND', 'We know no customer with this e-mail address.');
  };

  app.put<ByEmail & { Body: Address }>(
    '/address',
    { schema: { querystring, body: bodyOf({ street: text(200), postal_code: text(12), city: text(100) }) } },
    (request) =>
      once(request, () =>
        change(request.query.email, (customer) => {
          const { street, postal_code, city } = request.body;
          if (!/\d/.test(postal_code)) return refused('INVALID_POSTAL_CODE', 'The postal code has no digit.');
          Object.assign(customer, { street, postal_code, city });
          return done('Your address is changed.', { street, postal_code, city });
        }),
      ),
  );

  app.post<ByEmail & { Body: { reason: string } }>(
    '/card-block',
    { schema: { querystring, body: bodyOf({ reason: { enum: ['lost', 'stolen', 'damaged'] } }) } },
    (request) =>
      once(request, () =>
        change(request.query.email, ({ card }) => {
          if (!card) return refused('NO_CARD', 'There is no card to block.');
          if (card.card_status !== 'blocked') card.card_blocked_at = new Date().toISOString();
          card.card_status = 'blocked';
          return done('Your card is blocked.', { card_id: card.card_id, card_blocked_at: card.card_blocked_at });
        }),
      ),
  );

  app.post<ByEmail & { Body: { reason: string } }>(
    '/cancellation',
    { schema: { querystring, body: bodyOf({ reason: text(500) }) } },
    (request) =>
      once(request, () =>
        change(request.query.email, (customer) => {
          const { subscription_renews_at: endsOn, cancellation } = customer;
          if (customer.is_vip) return refused('ASK_ACCOUNT_MANAGER', 'Your account manager will call you about this.');
          if (!endsOn) return refused('NO_SUBSCRIPTION', 'There is no subscription to cancel.');
          if (cancellation) return refused('ALREADY_CANCELLED', `Your subscription ends on ${endsOn}.`);
          customer.subscription_status = 'cancelled';
          customer.cancellation = `conf_${customer.customer_id.slice(4)}`;
          return done('Your subscription is cancelled.', {
            confirmation_id: customer.cancellation,
            effective_date: endsOn,
            refund_amount_cents: 0,
          });
        }),
      ),
  );

  app.post<ByEmail & { Body: { order_id: string } }>(
    '/refund',
    { schema: { querystring, body: bodyOf({ order_id: text(40) }) } },
    (request) =>
      once(request, () =>
        change(request.query.email, ({ orders }) => {
          const order = orders.get(request.body.order_id);
          if (!order) return refused('ORDER_NOT_FOUND', 'We found no such order of yours.');
          if (order.is_refunded) return refused('ALREADY_REFUNDED', 'This order is refunded already.');
          order.is_refunded = true;
          return done('Your refund is on its way.', {
            order_id: request.body.order_id,
            refund_amount_cents: order.cents,
          });
        }),
      ),
  );
}
