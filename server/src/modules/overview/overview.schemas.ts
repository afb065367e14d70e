import { type TSchema, Type } from 'typebox';

const count = (description: string) => Type.Integer({ minimum: 0, description });
const nullable = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });

const Waiting = Type.Object(
  {
    count: count('How many.'),
    oldestAt: nullable(
      Type.String({ format: 'date-time' }),
      'Since when the one waits that waits longest; null: none.',
    ),
  },
  { additionalProperties: false, description: 'Things of one kind that wait for a person.' },
);
const waiting = (description: string) => Type.Union([Waiting, Type.Null()], { description });

export const Overview = Type.Object(
  {
    waiting: Type.Object(
      {
        reviews: waiting('Drafts that nobody has decided about.'),
        escalations: waiting('Conversations that a bot has handed over and that nobody has taken.'),
        unknownRuns: waiting('Actions that may have happened, about which nobody has said what they found.'),
        failingEndpoints: waiting('Endpoints of production whose last three calls or more have failed.'),
        expiringConsents: waiting(
          'Consents of banks that have ended or end within two weeks; `oldestAt` is the first end.',
        ),
      },
      { additionalProperties: false, description: 'What needs a person now.' },
    ),
    bots: count('Bots that are not archived.'),
    articles: count('Live articles.'),
    customers: nullable(count('Customers.'), 'How many customers there are.'),
    runs: nullable(
      Type.Object(
        { completed: count('That completed.'), failed: count('That failed.') },
        { additionalProperties: false, description: 'Analyses by how they ended.' },
      ),
      'Analyses of the last thirty days.',
    ),
  },
  { additionalProperties: false, description: 'Null, wherever the caller may not read what is counted.' },
);
