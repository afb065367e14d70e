import { STATUS_CODES } from 'node:http';
import type { AppError } from './errors.ts';

/** The two halves of the API answer errors in two shapes; both are made from one error. */
export type Surface = 'api' | 'v2';

export const surfaceOf = (path: string): Surface => (path.startsWith('/v2') ? 'v2' : 'api');

/** The body of an error answer. Shapes: "Conventions" of the two API references. */
export function errorBody(error: AppError, surface: Surface, requestId: string): Record<string, unknown> {
  const { code, status } = error.definition;
  const fields = error.errors ? { errors: error.errors } : {};
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
