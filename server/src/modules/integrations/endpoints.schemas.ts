import { type TSchema, Type } from 'typebox';
import { EnvironmentName, IntegrationParams } from './integrations.schemas.ts';

const nullable = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });

export const EndpointParams = Type.Object({
  ...IntegrationParams.properties,
  endpointId: Type.String({ maxLength: 100, description: 'The endpoint.' }),
});

export const FieldName = Type.String({
  pattern: '^[A-Za-z][A-Za-z0-9_]{0,62}$',
  description: 'A name as it stands in templates and expressions, such as `customer_id`.',
});

export const FieldType = Type.Enum(['string', 'number', 'boolean'], {
  description: 'Ids, dates and postal codes are strings.',
});

const FieldDescription = Type.String({ maxLength: 1_000, description: 'What it means.' });

export const InputFieldSchema = Type.Object(
  {
    name: FieldName,
    type: FieldType,
    required: Type.Optional(Type.Boolean({ description: 'Whether there is no call without it. Default: true.' })),
    description: Type.Optional(FieldDescription),
  },
  { additionalProperties: false, description: 'Something that has to be known before.' },
);

export const OutputFieldSchema = Type.Object(
  { name: FieldName, type: FieldType, description: Type.Optional(FieldDescription) },
  { additionalProperties: false, description: 'A field of the answer.' },
);

export const SaveEndpoint = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100, description: 'Unique in the integration.' }),
    description: Type.Optional(Type.String({ maxLength: 2_000, description: 'What it does, in a line.' })),
    kind: Type.Enum(['read', 'write'], { description: '`read`: a GET without effect. `write`: it changes something.' }),
    method: Type.Enum(['GET', 'POST', 'PUT', 'DELETE'], { description: 'GET reads, the others write.' }),
    path: Type.String({
      maxLength: 1_000,
      description: 'Below the base URL; `{input}` stands for an input: `/customers/{customer_id}`.',
    }),
    query: Type.Optional(
      Type.Record(Type.String(), Type.String({ maxLength: 1_000 }), {
        description: 'Parameter → text, with inputs as in the path: `{"email": "{email}", "flow": "phone"}`.',
      }),
    ),
    body: Type.Optional(
      nullable(
        Type.Record(Type.String(), Type.Unknown()),
        'JSON object; a text that is `{input}` and nothing else takes the value with its type. Writes only.',
      ),
    ),
    inputs: Type.Array(InputFieldSchema, { maxItems: 50, description: 'All that the templates speak of.' }),
    outputs: Type.Array(OutputFieldSchema, {
      maxItems: 200,
      description: 'The fields of the answer. A write always has `success`, `message` and `error_code` beside them.',
    }),
    sample: Type.Optional(
      nullable(
        Type.Record(Type.String(), Type.Unknown()),
        'An answer as it looks; used to show what a try would send.',
      ),
    ),
    rateLimitPerMinute: Type.Optional(
      nullable(Type.Integer({ minimum: 1, maximum: 1_000_000 }), 'Requests that your system takes in any 60 seconds.'),
    ),
    expectedP95Ms: Type.Optional(
      nullable(Type.Integer({ minimum: 1, maximum: 600_000 }), 'Milliseconds in which 95 of 100 calls are answered.'),
    ),
    honoursIdempotencyKey: Type.Optional(
      Type.Boolean({
        description:
          'True once your system has confirmed that the same `Idempotency-Key` twice has one effect. Only then is a write tried a second time. Default: false.',
      }),
    ),
    requiresConfirmation: Type.Optional(
      Type.Boolean({
        description:
          'True: no rule may call it without a yes of the customer, not even one that says `withoutConfirmation`. Writes only. Default: false.',
      }),
    ),
  },
  { description: 'One call that the system answers.' },
);

const { required: _required, ...fixedInput } = InputFieldSchema.properties;

export const Endpoint = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The endpoint.' }),
    integrationId: Type.String({ format: 'uuid', description: 'The integration it belongs to.' }),
    name: SaveEndpoint.properties.name,
    description: Type.String({ description: 'What it does.' }),
    kind: SaveEndpoint.properties.kind,
    method: SaveEndpoint.properties.method,
    path: SaveEndpoint.properties.path,
    query: Type.Record(Type.String(), Type.String(), { description: 'Parameter → text.' }),
    body: nullable(Type.Record(Type.String(), Type.Unknown()), 'The template of the body; null: none.'),
    inputs: Type.Array(
      Type.Object(
        {
          ...fixedInput,
          required: Type.Boolean({ description: 'Whether there is no call without it.' }),
          description: FieldDescription,
        },
        { additionalProperties: false, description: 'An input.' },
      ),
      { description: 'What it takes.' },
    ),
    outputs: Type.Array(
      Type.Object(
        { name: FieldName, type: FieldType, description: FieldDescription },
        { additionalProperties: false, description: 'A field.' },
      ),
      { description: 'What it answers.' },
    ),
    sample: nullable(Type.Record(Type.String(), Type.Unknown()), 'An answer as it looks.'),
    rateLimitPerMinute: nullable(Type.Integer(), 'Requests in any 60 seconds; null: no limit was named.'),
    expectedP95Ms: nullable(Type.Integer(), 'Milliseconds; null: nothing was named.'),
    honoursIdempotencyKey: Type.Boolean({ description: 'Whether a write may be tried a second time.' }),
    requiresConfirmation: Type.Boolean({ description: 'Whether no rule may call it without a yes of the customer.' }),
    createdAt: Type.String({ format: 'date-time', description: 'When it was created.' }),
    updatedAt: Type.String({ format: 'date-time', description: 'When it was last changed.' }),
  },
  { additionalProperties: false, description: 'One call that the system answers.' },
);

export const EndpointList = Type.Object(
  { endpoints: Type.Array(Endpoint, { description: 'By name.' }) },
  { additionalProperties: false, description: 'The endpoints of an integration.' },
);

export const ProposeEndpoints = Type.Object(
  {
    curl: Type.Optional(
      Type.String({
        maxLength: 50_000,
        description: 'A command line as it is in your documentation. It is read, never run.',
      }),
    ),
    openapi: Type.Optional(
      Type.String({ maxLength: 1_000_000, description: 'An OpenAPI 2, 3.0 or 3.1 document, as JSON or YAML text.' }),
    ),
    contractCheck: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {
        description:
          'What the contract checker has written: the run of `--save`, or the report of `--json`. Its fields, samples and 95th percentiles become those of the endpoints.',
      }),
    ),
    sample: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {
        description: 'An answer to the command line: its fields become outputs.',
      }),
    ),
  },
  { description: 'Exactly one of `curl`, `openapi` and `contractCheck`.' },
);

export const EndpointProposals = Type.Object(
  {
    baseUrl: nullable(Type.String(), 'Where the endpoints are, as far as it was said.'),
    endpoints: Type.Array(SaveEndpoint, { description: 'To be looked at, then created as they are or changed.' }),
    notes: Type.Array(Type.String(), { description: 'What was left out or guessed.' }),
  },
  { additionalProperties: false, description: 'Nothing of it is stored.' },
);

export const HealthQuery = Type.Object({
  environment: Type.Optional(EnvironmentName),
  hours: Type.Optional(Type.Integer({ minimum: 1, maximum: 720, description: 'How far back. Default 24.' })),
});

const milliseconds = (what: string) => nullable(Type.Number(), `${what}, in milliseconds; null without a call.`);

const circuit = Type.Enum(['closed', 'half_open', 'open'], {
  description: '`open`: nothing is sent. `half_open`: the next call finds out whether it is back.',
});

const series = Type.Array(
  Type.Object(
    {
      from: Type.String({ format: 'date-time', description: 'Where the part begins.' }),
      calls: Type.Integer({ description: 'Calls in it.' }),
      failed: Type.Integer({ description: 'Those that were not answered by the contract.' }),
      p95Ms: milliseconds('95 of 100 were faster'),
    },
    { additionalProperties: false, description: 'A part of the span.' },
  ),
  { description: 'The span in 24 equal parts, the oldest first.' },
);

export const HealthOverview = Type.Object(
  {
    environment: EnvironmentName,
    since: Type.String({ format: 'date-time', description: 'The figures are about calls from then on.' }),
    endpoints: Type.Array(
      Type.Object(
        {
          endpointId: Type.String({ format: 'uuid', description: 'The endpoint.' }),
          integrationId: Type.String({ format: 'uuid', description: 'The integration it belongs to.' }),
          name: Type.String({ description: 'Its name.' }),
          kind: SaveEndpoint.properties.kind,
          calls: Type.Integer({ description: 'Calls, those not sent included.' }),
          successRate: nullable(Type.Number(), 'Answered by the contract, 0 to 1; null without a call.'),
          p95Ms: milliseconds('95 of 100 were faster'),
          expectedP95Ms: nullable(Type.Integer(), 'Milliseconds; null: nothing was named.'),
          circuit,
          driftedFields: Type.Integer({ description: 'Fields that no longer come as they were declared.' }),
          series,
        },
        { additionalProperties: false, description: 'How an endpoint is doing.' },
      ),
      { description: 'All endpoints of the workspace, by name.' },
    ),
  },
  { additionalProperties: false, description: 'How all endpoints are doing in one environment.' },
);

const Scalars = (description: string) =>
  Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]), { description });

export const TryEndpoint = Type.Object(
  {
    inputs: Scalars('Input → value.'),
    environment: Type.Optional(EnvironmentName),
    send: Type.Optional(
      Type.Boolean({
        description:
          'False: says what it would send, and answers the sample. True: sends it; a write in the sandbox only. Default: false.',
      }),
    ),
  },
  { description: 'A try. The environment is `sandbox` when it is left out.' },
);

export const PlannedRequest = Type.Object(
  {
    method: Type.String({ description: 'As it goes out.' }),
    url: Type.String({ description: 'As it goes out.' }),
    headers: Type.Record(Type.String(), Type.String(), { description: 'As they go out; the key is not shown.' }),
    body: nullable(Type.String(), 'JSON text; null: none.'),
  },
  { additionalProperties: false, description: 'A request.' },
);

export const TriedEndpoint = Type.Object(
  {
    environment: EnvironmentName,
    sent: Type.Boolean({ description: 'False: nothing was sent, and the answer is the sample of the endpoint.' }),
    request: nullable(PlannedRequest, 'What was sent, or would be; null: the environment is not set up.'),
    outcome: Type.Enum(['ok', 'not_found', 'refused', 'failed', 'unknown'], {
      description: '`refused`: the write answered `success: false`. `unknown`: nobody knows whether it was done.',
    }),
    failure: nullable(Type.String(), 'Why it was not ok, such as `timeout`.'),
    status: nullable(Type.Integer(), 'The HTTP status; null without an answer.'),
    durationMs: Type.Integer({ description: 'Milliseconds; 0 when nothing was sent.' }),
    outputs: Scalars('The declared fields of the answer; null for what was not answered or had another type.'),
    message: nullable(Type.String(), 'What a write said, for the customer.'),
    errorCode: nullable(Type.String(), 'What a write was refused with.'),
  },
  { additionalProperties: false, description: 'What came of a try.' },
);

export const EndpointHealth = Type.Object(
  {
    environment: EnvironmentName,
    since: Type.String({ format: 'date-time', description: 'The figures are about calls from then on.' }),
    calls: Type.Integer({ description: 'Calls, those not sent included.' }),
    successRate: nullable(Type.Number(), 'Answered by the contract, 0 to 1; a refusal and an unknown customer count.'),
    p50Ms: milliseconds('Half of the calls were faster'),
    p95Ms: milliseconds('95 of 100 were faster'),
    p99Ms: milliseconds('99 of 100 were faster'),
    meetsExpectedP95: nullable(Type.Boolean(), 'Against `expectedP95Ms`; null when there is nothing to compare.'),
    failures: Type.Record(Type.String(), Type.Integer(), { description: 'How many of each kind.' }),
    series,
    circuit,
    pausedUntil: nullable(Type.String({ format: 'date-time' }), 'Until when nothing is sent.'),
    drifts: Type.Array(
      Type.Object(
        {
          field: Type.String({ description: 'The declared field.' }),
          kind: Type.Enum(['vanished', 'renamed', 'type_changed'], { description: 'What became of it.' }),
          expected: Type.String({ description: 'The declared type.' }),
          found: nullable(Type.String(), 'The type that came, or the name that took its place.'),
          firstSeenAt: Type.String({ format: 'date-time', description: 'First seen.' }),
          lastSeenAt: Type.String({ format: 'date-time', description: 'Last seen.' }),
        },
        { additionalProperties: false, description: 'A field that no longer comes as it was declared.' },
      ),
      { description: 'Since the endpoint was last saved.' },
    ),
  },
  { additionalProperties: false, description: 'How an endpoint is doing in one environment.' },
);
