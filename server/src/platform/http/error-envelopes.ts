import { type AppError, type ErrorDefinition, invalidJson, unsupportedMediaType, validationFailed } from './errors.ts';
import { STATUS_CODES } from './node-http.ts';

/**
 * The two halves of the API and the endpoints of the contract answer errors in three shapes, all made from one error. What
 * agents send to `/mcp` is counted by itself: the calls that come of it are counted where they go.
 */
export type Surface = 'api' | 'v2' | 'contract' | 'mcp';

export function surfaceOf(path: string): Surface {
  if (path.startsWith('/contract/')) return 'contract';
  if (/^\/mcp(\?|$)/.test(path)) return 'mcp';
  return path.startsWith('/v2') ? 'v2' : 'api';
}

/** The body of an error answer. Shapes: "Conventions" of the two API references. */
export function errorBody(error: AppError, surface: Surface, requestId: string): Record<string, unknown> {
  const { code, status } = error.definition;
  const fields = error.errors ? { errors: error.errors } : {};
  if (surface === 'contract') return { error: code, message: error.message };
  if (surface === 'v2') {
    return {
      statusCode: status,
      message: error.message,
      error: STATUS_CODES[status] ?? 'Error',
      code,
      ...fields,
      ...error.extra,
      requestId,
    };
  }
  return { type: code, message: error.message, ...fields, ...error.extra, requestId };
}

/** Ways of a request to be malformed, which the token endpoint has one code for. */
export const OAUTH_INVALID_REQUESTS: readonly ErrorDefinition[] = [validationFailed, invalidJson, unsupportedMediaType];

/** The answer of the token endpoint, in the terms of RFC 6749 §5.2. */
export function oauthError({ definition, message }: AppError): { status: number; body: Record<string, unknown> } {
  const malformed = OAUTH_INVALID_REQUESTS.includes(definition);
  return {
    status: malformed ? 400 : definition.status,
    body: { error: malformed ? 'invalid_request' : definition.code, error_description: message },
  };
}
