import { type TSchema, Type } from 'typebox';
import { Customer } from './attributes.schemas.ts';
import { FieldName, FieldType, InputFieldSchema, PlannedRequest } from './endpoints.schemas.ts';
import { EnvironmentName } from './integrations.schemas.ts';
import { StepOutputSchema, StepSchema, StepTraceSchema } from './steps/steps.schemas.ts';

const nullable = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });

export const ActionParams = Type.Object({
  actionId: Type.String({ maxLength: 100, description: 'The action.' }),
});
export const RunParams = Type.Object({ runId: Type.String({ maxLength: 100, description: 'The run.' }) });

const Name = Type.String({ minLength: 1, maxLength: 100, description: 'Unique in the workspace.' });

export const SaveAction = Type.Object(
  {
    name: Name,
    description: Type.Optional(
      Type.String({ maxLength: 2_000, description: 'What it does, for those who write rules.' }),
    ),
    inputs: Type.Array(InputFieldSchema, { maxItems: 50, description: 'What has to be known before it can be done.' }),
    steps: Type.Array(StepSchema, { minItems: 1, maxItems: 10, description: 'Calls, one after the other.' }),
    outputs: Type.Array(StepOutputSchema, {
      maxItems: 100,
      description: 'What rules and replies may use afterwards, beside `success`, `message` and `error_code`.',
    }),
  },
  { description: 'Something that can be done in your systems.' },
);

const text = (description: string) => Type.String({ description });

export const Action = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The action.' }),
    name: Name,
    description: text('What it does.'),
    inputs: Type.Array(
      Type.Object(
        {
          name: FieldName,
          type: FieldType,
          required: Type.Boolean({ description: 'Whether it must be given.' }),
          description: text('What it means.'),
        },
        { additionalProperties: false, description: 'An input.' },
      ),
      { description: 'What has to be known before.' },
    ),
    steps: Type.Array(StepSchema, { description: 'Calls, one after the other.' }),
    outputs: Type.Array(StepOutputSchema, { description: 'What it hands out.' }),
    requiresConfirmation: Type.Boolean({
      description: 'Whether an endpoint that it calls demands a yes of the customer, so that no rule may do without.',
    }),
    createdAt: Type.String({ format: 'date-time', description: 'When it was created.' }),
    updatedAt: Type.String({ format: 'date-time', description: 'When it was last saved.' }),
  },
  { additionalProperties: false, description: 'Something that can be done in your systems.' },
);

export const ActionList = Type.Object(
  { actions: Type.Array(Action, { description: 'By name.' }) },
  { additionalProperties: false, description: 'The actions of the workspace.' },
);

const Scalars = (description: string) =>
  Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]), { description });

export const TryAction = Type.Object(
  {
    inputs: Scalars('Input → value.'),
    customer: Type.Optional(Customer),
    environment: Type.Optional(EnvironmentName),
    send: Type.Optional(
      Type.Boolean({
        description:
          'False: says what it would send, and answers samples. True: sends it, in the sandbox only. Default: false.',
      }),
    ),
  },
  { description: 'A try. The environment is `sandbox` when it is left out.' },
);

const PlannedStep = Type.Object(
  { step: text('The id of the step.'), ...PlannedRequest.properties },
  { additionalProperties: false, description: 'A request.' },
);

export const TriedAction = Type.Object(
  {
    environment: EnvironmentName,
    sent: Type.Boolean({ description: 'False: nothing was sent, and the answers are the samples of the endpoints.' }),
    state: Type.Enum(['done', 'refused', 'failed', 'unknown'], { description: 'How it ended.' }),
    requests: Type.Array(PlannedStep, { description: 'What was sent, or would be.' }),
    steps: Type.Array(StepTraceSchema, { description: 'How each step went.' }),
    outputs: Scalars('What it hands out.'),
  },
  { additionalProperties: false, description: 'What came of a try.' },
);

export const ActionRun = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The run.' }),
    actionId: Type.String({ format: 'uuid', description: 'The action.' }),
    actionName: text('Its name at that time.'),
    botId: nullable(Type.String(), 'The agent that ran it.'),
    conversationId: nullable(Type.String(), 'The conversation it was run in.'),
    environment: EnvironmentName,
    state: Type.Enum(['running', 'done', 'refused', 'failed', 'unknown'], {
      description:
        '`refused`: your system answered `success: false`. `failed`: certainly not done. `unknown`: nobody knows; a person has to settle it.',
    }),
    step: nullable(Type.String(), 'The step it ended at.'),
    inputs: Scalars('With what it was run.'),
    outputs: Scalars('What it handed out.'),
    errorCode: nullable(Type.String(), 'Your system’s `error_code`, or Kontor’s own.'),
    failure: nullable(Type.String(), 'What went wrong on the way, such as `timeout`.'),
    message: nullable(Type.String(), 'What your system said to the customer.'),
    settledAs: nullable(Type.Enum(['done', 'not_done'], { description: 'What a person found.' }), 'Null: not settled.'),
    settledBy: nullable(Type.String(), 'Who settled it.'),
    settledNote: nullable(Type.String(), 'What they wrote.'),
    settledAt: nullable(Type.String({ format: 'date-time' }), 'When.'),
    startedAt: Type.String({ format: 'date-time', description: 'When it began.' }),
    endedAt: nullable(Type.String({ format: 'date-time' }), 'When it ended.'),
  },
  { additionalProperties: false, description: 'What was asked of your systems, and what became of it.' },
);

export const ListRunsQuery = Type.Object({
  open: Type.Optional(Type.Boolean({ description: 'True: only those of unknown outcome that wait for a person.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: 'Runs per page. Default 50.' })),
  cursor: Type.Optional(Type.String({ format: 'uuid', description: 'The `nextCursor` of the page before.' })),
});

export const ActionRunList = Type.Object(
  {
    runs: Type.Array(ActionRun, { description: 'Newest first.' }),
    nextCursor: nullable(Type.String(), 'Pass it as `cursor` for older ones; null at the end.'),
  },
  { additionalProperties: false, description: 'A page of runs.' },
);

export const SettleRun = Type.Object(
  {
    settledAs: Type.Enum(['done', 'not_done'], { description: 'What your system says when it is looked up there.' }),
    note: Type.Optional(Type.String({ maxLength: 2_000, description: 'For those who come later.' })),
  },
  { description: 'What a person found out.' },
);
