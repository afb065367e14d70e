import type { FastifyInstance } from 'fastify';
import { done, once, refused } from 'kontor-contract/fastify';
import { inDays } from './customer.ts';
import { type ByEmail, bodyOf, type Change, querystring } from './shapes.ts';

const DELIVERY_DAYS = 5;

export function addCardWrites(app: FastifyInstance, change: Change) {
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

  app.post<ByEmail & { Body: { delivery: string } }>(
    '/card-replacement',
    { schema: { querystring, body: bodyOf({ delivery: { enum: ['standard', 'express'] } }) } },
    (request) =>
      once(request, () =>
        change(request.query.email, ({ card, street }) => {
          if (!card) return refused('NO_CARD', 'There is no card to replace.');
          if (!street) return refused('NO_ADDRESS', 'We have no address to send a card to.');
          if (card.card_replacement_at) return refused('ALREADY_ORDERED', 'A new card is on its way already.');
          const isExpress = request.body.delivery === 'express';
          card.card_replacement_at = inDays(isExpress ? 1 : DELIVERY_DAYS);
          return done('A new card is on its way.', {
            card_id: card.card_id,
            arrives_on: card.card_replacement_at,
            fee_cents: isExpress ? 1_490 : 0,
          });
        }),
      ),
  );
}
