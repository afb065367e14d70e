import { Type } from 'typebox';
import { FieldName, FieldType } from '../endpoints.schemas.ts';

const Expression = (what: string) =>
  Type.String({
    minLength: 1,
    maxLength: 1_000,
    description: `${what} An expression: it reads \`customer.email\`, \`customer.external_id\`, \`inputs.<name>\` and \`steps.<id>.<field>\`, and calculates and compares: \`steps.lookup.refund_cents / 100\`, \`steps.lookup.plan in ["Pro", "Team"]\`. A text stands in quotes.`,
  });

export const StepSchema = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z][a-z0-9_]{0,30}$', description: 'Its name in expressions: `steps.<id>`.' }),
    endpointId: Type.String({ maxLength: 100, description: 'The endpoint that is called.' }),
    when: Type.Optional(
      Type.Union([Expression('The step is left out when it is not true.'), Type.Null()], {
        description: 'A condition. Default: null, the step is always made.',
      }),
    ),
    inputs: Type.Record(Type.String(), Expression('What the input of the endpoint is filled with.'), {
      description: 'Input of the endpoint → expression.',
    }),
  },
  { additionalProperties: false, description: 'One call of a chain.' },
);

const output = {
  name: FieldName,
  type: FieldType,
  description: Type.Optional(Type.String({ maxLength: 1_000, description: 'What it means.' })),
};

export const StepOutputSchema = Type.Object(
  { ...output, value: Expression('What it is made of.') },
  { additionalProperties: false, description: 'Something that the chain hands out.' },
);

const nullable = <T extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Integer>>(
  schema: T,
  description: string,
) => Type.Union([schema, Type.Null()], { description });

export const StepTraceSchema = Type.Object(
  {
    step: Type.String({ description: 'The id of the step.' }),
    endpoint: Type.String({ description: 'The name of the endpoint.' }),
    kind: Type.Enum(['read', 'write'], { description: 'What kind of call it was.' }),
    outcome: Type.Enum(['ok', 'not_found', 'refused', 'failed', 'unknown', 'skipped'], {
      description:
        '`refused`: the write answered `success: false`. `unknown`: nobody knows whether the write was done. `skipped`: its condition did not hold.',
    }),
    failure: nullable(Type.String(), 'Why it was not ok, such as `timeout` or `circuit_open`.'),
    status: nullable(Type.Integer(), 'The HTTP status; null without an answer.'),
    durationMs: Type.Integer({ description: 'Milliseconds, waits and second tries included.' }),
    attempts: Type.Integer({ description: 'How often it was sent.' }),
  },
  { additionalProperties: false, description: 'How a step went. It holds no value and no address.' },
);
