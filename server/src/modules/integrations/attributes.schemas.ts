import { type TSchema, Type } from 'typebox';
import { FieldName, FieldType } from './endpoints.schemas.ts';
import { EnvironmentName } from './integrations.schemas.ts';
import { StepSchema, StepTraceSchema } from './steps/steps.schemas.ts';

const nullable = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });

export const AttributeParams = Type.Object({
  attributeId: Type.String({ maxLength: 100, description: 'The attribute.' }),
});

export const AttributeSource = Type.Union(
  [
    Type.Object(
      {
        kind: Type.Literal('steps', { description: 'Calls of your systems.' }),
        steps: Type.Array(StepSchema, { minItems: 1, maxItems: 10, description: 'Reads, one after the other.' }),
      },
      { additionalProperties: false, description: 'Read from your systems.' },
    ),
    Type.Object(
      { kind: Type.Literal('bank', { description: 'The analysed bank data of the customer.' }) },
      {
        additionalProperties: false,
        description: 'What Kontor itself knows: the fields of `GET /contract/customer`, those of all flows together.',
      },
    ),
    Type.Object(
      { kind: Type.Literal('customer', { description: 'Who the customer was proven to be, by either way.' }) },
      {
        additionalProperties: false,
        description:
          'Named by your server or by a signed token: the fields `email`, `external_id` and `verified_by` (`user_attributes` or `customer_token`).',
      },
    ),
    Type.Object(
      { kind: Type.Literal('user_attributes', { description: '`metadata.user_attributes` of the message.' }) },
      { additionalProperties: false, description: 'What your server sends along.' },
    ),
    Type.Object(
      { kind: Type.Literal('customer_token', { description: 'Claims of the signed token.' }) },
      { additionalProperties: false, description: 'What your page has signed.' },
    ),
  ],
  { description: 'Where the fields come from.' },
);

const switches = {
  visibleToModel: Type.Optional(
    Type.Boolean({ description: 'Whether a language model gets to see it. Default: false.' }),
  ),
  usableInRules: Type.Optional(
    Type.Boolean({ description: 'Whether conditions of rules may read it. Default: true.' }),
  ),
  usableInReplies: Type.Optional(Type.Boolean({ description: 'Whether replies may contain it. Default: false.' })),
};

export const AttributeFieldSchema = Type.Object(
  {
    name: FieldName,
    type: FieldType,
    description: Type.Optional(Type.String({ maxLength: 1_000, description: 'What it means.' })),
    value: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 1_000,
        description:
          'With `steps`: an expression over them, such as `steps.lookup.plan`. Else the name of the source’s field; left out, it is the same name.',
      }),
    ),
    ...switches,
  },
  { additionalProperties: false, description: 'A fact about the customer.' },
);

const Name = Type.String({ minLength: 1, maxLength: 100, description: 'Unique in the workspace.' });

export const SaveAttribute = Type.Object(
  {
    name: Name,
    description: Type.Optional(Type.String({ maxLength: 2_000, description: 'What it is for.' })),
    source: AttributeSource,
    fields: Type.Array(AttributeFieldSchema, {
      minItems: 1,
      maxItems: 100,
      description: 'What becomes a variable. A name stands for one fact in the whole workspace.',
    }),
    botIds: Type.Array(Type.String({ maxLength: 100 }), {
      maxItems: 100,
      description: 'The agents that read it before every answer; those not named no longer do.',
    }),
  },
  { description: 'Facts that are read fresh for every message.' },
);

const { description: _description, value: _value, ...fieldBasics } = AttributeFieldSchema.properties;

export const Attribute = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The attribute.' }),
    name: Name,
    description: Type.String({ description: 'What it is for.' }),
    source: AttributeSource,
    fields: Type.Array(
      Type.Object(
        {
          name: fieldBasics.name,
          type: fieldBasics.type,
          description: Type.String({ description: 'What it means.' }),
          value: Type.String({ description: 'What it is made of.' }),
          visibleToModel: Type.Boolean({ description: 'Whether a language model gets to see it.' }),
          usableInRules: Type.Boolean({ description: 'Whether conditions of rules may read it.' }),
          usableInReplies: Type.Boolean({ description: 'Whether replies may contain it.' }),
        },
        { additionalProperties: false, description: 'A fact about the customer.' },
      ),
      { description: 'Its facts.' },
    ),
    botIds: Type.Array(Type.String({ format: 'uuid' }), { description: 'The agents that read it.' }),
    createdAt: Type.String({ format: 'date-time', description: 'When it was created.' }),
    updatedAt: Type.String({ format: 'date-time', description: 'When it was last saved.' }),
  },
  { additionalProperties: false, description: 'Facts that are read fresh for every message.' },
);

export const AttributeList = Type.Object(
  { attributes: Type.Array(Attribute, { description: 'By name.' }) },
  { additionalProperties: false, description: 'The attributes of the workspace.' },
);

export const Customer = Type.Object(
  {
    externalId: Type.Optional(Type.String({ maxLength: 200, description: 'Your own id of the customer.' })),
    email: Type.Optional(Type.String({ maxLength: 320, description: 'Their e-mail address.' })),
  },
  { description: 'The customer whom your server vouches for.' },
);

export const TryAttribute = Type.Object(
  {
    customer: Type.Optional(Customer),
    userAttributes: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), { description: 'What would come along with the message.' }),
    ),
    environment: Type.Optional(EnvironmentName),
  },
  { description: 'For whom to read. The environment is `sandbox` when it is left out.' },
);

export const AttributeTrace = Type.Object(
  {
    attribute: Type.String({ description: 'Its name.' }),
    source: Type.Enum(['steps', 'bank', 'customer', 'user_attributes', 'customer_token'], {
      description: 'Where it came from.',
    }),
    state: Type.Enum(['read', 'empty', 'unavailable', 'no_customer'], {
      description:
        '`empty`: the source knows no such customer. `unavailable`: it could not be read. `no_customer`: nobody has vouched for who the customer is.',
    }),
    durationMs: Type.Integer({ description: 'Milliseconds.' }),
    overTarget: Type.Boolean({ description: 'Whether it took longer than the two seconds that reads should take.' }),
    steps: Type.Array(StepTraceSchema, { description: 'The calls.' }),
  },
  { additionalProperties: false, description: 'How an attribute was read; without any value.' },
);

export const TriedAttribute = Type.Object(
  {
    values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]), {
      description: 'Fact → value; null where nothing is known.',
    }),
    trace: AttributeTrace,
  },
  { additionalProperties: false, description: 'What was read.' },
);

export const CustomerTokenSecret = Type.Object(
  {
    secret: Type.String({ description: 'Signs tokens by HS256. Shown now and never again.' }),
    previousValidUntil: nullable(
      Type.String({ format: 'date-time' }),
      'Until when tokens of the secret before are taken; null: there was none.',
    ),
  },
  { additionalProperties: false, description: 'A new secret for customer tokens.' },
);
