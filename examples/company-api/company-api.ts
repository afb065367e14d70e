// A small company's endpoints for a support agent: one lookup and two writes that keep the endpoint contract.
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { contractEndpoints, done, flatAnswer, notFound, once, refused } from 'kontor-contract/fastify';

/** What the company knows of a customer. */
interface Customer {
  customer_id: string;
  plan: string | null;
  is_vip: boolean;
  account_closed: boolean;
  phone_number: string | null;
  month_of_signup: string;
  subscription_renews_at: string | null;
  /** Goes back when the subscription is cancelled. */
  paid_ahead_cents: number;
  /** Reference of the cancellation. */
  cancelled_as: string | null;
}

const NEWCOMER: Customer = {
  ...{ customer_id: 'cus_new', plan: null, is_vip: false, account_closed: false, phone_number: null },
  ...{ month_of_signup: '2026-11', subscription_renews_at: null, paid_ahead_cents: 0, cancelled_as: null },
};
const SUBSCRIBER: Customer = {
  ...NEWCOMER,
  plan: 'Pro',
  subscription_renews_at: '2027-01-15',
  paid_ahead_cents: 4_900,
};

/** Stands for your database. */
const createCustomers = () =>
  new Map<string, Customer>([
    ['ada@example.com', { ...SUBSCRIBER, customer_id: 'cus_ada1815', phone_number: '+4930901820' }],
    ['grace@example.com', { ...SUBSCRIBER, customer_id: 'cus_grace1906', is_vip: true }],
    ['new@example.com', { ...NEWCOMER }],
  ]);

/** The fields of an answer, declared once: all of them are sent every time, null where there is nothing. */
const customerAnswer = flatAnswer({
  customer_id: 'text',
  plan: 'text',
  is_vip: 'boolean',
  account_closed: 'boolean',
  phone_number: 'text',
  month_of_signup: 'date',
  subscription_renews_at: 'date',
  cancelled_as: 'text',
});

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });
const fields = (properties: Record<string, object>) => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});
type ByEmail = { Querystring: { email: string } };
/** The customer travels in the query, in reads and in writes alike. */
const querystring = fields({ email: { ...text(254), pattern: '^[^@ ]+@[^@ ]+$' } });

export interface CompanyOptions {
  keys: readonly string[];
  /** Certificate and key in PEM; null: plain http, for development on this machine. */
  tls: { cert: string; key: string } | null;
  limitPerMinute: number;
}

/** The whole API; call `listen` on it. */
export async function createCompanyApi({ keys, tls, limitPerMinute }: CompanyOptions): Promise<FastifyInstance> {
  // Types are not coerced: a number in quotes is a mistake to tell, not to mend.
  const ajv = { customOptions: { coerceTypes: false } } as const;
  const app = Fastify({ ...(tls && { https: tls }), ajv }) as FastifyInstance;
  await app.register(contractEndpoints, { keys, limitPerMinute });
  const customers = createCustomers();

  app.get<ByEmail>('/customer', { schema: { querystring } }, async ({ query }) => {
    const customer = customers.get(query.email.toLowerCase());
    if (!customer) throw notFound('customer_not_found', 'No customer has this e-mail address.');
    const { paid_ahead_cents: _inside, ...told } = customer;
    return customerAnswer(told);
  });

  /**
   * One effect per Idempotency-Key, with a body that the route's schema has looked at. Who is not known is told as a
   * result: nothing was wrong with the call.
   */
  const write =
    <Body>(work: (customer: Customer, body: Body) => ReturnType<typeof done> | ReturnType<typeof refused>) =>
    (request: FastifyRequest<ByEmail>) =>
      once(request, () => {
        const customer = customers.get(request.query.email.toLowerCase());
        if (!customer) return refused('CUSTOMER_NOT_FOUND', 'We know no customer with this e-mail address.');
        if (customer.account_closed) return refused('ACCOUNT_CLOSED', 'The account is closed.');
        return work(customer, request.body as Body);
      });

  app.put('/phone', { schema: { querystring, body: fields({ phone_number: text(40) }) } }, write(changePhone));
  app.post('/cancellation', { schema: { querystring, body: fields({ reason: text(500) }) } }, write(cancel));
  return app;
}

function changePhone(customer: Customer, { phone_number }: { phone_number: string }) {
  if (!/^\+[1-9]\d{7,14}$/.test(phone_number)) {
    return refused('INVALID_PHONE_FORMAT', 'Send the number as +49301234567.');
  }
  customer.phone_number = phone_number;
  return done('Your phone number is changed.', { phone_number });
}

function cancel(customer: Customer) {
  const { customer_id, is_vip, subscription_renews_at: endsOn, cancelled_as, paid_ahead_cents } = customer;
  if (is_vip) return refused('ASK_ACCOUNT_MANAGER', 'Your account manager will call you about this.');
  if (!endsOn) return refused('NO_SUBSCRIPTION', 'There is no subscription to cancel.');
  if (cancelled_as) return refused('ALREADY_CANCELLED', `Your subscription ends on ${endsOn}.`);
  customer.cancelled_as = `conf_${customer_id.slice(4)}`;
  return done('Your subscription is cancelled.', {
    confirmation_id: customer.cancelled_as,
    effective_date: endsOn,
    refund_amount_cents: paid_ahead_cents,
  });
}
