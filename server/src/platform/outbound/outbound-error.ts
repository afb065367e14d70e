/** What can go wrong with an outbound request; each code states the fact. */
export type OutboundErrorCode =
  /** The URL, the allow-list, a header or another part of the request itself is not usable. */
  | 'invalid_url'
  | 'invalid_request'
  /** Not https, or plain http to a target that the allow-list does not name. */
  | 'blocked_scheme'
  /** The host is, or resolves to, an address that is not public and that the allow-list does not name. */
  | 'blocked_address'
  | 'dns_failed'
  | 'connect_failed'
  | 'tls_failed'
  /** The deadline passed: it covers name resolution, connecting, sending, headers and body. */
  | 'timeout'
  | 'too_large'
  /** The caller's signal, or the closing of the client, ended the request. */
  | 'aborted'
  /** The answer broke off or was not valid HTTP. */
  | 'protocol_error';

/** Its message names the origin at most, never paths, queries, headers or bodies: it may be shown and logged. */
export class OutboundError extends Error {
  readonly code: OutboundErrorCode;
  /** True when it is certain that nothing of the request went out, so that it has had no effect. */
  readonly isUnsent: boolean;

  constructor(code: OutboundErrorCode, message: string, options: { isUnsent?: boolean } = {}) {
    super(message);
    this.name = 'OutboundError';
    this.code = code;
    this.isUnsent = options.isUnsent ?? UNSENT.has(code);
  }
}

const UNSENT: ReadonlySet<OutboundErrorCode> = new Set([
  'invalid_url',
  'invalid_request',
  'blocked_scheme',
  'blocked_address',
  'dns_failed',
]);

const UNREACHABLE = new Set(
  `
  ECONNREFUSED ECONNRESET EHOSTUNREACH ENETUNREACH EHOSTDOWN ENETDOWN EADDRNOTAVAIL EPIPE ETIMEDOUT EACCES
  EPERM EMFILE ENFILE EINVAL
`
    .trim()
    .split(/\s+/),
);
const CLOSED_BY_US = new Set(['UND_ERR_CLOSED', 'UND_ERR_DESTROYED', 'UND_ERR_ABORTED']);

/** What failed while the connection was made. The original error is not kept: it may hold data. */
export function connectionError(error: unknown, origin: string): OutboundError {
  if (error instanceof OutboundError) return error;
  const reason = reasonOf(error);
  if (reason === 'UND_ERR_CONNECT_TIMEOUT')
    return new OutboundError('timeout', `${origin} did not accept a connection in time`, { isUnsent: true });
  if (UNREACHABLE.has(reason) || !origin.startsWith('https:')) {
    return new OutboundError('connect_failed', `${origin} cannot be reached (${reason})`, { isUnsent: true });
  }
  return new OutboundError(
    'tls_failed',
    `the TLS connection to ${origin} failed (${reason}): check its certificate and ours`,
    { isUnsent: true },
  );
}

/** What failed while a request was sent or its answer read. */
export function exchangeError(error: unknown, origin: string): OutboundError {
  if (error instanceof OutboundError) return error;
  const reason = reasonOf(error);
  if (CLOSED_BY_US.has(reason))
    return new OutboundError('aborted', `the request to ${origin} was ended because the client closed`);
  if (reason === 'UND_ERR_INVALID_ARG')
    return new OutboundError('invalid_request', `the request to ${origin} is not valid HTTP`);
  if (reason === 'UND_ERR_HEADERS_OVERFLOW')
    return new OutboundError('too_large', `the headers of the answer of ${origin} are too large`);
  if (/^ERR_(?:SSL|TLS)_/.test(reason))
    return new OutboundError('tls_failed', `${origin} ended the TLS connection (${reason})`);
  return new OutboundError('protocol_error', `the answer of ${origin} broke off or is not valid HTTP (${reason})`);
}

/** The machine-readable code of an error; of the first part of an AggregateError, which Node throws when all addresses failed. */
function reasonOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  if (typeof code === 'string') return code;
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.name : 'unknown';
}
