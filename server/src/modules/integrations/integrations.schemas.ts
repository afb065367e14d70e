import { type TSchema, Type } from 'typebox';
import { ENVIRONMENTS } from './integrations.types.ts';

const nullable = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });

export const IntegrationParams = Type.Object({
  integrationId: Type.String({ maxLength: 100, description: 'The integration.' }),
});

export const EnvironmentName = Type.Enum([...ENVIRONMENTS], {
  description: 'Which of the company’s environments. Real customers are in `production`.',
});

export const EnvironmentParams = Type.Object({
  ...IntegrationParams.properties,
  environment: EnvironmentName,
});

const ApiKey = Type.String({
  minLength: 8,
  maxLength: 1_000,
  pattern: '^[\\x21-\\x7e]+$',
  description:
    'The key that your system has issued; it goes out as `x-api-key`. It is stored encrypted and never shown again.',
});

export const SaveEnvironment = Type.Object(
  {
    baseUrl: Type.String({
      maxLength: 1_000,
      description:
        'Where the paths of the endpoints begin, by https; plain http and private addresses only where the workspace’s allow-list names them.',
    }),
    key: Type.Optional(ApiKey),
    caCertificate: Type.Optional(
      nullable(
        Type.String({ maxLength: 20_000, pattern: '^-----BEGIN CERTIFICATE-----' }),
        'PEM of a private authority to trust here in the place of the public ones; null: the public ones. Left out: as it was.',
      ),
    ),
  },
  { description: 'Where a system is reached. `key` is required for a new environment and stays when it is left out.' },
);

export const RotateKey = Type.Object(
  { key: ApiKey },
  { description: 'The new key. Calls under way end with the old one.' },
);

export const Environment = Type.Object(
  {
    environment: EnvironmentName,
    baseUrl: Type.String({ description: 'Where the paths of the endpoints begin.' }),
    hasOwnAuthority: Type.Boolean({ description: 'Whether a private authority is trusted here.' }),
    keyChangedAt: Type.String({ format: 'date-time', description: 'When its key was last set.' }),
  },
  { additionalProperties: false, description: 'An environment of a system. The key is never shown.' },
);

const Name = Type.String({
  minLength: 1,
  maxLength: 100,
  description: 'What people call the system; unique in the workspace.',
});
const Description = Type.String({ maxLength: 2_000, description: 'What it is for.' });

export const CreateIntegration = Type.Object(
  { name: Name, description: Type.Optional(Description) },
  { description: 'A system of the company.' },
);
export const UpdateIntegration = Type.Object(
  { name: Type.Optional(Name), description: Type.Optional(Description) },
  { description: 'What to change; fields that are left out stay.' },
);

export const Integration = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The integration.' }),
    name: Name,
    description: Description,
    environments: Type.Array(Environment, { description: 'Those that were set up.' }),
    createdAt: Type.String({ format: 'date-time', description: 'When it was created.' }),
    updatedAt: Type.String({ format: 'date-time', description: 'When its name or description last changed.' }),
  },
  { additionalProperties: false, description: 'A system of the company, with its environments.' },
);

export const IntegrationList = Type.Object(
  { integrations: Type.Array(Integration, { description: 'By name.' }) },
  { additionalProperties: false, description: 'The systems of the workspace.' },
);

export const BotEnvironment = Type.Object(
  { environment: EnvironmentName },
  { additionalProperties: false, description: 'Which environment of every integration the agent talks to.' },
);

export const Deleted = Type.Object(
  { success: Type.Literal(true, { description: 'It is gone.' }) },
  { additionalProperties: false, description: 'The deletion.' },
);
