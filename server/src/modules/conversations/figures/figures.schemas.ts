import { Type } from 'typebox';

const count = (description: string) => Type.Integer({ minimum: 0, description });
const moment = (description: string) =>
  Type.Optional(Type.Integer({ minimum: 0, maximum: 8_640_000_000_000_000, description }));

export const FiguresQuery = Type.Object({
  since: moment('Conversations that began from then on, Unix epoch milliseconds. Default: thirty days before `until`.'),
  until: moment('Conversations that began before then. Default: now. At most 400 days after `since`.'),
  by: Type.Optional(Type.Enum(['day', 'week', 'month'], { description: 'How long a period is. Default `day`.' })),
  timeZone: Type.Optional(
    Type.String({ maxLength: 60, description: 'Whose days: an IANA name, such as `Europe/Berlin`. Default `UTC`.' }),
  ),
  agentId: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'Only of this bot.' })),
  channel: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'Only of this channel.' })),
});

const figures = {
  conversations: count('That customers began; those of the console’s playground are never counted.'),
  answered: count(
    'In which the bot gave at least one answer: from an article, from the customer’s own facts, or to the end of a rule. It says nothing of whether that helped.',
  ),
  confirmed: count('Of which the customer or a person has said that the problem is solved.'),
  abandoned: count('In which the bot’s question was the last that was said, for 24 hours or more.'),
  escalated: count('That the bot has handed over to a person at least once.'),
  modelTokens: count('What a language model has read and written for them.'),
  modelCost: Type.Number({ minimum: 0, description: 'What that cost, in the currency of the model’s prices.' }),
};

export const ConversationFigures = Type.Object(
  {
    total: Type.Object(figures, { additionalProperties: false, description: 'All periods together.' }),
    periods: Type.Array(
      Type.Object(
        {
          from: Type.String({ format: 'date', description: 'Its first day; weeks begin on Monday.' }),
          ...figures,
        },
        { additionalProperties: false, description: 'Conversations that began in a period.' },
      ),
      { description: 'Oldest first, without gaps.' },
    ),
  },
  {
    additionalProperties: false,
    description:
      'Four numbers that are counted each for itself: one conversation can be in several, and they are not meant to be added.',
  },
);
