import { Type } from 'typebox';
import { API_KEY_SCOPES } from './scopes.ts';

const nullableTime = (description: string) =>
  Type.Union([Type.String({ format: 'date-time' }), Type.Null()], { description });

const Scope = Type.Enum([...API_KEY_SCOPES], {
  description: '`read` and `write` open the agent API, `contract` the endpoint contract.',
});

export const ApiKeyParams = Type.Object({ apiKeyId: Type.String({ maxLength: 100, description: 'The key.' }) });

export const ApiKey = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The key, in calls that are about it.' }),
    name: Type.String({ description: 'What it is for.' }),
    prefix: Type.String({ description: 'How it begins.' }),
    scopes: Type.Array(Scope, { description: 'What it may do.' }),
    createdAt: Type.String({ format: 'date-time', description: 'When it was made.' }),
    expiresAt: nullableTime('When it ends; null: never.'),
    lastUsedAt: nullableTime('When it was last used, to the minute; null: never.'),
    revokedAt: nullableTime('When it was revoked; null: it was not.'),
  },
  { additionalProperties: false, description: 'A key of the workspace, without its secret.' },
);

export const ApiKeyList = Type.Object(
  { apiKeys: Type.Array(ApiKey, { description: 'Newest first, revoked and expired ones too.' }) },
  { additionalProperties: false, description: 'The keys of the workspace.' },
);

export const CreateApiKey = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200, description: 'What it is for.' }),
    scopes: Type.Array(Scope, { minItems: 1, maxItems: 3, description: 'What it may do.' }),
    expiresAt: Type.Optional(nullableTime('When it ends, in the future; null or absent: never.')),
  },
  { description: 'A new key.' },
);

export const ApiKeySecret = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The key.' }),
    apiKey: Type.String({ description: 'The key itself; send it as `Authorization: Bearer …`.' }),
  },
  { additionalProperties: false, description: 'A key with its secret.' },
);
