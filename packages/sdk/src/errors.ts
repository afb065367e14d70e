/** Whatever goes wrong here is one of these, or the reason of the caller's own signal. */
export class KontorError extends Error {
  override name = 'KontorError';
}

/** The server refused. `code` is stable: branch on it, not on the message. */
export class ApiError extends KontorError {
  override name = 'ApiError';
  readonly status: number;
  readonly code: string;
  /** Each field that was wrong: a JSON pointer into the body, `?name` in the query, `:name` in the path. */
  readonly fields: readonly { path: string; message: string }[];
  /** Finds the request in the log of the server. */
  readonly requestId: string | undefined;
  /** After how many milliseconds the server wants to be asked again. */
  readonly retryAfterMs: number | undefined;
  /** The answer as it came: some errors carry more. */
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, headers: Headers, text: string) {
    const body = parseObject(text);
    const message = body.message ?? body.error_description ?? `The server answered ${status}.`;
    super(typeof message === 'string' ? message : JSON.stringify(message));
    this.status = status;
    const code = body.type ?? body.code ?? body.error;
    this.code = typeof code === 'string' ? code : 'unknown';
    this.fields = Array.isArray(body.errors) ? (body.errors as ApiError['fields']) : [];
    this.requestId = headers.get('x-request-id') ?? (body.requestId as string | undefined);
    this.retryAfterMs = readRetryAfter(headers.get('retry-after'));
    this.body = body;
  }
}

/** No answer, or not a whole one: the server may have done what it was asked, or not. `cause` says what happened. */
export class ConnectionError extends KontorError {
  override name = 'ConnectionError';
}

/** No answer in time. */
export class TimeoutError extends ConnectionError {
  override name = 'TimeoutError';
}

/** The analysis that was waited for ended without a result. */
export class AnalysisError extends KontorError {
  override name = 'AnalysisError';
  readonly status: 'failed' | 'cancelled';

  constructor(status: 'failed' | 'cancelled', correlationId: string) {
    super(`The analysis ${correlationId} ${status === 'failed' ? 'has failed' : 'was cancelled'}.`);
    this.status = status;
  }
}

/** What arrived at a webhook does not come from Kontor, or not now. */
export class WebhookError extends KontorError {
  override name = 'WebhookError';
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Seconds or a date (RFC 9110 §10.2.3) → milliseconds from now. */
function readRetryAfter(value: string | null): number | undefined {
  if (!value) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
