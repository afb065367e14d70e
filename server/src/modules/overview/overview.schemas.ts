import { type TProperties, type TSchema, Type } from 'typebox';

const count = (description: string) => Type.Integer({ minimum: 0, description });
const nullable = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });

const waitingOf = <T extends TProperties>(named: T) =>
  Type.Object(
    {
      count: count('How many.'),
      oldestAt: nullable(
        Type.String({ format: 'date-time' }),
        'Since when the one waits that waits longest; null: none.',
      ),
      ...named,
    },
    { additionalProperties: false, description: 'Things of one kind that wait for a person.' },
  );
const Waiting = waitingOf({});
const waiting = (description: string) => Type.Union([Waiting, Type.Null()], { description });

const FailingEndpoint = Type.Object(
  {
    integrationId: Type.String({ format: 'uuid', description: 'Its system.' }),
    endpointId: Type.String({ format: 'uuid', description: 'The endpoint.' }),
    name: Type.String({ description: 'Its name.' }),
  },
  { additionalProperties: false, description: 'An endpoint that fails.' },
);
const ExpiringConsent = Type.Object(
  {
    userId: Type.String({ description: 'The user.' }),
    bankName: Type.String({ description: 'The bank.' }),
    endsAt: Type.String({ format: 'date-time', description: 'When the consent ends, or has ended.' }),
  },
  { additionalProperties: false, description: 'A consent that ends.' },
);

export const Overview = Type.Object(
  {
    waiting: Type.Object(
      {
        reviews: waiting('Drafts that nobody has decided about.'),
        escalations: waiting('Conversations that a bot has handed over and that nobody has taken.'),
        unknownRuns: waiting('Actions that may have happened, about which nobody has said what they found.'),
        failingEndpoints: nullable(
          waitingOf({
            endpoints: Type.Array(FailingEndpoint, {
              maxItems: 5,
              description: 'Some of them, the most failed first.',
            }),
          }),
          'Endpoints of production whose last three calls or more have failed.',
        ),
        expiringConsents: nullable(
          waitingOf({
            consents: Type.Array(ExpiringConsent, {
              maxItems: 5,
              description: 'Some of them, the first to end first.',
            }),
          }),
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
