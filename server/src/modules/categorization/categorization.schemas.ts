import { Type } from 'typebox';

const strict = { additionalProperties: false };

const LocalizedName = Type.Object(
  { en: Type.String({ description: 'In English.' }), de: Type.String({ description: 'In German.' }) },
  { ...strict, description: 'Name for people.' },
);

export const TaxonomyCategory = Type.Object(
  {
    id: Type.String({ description: 'Stable id.' }),
    primary: Type.String({ description: 'Id of the primary category above it.' }),
    name: LocalizedName,
    pfc: Type.Object(
      {
        primary: Type.String({ description: 'Primary id in version 2 of the Personal Finance Categories of Plaid.' }),
        detailed: Type.String({ description: 'Detailed id there.' }),
      },
      { ...strict, description: 'The same thing in a widely used taxonomy.' },
    ),
  },
  { ...strict, description: 'A category.' },
);

export const CategoryList = Type.Object(
  { categories: Type.Array(TaxonomyCategory, { description: 'Every category there is.' }) },
  { ...strict, description: 'The taxonomy.' },
);

export const CorrectCategory = Type.Object(
  {
    categoryId: Type.Union([Type.String({ maxLength: 100 }), Type.Null()], {
      description: 'Id of the right category, from `GET /api/categories`; null takes an earlier correction back.',
    }),
  },
  { description: 'What the transaction really is.' },
);

const CorrectionInput = Type.Object(
  {
    transactionId: Type.String({ minLength: 1, maxLength: 255, description: 'The transaction.' }),
    categoryId: Type.Union([Type.String({ maxLength: 100 }), Type.Null()], {
      description: 'Id of the right category; null takes an earlier correction back.',
    }),
  },
  { description: 'A transaction and what it really is.' },
);

export const CorrectCategories = Type.Object(
  {
    corrections: Type.Array(CorrectionInput, {
      minItems: 1,
      maxItems: 1_000,
      description: 'Each transaction once.',
    }),
  },
  { description: 'What several transactions really are.' },
);

export const CorrectedCategory = Type.Object(
  {
    transactionId: Type.String({ description: 'The transaction.' }),
    categoryId: Type.Union([Type.String(), Type.Null()], {
      description: 'Its corrected category; null: none any more.',
    }),
  },
  { ...strict, description: 'The correction as it is stored.' },
);

export const CorrectedCategories = Type.Object(
  { corrections: Type.Array(CorrectedCategory, { description: 'In the order of the request.' }) },
  { ...strict, description: 'The corrections as they are stored.' },
);

const ruleFields = {
  name: Type.String({ minLength: 1, maxLength: 200, description: 'What people call the rule; `reason` names it.' }),
  categoryId: Type.String({ maxLength: 100, description: 'The category it decides, from `GET /api/categories`.' }),
  partner: Type.Optional(
    Type.Union([Type.String({ minLength: 1, maxLength: 300 }), Type.Null()], {
      description:
        "Whole words of the partner's name, also where the bank sends it in the purpose (`?32?33`, `ABWA+`); case, accents and punctuation do not matter.",
    }),
  ),
  purpose: Type.Optional(
    Type.Union([Type.String({ minLength: 1, maxLength: 300 }), Type.Null()], {
      description:
        'Whole words of purpose or booking text; words that a statement cuts over two subfields count as one.',
    }),
  ),
  creditorId: Type.Optional(
    Type.Union([Type.String({ minLength: 1, maxLength: 50 }), Type.Null()], {
      description: 'SEPA creditor identifier, sent with the partner or as `CRED+` in the purpose.',
    }),
  ),
  iban: Type.Optional(
    Type.Union([Type.String({ minLength: 1, maxLength: 50 }), Type.Null()], {
      description: 'IBAN of the partner, sent with it or in the purpose (`IBAN+`, `?31`).',
    }),
  ),
  amountFrom: Type.Optional(
    Type.Union([Type.Number(), Type.Null()], {
      description: 'Least signed amount in major units; negative is money going out.',
    }),
  ),
  amountTo: Type.Optional(
    Type.Union([Type.Number(), Type.Null()], { description: 'Greatest signed amount in major units.' }),
  ),
  currency: Type.Optional(
    Type.String({
      pattern: '^[A-Z]{3}$',
      description: 'Of the amounts; transactions in others then never match. Default EUR.',
    }),
  ),
};

export const RuleInput = Type.Object(ruleFields, {
  description: 'A rule: all given conditions must hold, and at least one must be given.',
});

export const RuleChange = Type.Partial(Type.Object(ruleFields), {
  description: 'What to change; fields that are left out stay, null takes a condition away.',
});

const nullableText = (description: string) => Type.Union([Type.String(), Type.Null()], { description });
const nullableNumber = (description: string) => Type.Union([Type.Number(), Type.Null()], { description });

export const CategorizationRule = Type.Object(
  {
    ruleId: Type.String({ format: 'uuid', description: 'The rule.' }),
    name: Type.String({ description: 'What people call it.' }),
    categoryId: Type.String({ description: 'The category it decides.' }),
    partner: nullableText("Words of the partner's name; null: any."),
    purpose: nullableText('Words of purpose or booking text; null: any.'),
    creditorId: nullableText('SEPA creditor identifier; null: any.'),
    iban: nullableText('IBAN of the partner; null: any.'),
    amountFrom: nullableNumber('Least signed amount; null: none.'),
    amountTo: nullableNumber('Greatest signed amount; null: none.'),
    currency: Type.String({ description: 'Of the amounts.' }),
    createdAt: Type.String({ format: 'date-time', description: 'When it was made.' }),
    updatedAt: Type.String({ format: 'date-time', description: 'When it was last changed.' }),
  },
  { ...strict, description: 'A rule of the workspace.' },
);

export const RuleList = Type.Object(
  { rules: Type.Array(CategorizationRule, { description: 'Oldest first: the first that matches decides.' }) },
  { ...strict, description: 'The rules of the workspace.' },
);

export const TryRule = Type.Object(
  {
    rule: RuleInput,
    userId: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description:
          'Whose transactions to try it on. If absent, those of the newest users: up to 50, or until 100,000 were looked at.',
      }),
    ),
    ruleId: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 100,
        description: 'The stored rule that it would take the place of; a new one if absent.',
      }),
    ),
  },
  { description: 'A rule that is not saved, and stored data to try it on.' },
);

export const RuleTrial = Type.Object(
  {
    users: Type.Integer({ description: 'Of how many users transactions were looked at.' }),
    transactions: Type.Integer({ description: 'How many transactions were looked at.' }),
    matches: Type.Integer({ description: 'How many the rule matches.' }),
    changes: Type.Integer({
      description: 'How many would get another category than they have without it, or with the rule that it replaces.',
    }),
    examples: Type.Array(
      Type.Object(
        {
          userId: Type.String({ description: 'Whose it is.' }),
          transactionId: Type.String({ description: 'The transaction.' }),
          bookingDate: Type.String({ description: 'Day of booking.' }),
          amount: Type.Number({ description: 'Signed amount in major units.' }),
          currency: Type.String({ description: 'Of the amount.' }),
          partner: nullableText('Name of the partner.'),
          purpose: nullableText('Remittance information.'),
          categoryBefore: Type.String({ description: 'Category without the rule.' }),
          categoryAfter: Type.String({ description: 'Category with it.' }),
        },
        { ...strict, description: 'A transaction that matches, or did.' },
      ),
      { description: 'The newest that it, or the rule that it replaces, matches: at most 50.' },
    ),
  },
  { ...strict, description: 'What the rule would do.' },
);

export const CorrectionParams = Type.Object({
  userId: Type.String({ minLength: 1, maxLength: 200, description: 'The user.' }),
  transactionId: Type.String({ minLength: 1, maxLength: 255, description: 'The transaction.' }),
});

export const RuleParams = Type.Object({
  ruleId: Type.String({ minLength: 1, maxLength: 100, description: 'The rule.' }),
});
