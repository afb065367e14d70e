import { type TSchema, Type } from 'typebox';

const id = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$',
  description: 'Names the step in this rule; letters, digits, - and _.',
});
const reference = Type.String({
  pattern: '^(attributes|inputs)\\.[A-Za-z0-9_]+$|^outputs\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_]+$',
  maxLength: 200,
  description: '`attributes.NAME`, `inputs.NAME` or `outputs.STEP.FIELD`.',
});
const literal = Type.Union([Type.String({ maxLength: 1_000 }), Type.Number(), Type.Boolean(), Type.Null()]);
const referred = Type.Object(
  { ref: reference },
  { additionalProperties: false, title: 'RuleReference', description: 'What is known under this name then.' },
);
const value = Type.Union([...literal.anyOf, referred], { description: 'A value, or `{ref}`.' });
const words = Type.String({ minLength: 1, maxLength: 5_000, description: 'The text.' });
const text = Type.Union(
  [
    words,
    Type.Object(
      { en: Type.Optional(words), de: Type.Optional(words) },
      { additionalProperties: false, minProperties: 1, title: 'RuleTexts', description: 'A text per language.' },
    ),
  ],
  {
    description:
      'One text, or one per language. `{{inputs.amount}}` is filled in, `{{attributes.plan ?? "your plan"}}` with a fallback, `{{outputs.cancel.refund_amount_cents | cents EUR}}` in a format: `date`, `month`, `number`, `amount CUR`, `cents CUR`.',
  },
);

const articleId = Type.String({ format: 'uuid', description: 'A live article.' });
const article = Type.Union(
  [
    articleId,
    Type.Object(
      { en: Type.Optional(articleId), de: Type.Optional(articleId) },
      { additionalProperties: false, minProperties: 1, title: 'RuleArticles', description: 'An article per language.' },
    ),
  ],
  { description: 'One article, or one per language.' },
);

const kindOf = <K extends string>(kind: K) => Type.Literal(kind, { description: 'Kind of the step.' });

const step = <K extends string, P extends Record<string, TSchema>>(kind: K, description: string, fields: P) =>
  Type.Object({ id, kind: kindOf(kind), ...fields }, { additionalProperties: false, description });

const ofOp = <P extends Record<string, TSchema>>(ops: string[], description: string, fields: P) =>
  Type.Object(
    { op: Type.Enum(ops, { description: 'What is asked.' }), ...fields },
    { additionalProperties: false, description },
  );

/** A question to what is known, true or false. */
export const RuleCondition = Type.Cyclic(
  {
    RuleCondition: Type.Union(
      [
        ofOp(['all', 'any'], 'All of these, or any.', {
          of: Type.Array(Type.Ref('RuleCondition'), { minItems: 1, maxItems: 50, description: 'The parts.' }),
        }),
        ofOp(['not'], 'The opposite.', { of: Type.Ref('RuleCondition', { description: 'What must not be.' }) }),
        ofOp(['equals', 'less', 'at_most', 'more', 'at_least', 'contains'], 'A comparison.', { ref: reference, value }),
        ofOp(['one_of'], 'One of several values.', {
          ref: reference,
          values: Type.Array(literal, { minItems: 1, maxItems: 100, description: 'Any of these.' }),
        }),
        ofOp(['known'], 'There is a value, and it is not null.', { ref: reference }),
        ofOp(['tagged'], 'The exchange has the tag.', {
          tag: Type.String({ minLength: 1, maxLength: 200, description: 'Name of the tag.' }),
        }),
      ],
      { description: 'A question to what is known. Comparisons with a value that is missing are false.' },
    ),
  },
  'RuleCondition',
);

/** Every kind of step over a schema of the lists that it holds. */
const stepOf = (inner: TSchema) => {
  const steps = (description: string) => Type.Array(inner, { maxItems: 100, description });
  return Type.Union(
    [
      step('condition', 'Goes on with the first branch whose condition is true.', {
        branches: Type.Array(
          Type.Object({ when: RuleCondition, steps: steps('What happens then.') }, { additionalProperties: false }),
          { minItems: 1, maxItems: 20, description: 'Tried in their order.' },
        ),
        otherwise: steps('When none was true.'),
      }),
      step('collect', 'Asks for an input until it is there; the third time that it is not, `failure` runs.', {
        input: Type.String({ description: 'Name in `inputSchema`.' }),
        question: text,
        failure: Type.Optional(steps('Left out: a person takes over.')),
      }),
      step('confirm', 'Asks yes or no. A yes covers exactly what was shown.', {
        text,
        yes: steps('After yes.'),
        no: steps('After no.'),
      }),
      step('tool', 'Calls an action.', {
        action: Type.String({ minLength: 1, maxLength: 200, description: 'Name of the action.' }),
        inputs: Type.Record(Type.String(), value, { description: 'What the action is given.' }),
        withoutConfirmation: Type.Optional(
          Type.Boolean({
            description:
              'True: may be called without a yes of the customer. Otherwise it has to stand under the `yes` of a confirm step.',
          }),
        ),
        success: steps('When it answered `success: true`.'),
        errors: Type.Optional(Type.Record(Type.String(), steps('Then.'), { description: 'By `error_code`.' })),
        failure: steps('When it answered `success: false` otherwise, or could not be called.'),
        unknown: Type.Optional(steps('When nobody knows whether it took effect. Left out: a person takes over.')),
      }),
      step('reply', 'Says something.', { text }),
      step('article', 'Answers with an article.', { articleId: article }),
      step('tag', 'Sets a tag on the exchange.', {
        tag: Type.String({ minLength: 1, maxLength: 200, description: 'Name of the tag.' }),
      }),
      step('escalate', 'Hands over to a person; the flow ends.', {
        text: Type.Optional(text),
        reason: Type.Optional(Type.String({ maxLength: 500, description: 'For the person who takes over.' })),
      }),
      step('goto', 'Goes on at another step.', { step: Type.String({ description: 'Its id.' }) }),
    ],
    { description: 'A step of a rule.' },
  );
};

/** One step; the lists in it hold further steps. */
export const RuleStep = Type.Cyclic({ RuleStep: stepOf(Type.Ref('RuleStep')) }, 'RuleStep');

/** One step, whatever stands in its lists. */
export const StepAlone = stepOf(Type.Unknown());

/**
 * What is sent as a flow. The lists are looked at one after the other by `read-flow.ts`: told of all mistakes of a nested union at
 * once, the library looks at every list once for each kind of step that could hold it, and at the lists within once for each of
 * these, so that twenty levels would keep a server busy for an hour.
 */
export const SentFlow = Type.Object(
  {
    steps: Type.Array(Type.Unsafe({ 'x-schema': 'RuleStep' }), {
      minItems: 1,
      maxItems: 100,
      description: 'From the first to the last.',
    }),
  },
  { additionalProperties: false, description: 'What the rule does.' },
);

export const RuleFlow = Type.Object(
  { steps: Type.Array(RuleStep, { minItems: 1, maxItems: 100, description: 'From the first to the last.' }) },
  { additionalProperties: false, description: 'What the rule does.' },
);

const name = Type.String({ minLength: 1, maxLength: 100 });
const LABELS = {
  additionalProperties: false,
  minProperties: 1,
  title: 'RuleLabels',
  description: 'A label per language.',
} as const;

export const RuleInput = Type.Object(
  {
    type: Type.Enum(
      ['text', 'number', 'amount', 'date', 'boolean', 'choice', 'email', 'phone', 'iban', 'order_number'],
      { description: 'How it is read from a message and checked.' },
    ),
    description: Type.String({ maxLength: 500, description: 'What it is, for people.' }),
    choices: Type.Optional(
      Type.Array(
        Type.Object(
          {
            value: Type.String({ minLength: 1, maxLength: 100, description: 'What is stored.' }),
            names: Type.Array(name, { minItems: 1, maxItems: 20, description: 'How customers call it.' }),
            label: Type.Optional(
              Type.Union([name, Type.Object({ en: Type.Optional(name), de: Type.Optional(name) }, LABELS)], {
                description: 'How texts write it. Left out: as it is stored.',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        { minItems: 2, maxItems: 50, description: 'Of a `choice`.' },
      ),
    ),
    minimum: Type.Optional(Type.Number({ description: 'Of `number` and `amount`, in major units.' })),
    maximum: Type.Optional(Type.Number({ description: 'Of `number` and `amount`, in major units.' })),
    earliestInDays: Type.Optional(Type.Integer({ description: 'Of `date`: days from today.' })),
    latestInDays: Type.Optional(Type.Integer({ description: 'Of `date`: days from today.' })),
  },
  { additionalProperties: false, description: 'Something that a `collect` step asks for.' },
);

export const RuleInputs = Type.Record(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_]{0,59}$' }), RuleInput, {
  description: 'What the steps collect: name → definition.',
});

export const RuleProblem = Type.Object(
  {
    path: Type.String({ description: 'Where: a JSON pointer.' }),
    message: Type.String({ description: 'What is wrong.' }),
  },
  { additionalProperties: false, description: 'Why the rule can not be published as it is.' },
);
