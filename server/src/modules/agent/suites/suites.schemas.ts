import { Type } from 'typebox';
import { CHANGES } from './suite.types.ts';

const id = (description: string) => Type.String({ format: 'uuid', description });
const time = (description: string) => Type.String({ format: 'date-time', description });
const count = (description: string) => Type.Integer({ minimum: 0, description });
const expected = Type.Union([Type.String({ maxLength: 100 }), Type.Null()], {
  description: 'The article that should answer, alone or among others; null where a person should take over.',
});

export const SuiteParams = Type.Object({
  suiteId: Type.String({ maxLength: 100, description: 'The test suite.' }),
});
export const SuiteRunParams = Type.Object({
  suiteId: Type.String({ maxLength: 100, description: 'The test suite.' }),
  suiteRunId: Type.String({ maxLength: 100, description: 'The run.' }),
});

const CaseInput = Type.Object(
  {
    question: Type.String({ minLength: 1, maxLength: 2_000, description: 'What a customer asks.' }),
    expectedArticleId: expected,
    attributes: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {
        description: 'What is known about the customer. Kept with the case; articles are found without it.',
      }),
    ),
  },
  { description: 'A question with what should come of it.' },
);

export const UpdateSuite = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200, description: 'What it is called.' }),
    cases: Type.Array(CaseInput, {
      minItems: 1,
      maxItems: 2_000,
      description: 'Questions with what should come of them, each question once.',
    }),
  },
  { description: 'A test suite: a golden set of questions.' },
);

export const CreateSuite = Type.Object(
  {
    botId: Type.String({ maxLength: 100, description: 'The bot that is asked.' }),
    ...UpdateSuite.properties,
  },
  { description: 'A test suite for a bot.' },
);

const summary = {
  id: id('The test suite.'),
  botId: id('The bot that is asked.'),
  name: Type.String({ description: 'What it is called.' }),
  caseCount: count('How many questions it has.'),
  createdAt: time('When it was made.'),
  updatedAt: time('When its cases were last replaced.'),
};

const SuiteCaseSchema = Type.Object(
  { ...CaseInput.properties, attributes: Type.Record(Type.String(), Type.Unknown(), { description: 'As given.' }) },
  { additionalProperties: false, description: 'A question with what should come of it.' },
);

export const Suite = Type.Object(
  { ...summary, cases: Type.Array(SuiteCaseSchema, { description: 'Its questions, in their order.' }) },
  { additionalProperties: false, description: 'A test suite with its cases.' },
);

export const SuiteList = Type.Object(
  { suites: Type.Array(Type.Object(summary, { additionalProperties: false }), { description: 'Newest first.' }) },
  { additionalProperties: false, description: 'The test suites of the workspace.' },
);

export const StartSuiteRun = Type.Object(
  {
    draftId: Type.Optional(
      Type.String({
        maxLength: 100,
        description: 'A draft: the run shows what publishing it would change. Default: what is live now.',
      }),
    ),
  },
  { description: 'What to run.' },
);

const runSummary = {
  id: id('The run.'),
  suiteId: id('Its test suite.'),
  draftId: Type.Union([Type.String({ format: 'uuid' }), Type.Null()], {
    description: 'The draft that the run took for published; null where it asked what is live.',
  }),
  status: Type.Enum(['PENDING', 'COMPLETED', 'FAILED'], { description: 'Where the run stands.' }),
  error: Type.Union([Type.String(), Type.Null()], { description: 'Why it failed.' }),
  asked: count('Questions that were asked so far; a draft is asked all of them twice.'),
  toAsk: count('How many there are to ask; 0 until it has begun.'),
  passed: count('Cases in which the bot did what was expected.'),
  failed: count('The other ones.'),
  fixed: count('Cases that failed before and pass now.'),
  broken: count('Cases that passed before and fail now.'),
  different: count('Cases that are answered otherwise, as right or wrong as before.'),
  requestedBy: Type.String({ description: 'Who started it.' }),
  createdAt: time('When it was started.'),
  completedAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], { description: 'When it ended.' }),
};

const outcome = {
  decision: Type.Enum(['rule', 'answer', 'clarify', 'abstain', 'person', 'courtesy'], {
    description: 'What the bot does.',
  }),
  escalates: Type.Boolean({ description: 'Whether a person takes over.' }),
  articleIds: Type.Array(Type.String(), { description: 'What the answer rests on, best first.' }),
  confidence: Type.Number({ description: 'How sure the bot is, 0 to 1.' }),
  passed: Type.Boolean({ description: 'Whether that is what the case expects.' }),
};

const CaseResultSchema = Type.Object(
  {
    ...SuiteCaseSchema.properties,
    ...outcome,
    change: Type.Enum([...CHANGES], {
      description: 'Against the run before, or, with a draft, against the same moment without it.',
    }),
    before: Type.Union([Type.Object(outcome, { additionalProperties: false }), Type.Null()], {
      description: 'What it is compared with; null for a question that was not asked before.',
    }),
  },
  { additionalProperties: false },
);

export const SuiteRun = Type.Object(
  { ...runSummary, results: Type.Array(CaseResultSchema, { description: 'In the order of the cases.' }) },
  { additionalProperties: false, description: 'A run with what came of each case.' },
);

export const SuiteRunList = Type.Object(
  {
    runs: Type.Array(Type.Object(runSummary, { additionalProperties: false }), {
      description: 'The newest fifty, newest first.',
    }),
  },
  { additionalProperties: false, description: 'The runs of a test suite.' },
);
