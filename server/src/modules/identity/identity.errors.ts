import { defineError } from '#platform/http/errors.ts';

export const invalidClient = defineError(
  'invalid_client',
  401,
  'RFC 6749 §5.2: unknown client, wrong secret or revoked.',
);
export const invalidRequest = defineError(
  'invalid_request',
  400,
  'RFC 6749 §5.2: a parameter is missing or repeated, or the body is not form-encoded.',
);
export const invalidScope = defineError(
  'invalid_scope',
  400,
  'RFC 6749 §5.2: a scope that does not exist or that the client does not hold.',
);
export const invalidTarget = defineError(
  'invalid_target',
  400,
  'RFC 8707 §2: the token is asked for something that is not of this installation.',
);
export const unsupportedGrantType = defineError(
  'unsupported_grant_type',
  400,
  'RFC 6749 §5.2: only `client_credentials` is supported.',
);
export const apiKeyNotFound = defineError('api_key_not_found', 404, 'There is no such API key in this workspace.');
export const clientNotFound = defineError('client_not_found', 404, 'There is no such client in this workspace.');
export const clientRevoked = defineError('client_revoked', 409, 'The client was revoked, which can not be undone.');
