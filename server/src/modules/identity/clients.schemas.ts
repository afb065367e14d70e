import { Type } from 'typebox';
import { CLIENT_SCOPES } from './scopes.ts';

const nullableTime = (description: string) =>
  Type.Union([Type.String({ format: 'date-time' }), Type.Null()], { description });

const Scope = Type.Enum([...CLIENT_SCOPES], {
  description: 'What each allows stands under `oauth2` of the reference.',
});
const name = Type.String({ minLength: 1, maxLength: 200, description: 'What it is for.' });
const scopes = Type.Array(Scope, {
  minItems: 1,
  maxItems: CLIENT_SCOPES.length,
  uniqueItems: true,
  description: 'What its tokens may do at most.',
});

export const ClientParams = Type.Object({ clientId: Type.String({ maxLength: 100, description: 'The client.' }) });

export const Client = Type.Object(
  {
    clientId: Type.String({ description: 'What it names itself by at `/api/auth`.' }),
    name,
    scopes: Type.Array(Type.String(), { description: 'What its tokens may do at most.' }),
    createdAt: Type.String({ format: 'date-time', description: 'When it was made.' }),
    lastUsedAt: nullableTime('When it last asked for a token; null: never.'),
    revokedAt: nullableTime('When it was revoked; null: it was not.'),
  },
  { additionalProperties: false, description: 'A client of the banking API, without its secret.' },
);

export const ClientList = Type.Object(
  {
    clients: Type.Array(Client, { description: 'Newest first, revoked ones too.' }),
    scopes: Type.Array(
      Type.Object(
        {
          scope: Type.String({ description: 'Its name.' }),
          description: Type.String({ description: 'What it allows.' }),
        },
        { additionalProperties: false, description: 'A scope.' },
      ),
      { description: 'All that a client can hold.' },
    ),
  },
  { additionalProperties: false, description: 'The clients of the workspace.' },
);

export const CreateClient = Type.Object({ name, scopes }, { description: 'A new client.' });

export const UpdateClient = Type.Object(
  { name: Type.Optional(name), scopes: Type.Optional(scopes) },
  { description: 'What is to change.' },
);

export const ClientSecret = Type.Object(
  {
    clientId: Type.String({ description: 'The client.' }),
    clientSecret: Type.String({ description: 'Its secret. Keep it: it is shown here only.' }),
  },
  { additionalProperties: false, description: 'A client with its secret.' },
);
