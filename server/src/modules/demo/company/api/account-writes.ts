import type { FastifyInstance } from 'fastify';
import { done, once, refused } from 'kontor-contract/fastify';
import { type Customer, inDays } from './customer.ts';
import { type ByEmail, bodyOf, type Change, querystring, text } from './shapes.ts';

type Address = { street: string; postal_code: string; city: string };
const ANSWER_DAYS = 15;
const PLANS = ['Basic', 'Plus'];

export function addAccountWrites(app: FastifyInstance, change: Change) {
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

  app.put<ByEmail & { Body: { phone_number: string } }>(
    '/phone',
    { schema: { querystring, body: bodyOf({ phone_number: text(40) }) } },
    (request) =>
      once(request, () =>
        change(request.query.email, (customer) => {
          const { phone_number } = request.body;
          if (!/^\+[1-9]\d{7,14}$/.test(phone_number)) {
            return refused('INVALID_PHONE_FORMAT', 'Send the number as +49301234567.');
          }
          customer.phone_number = phone_number;
          return done('Your phone number is changed.', { phone_number });
        }),
      ),
  );

  app.put<ByEmail & { Body: { plan: string } }>(
    '/plan',
    { schema: { querystring, body: bodyOf({ plan: { enum: PLANS } }) } },
    (request) =>
      once(request, () =>
        change(request.query.email, (customer) => {
          const { plan } = request.body;
          if (customer.plan === plan) return refused('SAME_PLAN', `You have the plan ${plan} already.`);
          customer.plan = plan;
          return done('Your plan is changed.', { plan, effective_date: inDays(1) });
        }),
      ),
  );

  app.post<ByEmail & { Body: { reason: string } }>(
    '/cancellation',
    { schema: { querystring, body: bodyOf({ reason: text(500) }) } },
    (request) => once(request, () => change(request.query.email, cancel)),
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

  app.post<ByEmail & { Body: { text: string } }>(
    '/complaint',
    { schema: { querystring, body: bodyOf({ text: text(2_000) }) } },
    (request) =>
      once(request, () =>
        change(request.query.email, (customer) => {
          customer.complaint_count += 1;
          return done('We have written your complaint down.', {
            ticket_id: `tic_${customer.customer_id.slice(4)}_${customer.complaint_count}`,
            answer_by: inDays(ANSWER_DAYS),
          });
        }),
      ),
  );
}

function cancel(customer: Customer) {
  const { subscription_renews_at: endsOn, cancellation, paid_ahead_cents } = customer;
  if (customer.is_vip) return refused('ASK_ACCOUNT_MANAGER', 'Your account manager will call you about this.');
  if (!endsOn) return refused('NO_SUBSCRIPTION', 'There is no subscription to cancel.');
  if (cancellation) return refused('ALREADY_CANCELLED', `Your subscription ends on ${endsOn}.`);
  customer.subscription_status = 'cancelled';
  customer.cancellation = `conf_${customer.customer_id.slice(4)}`;
  return done('Your subscription is cancelled.', {
    confirmation_id: customer.cancellation,
    effective_date: endsOn,
    refund_amount_cents: paid_ahead_cents,
  });
}
