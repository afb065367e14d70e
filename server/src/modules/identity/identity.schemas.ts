import { Type } from 'typebox';

export const TokenForm = Type.Object(
  {
    grant_type: Type.Optional(Type.String({ description: 'Always `client_credentials`. Required.' })),
    client_id: Type.Optional(Type.String({ description: 'The id of the client. Required here or as HTTP Basic.' })),
    client_secret: Type.Optional(Type.String({ description: 'Its secret. Required here or as HTTP Basic.' })),
    scope: Type.Optional(
      Type.String({
        description:
          'Scopes separated by blanks, to get a token that may do less than the client. Default: all it holds.',
      }),
    ),
    resource: Type.Optional(
      Type.String({
        description: 'What the token is for (RFC 8707): an address of this installation. Default: all of it.',
      }),
    ),
  },
  { description: 'Credentials of the client, form-encoded.' },
);

export const TokenAnswer = Type.Object(
  {
    access_token: Type.String({ description: 'A signed JWT; send it as `Authorization: Bearer …`.' }),
    expires_in: Type.Integer({ description: 'Seconds until it expires.' }),
    token_type: Type.Literal('Bearer', { description: 'Always `Bearer`.' }),
    scope: Type.String({ description: 'What the token may do, separated by blanks.' }),
    session_state: Type.String({ format: 'uuid', description: 'Names this exchange in logs.' }),
    'not-before-policy': Type.Integer({ description: 'Always 0.' }),
  },
  { additionalProperties: false, description: 'An access token.' },
);

export const Jwks = Type.Object(
  {
    keys: Type.Array(Type.Record(Type.String(), Type.Unknown()), {
      description: 'Public keys as JSON Web Keys (RFC 7517), newest first.',
    }),
  },
  { additionalProperties: false, description: 'The public keys that verify access tokens.' },
);

export const ServerMetadata = Type.Object(
  {
    issuer: Type.String({ description: 'The `iss` of every token.' }),
    token_endpoint: Type.String({ description: 'Where tokens are issued.' }),
    jwks_uri: Type.String({ description: 'Where the public keys stand.' }),
    grant_types_supported: Type.Array(Type.String(), { description: 'Only `client_credentials`.' }),
    authorization_endpoint: Type.String({ description: 'Only says that nobody is sent to a page to agree.' }),
    response_types_supported: Type.Array(Type.String(), {
      description: 'None: nobody is sent to a page to agree.',
    }),
    token_endpoint_auth_methods_supported: Type.Array(Type.String(), {
      description: 'How a client may show its secret.',
    }),
    scopes_supported: Type.Array(Type.String(), { description: 'Every scope a client can hold.' }),
    service_documentation: Type.String({ description: 'The reference.' }),
  },
  { additionalProperties: false, description: 'Authorization server metadata (RFC 8414).' },
);

export const ResourceMetadata = Type.Object(
  {
    resource: Type.String({ description: 'The endpoint.' }),
    resource_name: Type.String({ description: 'What it is called.' }),
    authorization_servers: Type.Array(Type.String(), { description: 'Who issues tokens for it.' }),
    bearer_methods_supported: Type.Array(Type.String(), { description: 'How a token is sent: in `Authorization`.' }),
    resource_documentation: Type.String({ description: 'How to connect an agent.' }),
  },
  { additionalProperties: false, description: 'Protected resource metadata (RFC 9728).' },
);

export const WorkspaceAnswer = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The workspace.' }),
    name: Type.String({ description: 'What its people call it.' }),
    createdAt: Type.String({ format: 'date-time', description: 'When it was made.' }),
    scopes: Type.Array(Type.String(), {
      description: 'What the key of this call may do: `read`, `write`, `contract`.',
    }),
  },
  { additionalProperties: false, description: 'The workspace that a key belongs to.' },
);

const AuditEntry = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'The entry; later entries have greater ids.' }),
    actorKind: Type.String({ description: '`client`, `api-key`, `operator`, or `system` for Kontor itself.' }),
    actorId: Type.String({ description: 'Which one.' }),
    action: Type.String({ description: 'What was done, such as `api_key.revealed`.' }),
    targetKind: Type.String({ description: 'To what kind of thing.' }),
    targetId: Type.String({ description: 'To which one.' }),
    details: Type.Record(Type.String(), Type.Unknown(), { description: 'What else is worth knowing; never a secret.' }),
    requestId: Type.Union([Type.String(), Type.Null()], { description: 'The request it happened in, as in the log.' }),
    createdAt: Type.String({ format: 'date-time', description: 'When.' }),
  },
  { additionalProperties: false, description: 'One change of an identity, a key, a webhook or a secret.' },
);

export const AuditLogAnswer = Type.Object(
  {
    entries: Type.Array(AuditEntry, { description: 'Newest first.' }),
    nextCursor: Type.Union([Type.String(), Type.Null()], {
      description: 'Pass it as `cursor` for older entries; null at the end.',
    }),
  },
  { additionalProperties: false, description: 'A page of the audit log.' },
);

export const AuditLogQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'Entries per page. Default 100.' })),
  cursor: Type.Optional(Type.String({ format: 'uuid', description: 'The `nextCursor` of the page before.' })),
});
