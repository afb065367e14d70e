import type { TSchema } from 'typebox';

/** Where a request was wrong: a JSON pointer into the body, or `?name`, `:name`, `header name`. */
export interface FieldError {
  path: string;
  message: string;
}

/** A kind of failure that an operation declares and may throw. */
export interface ErrorDefinition {
  readonly code: string;
  readonly status: number;
  readonly description: string;
  /** What the body may have beside the envelope; thrown as `extra`. */
  readonly fields?: Readonly<Record<string, TSchema>>;
  /** Headers that may come with it, and what each says. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Codes state the fact: `user_not_found`. The description is what the reference says about it. */
export function defineError(
  code: string,
  status: number,
  description: string,
  more: Pick<ErrorDefinition, 'fields' | 'headers'> = {},
): ErrorDefinition {
  return { code, status, description, ...more };
}

/** A failure with an answer: what was wrong, where, and what to do. Everything else that is thrown is a 500. */
export class AppError extends Error {
  override name = 'AppError';
  readonly definition: ErrorDefinition;
  readonly errors: FieldError[] | undefined;
  readonly headers: Record<string, string>;
  /** Further fields of the answer's body, beside the envelope. */
  readonly extra: Record<string, unknown>;

  constructor(
    definition: ErrorDefinition,
    message: string,
    more: {
      errors?: FieldError[];
      headers?: Record<string, string>;
      extra?: Record<string, unknown>;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: more.cause });
    this.definition = definition;
    this.errors = more.errors;
    this.headers = more.headers ?? {};
    this.extra = more.extra ?? {};
  }
}

export const validationFailed = defineError(
  'validation_failed',
  400,
  'The request is malformed; `errors` names each field.',
);
export const invalidJson = defineError('invalid_json', 400, 'The body is not valid JSON.');
export const unauthorized = defineError(
  'unauthorized',
  401,
  'The credential is missing, malformed, expired, revoked or forged.',
);
export const forbidden = defineError('forbidden', 403, 'The credential lacks the scope that this call needs.');
export const routeNotFound = defineError('route_not_found', 404, 'There is no such path.');
export const methodNotAllowed = defineError('method_not_allowed', 405, 'The path exists, but not with this method.');
export const bodyTooLarge = defineError('body_too_large', 413, 'The body is larger than this call takes.');
export const unsupportedMediaType = defineError(
  'unsupported_media_type',
  415,
  'The body is not of a type that this call reads.',
);
export const idempotencyKeyReused = defineError(
  'idempotency_key_reused',
  422,
  'The Idempotency-Key was used before with another request.',
);
export const idempotencyInProgress = defineError(
  'idempotency_in_progress',
  409,
  'The first request with this Idempotency-Key is still running.',
);
export const rateLimited = defineError('rate_limited', 429, 'Too many requests; `Retry-After` says when to go on.');
export const internalError = defineError(
  'internal_error',
  500,
  'Something broke inside Kontor; the request id finds it in the log.',
);
export const databaseUnavailable = defineError(
  'database_unavailable',
  503,
  'The database can not be reached right now; `Retry-After` says when to try again.',
);

/** Answers that any call may give without declaring them. */
export const COMMON_ERRORS: readonly ErrorDefinition[] = [
  validationFailed,
  invalidJson,
  unauthorized,
  forbidden,
  routeNotFound,
  methodNotAllowed,
  bodyTooLarge,
  unsupportedMediaType,
  idempotencyKeyReused,
  idempotencyInProgress,
  rateLimited,
  internalError,
  databaseUnavailable,
];

/** One field was wrong. */
export function invalidField(path: string, message: string): AppError {
  return new AppError(validationFailed, `${path}: ${message}`, { errors: [{ path, message }] });
}

/** Several fields were wrong; the message names the first and counts the rest. */
export function invalidFields(errors: FieldError[]): AppError {
  const [first] = errors;
  const rest = errors.length > 1 ? ` (and ${errors.length - 1} more, see errors)` : '';
  return new AppError(validationFailed, `${first?.path}: ${first?.message}${rest}`, { errors });
}
