import { type TSchema, Type } from 'typebox';
import { RuleInputs, RuleProblem, SentFlow } from '../flow/flow.schemas.ts';

const nullable = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const scalar = Type.Union([Type.String({ maxLength: 1_000 }), Type.Number(), Type.Boolean(), Type.Null()]);
const Values = (description: string) => Type.Record(Type.String({ maxLength: 100 }), scalar, { description });
const language = Type.Enum(['en', 'de'], { description: 'In which the customer is answered.' });

const rule = { flowConfig: SentFlow, inputSchema: Type.Optional(RuleInputs) };

export const CheckRule = Type.Object(rule, { description: 'A rule that is being written.' });

export const CheckedRule = Type.Object(
  { problems: Type.Array(RuleProblem, { description: 'Every mistake with its place; empty: it can be published.' }) },
  { additionalProperties: false, description: 'What stands against publishing it. Nothing was stored.' },
);

const SimulatedTurn = Type.Union(
  [
    Type.Object(
      {
        kind: Type.Literal('customer', { description: 'The customer writes.' }),
        message: Type.String({ minLength: 1, maxLength: 5_000, description: 'What they write.' }),
        aside: Type.Optional(
          Type.Boolean({
            description:
              'An article would answer it: if it is a question of its own, the bot answers that one first and then asks again. Default false.',
          }),
        ),
      },
      { additionalProperties: false, description: 'A message; the first one begins the rule.' },
    ),
    Type.Object(
      {
        kind: Type.Literal('action', { description: 'The action that is waited for has ended.' }),
        outcome: Type.Enum(['success', 'failure', 'unknown', 'not_called'], {
          description: '`failure`: it answered `success: false`. `unknown`: nobody knows whether it took effect.',
        }),
        outputs: Type.Optional(Values('What it answers, such as `confirmation_id`, or `error_code` of a failure.')),
      },
      { additionalProperties: false, description: 'What comes of the action. Nothing is called.' },
    ),
  ],
  { description: 'What comes in.' },
);

export const SimulateRule = Type.Object(
  {
    ...rule,
    turns: Type.Array(SimulatedTurn, { maxItems: 100, description: 'All that came in so far, from the beginning.' }),
    attributes: Type.Optional(Values('What is known of the customer; only what rules may use is looked at.')),
    tags: Type.Optional(
      Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50, description: 'Tags that the exchange has.' }),
    ),
    language: Type.Optional(language),
    region: Type.Optional(
      Type.Object(
        {
          country: Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2.' }),
          timeZone: Type.Optional(
            Type.String({ maxLength: 100, description: 'IANA; else that of the country, if it has one.' }),
          ),
        },
        {
          additionalProperties: false,
          description:
            'Where the customer is: how dates and amounts are read and written, and what day it is. Default Germany.',
        },
      ),
    ),
  },
  { description: 'A rule, and what happens to it.' },
);

const step = Type.String({ description: 'The step.' });
const effect = <K extends string, P extends Record<string, TSchema>>(kind: K, description: string, fields: P) =>
  Type.Object(
    { kind: Type.Literal(kind, { description: 'Kind of what happens.' }), ...fields },
    { additionalProperties: false, description },
  );

const SimulatedEffect = Type.Union(
  [
    effect('say', 'The bot says something.', { step, text: Type.String({ description: 'The text.' }) }),
    effect('aside', 'The bot answers another question from the articles, then asks again.', {
      step,
      question: Type.String({ description: 'What it asks again.' }),
    }),
    effect('article', 'The bot answers with an article.', { step, articleId: Type.String({ description: 'Which.' }) }),
    effect('tag', 'A tag is set.', { step, tag: Type.String({ description: 'Its name.' }) }),
    effect('call', 'An action would be called now.', {
      step,
      action: Type.String({ description: 'Its name.' }),
      inputs: Values('What it would be given.'),
      isConfirmed: Type.Boolean({ description: 'Whether the customer has said yes to exactly this.' }),
    }),
    effect('end', 'The rule has ended.', {
      outcome: Type.Enum(['completed', 'cancelled', 'escalated'], { description: 'How.' }),
      reason: nullable(Type.String(), 'For the person who takes over; null: none.'),
    }),
  ],
  { description: 'Something that happens.' },
);

export const SimulatedRule = Type.Object(
  {
    turns: Type.Array(
      Type.Object(
        {
          path: Type.Array(Type.String(), { description: 'Ids of the steps that were passed, in their order.' }),
          effects: Type.Array(SimulatedEffect, { description: 'What happened, in its order.' }),
        },
        { additionalProperties: false, description: 'What came of a turn.' },
      ),
      { description: 'One per turn that was sent.' },
    ),
    waitsFor: Type.Enum(['customer', 'action', 'ended'], { description: 'What has to come next.' }),
    step: nullable(Type.String(), 'The step that waits for it; null before the beginning and after the end.'),
    language,
    inputs: Values('What was collected.'),
    outputs: Type.Record(Type.String(), Values('Field → value.'), { description: 'Tool step → what was answered.' }),
  },
  { additionalProperties: false, description: 'Where the rule stands. Nothing was stored and nothing called.' },
);
