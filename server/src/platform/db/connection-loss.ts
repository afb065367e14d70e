/**
 * SQLSTATEs and system errors that mean the database can't be reached now, not that the query was wrong. 25P03 and 57P05:
 * it closed a connection that idled too long.
 */
const UNREACHABLE = new Set(
  (
    '08000 08001 08003 08004 08006 25P03 53300 57P01 57P02 57P03 57P05 ' +
    'ECONNABORTED ECONNREFUSED ECONNRESET EHOSTUNREACH ENETUNREACH ENOTFOUND EAI_AGAIN EPIPE ETIMEDOUT'
  ).split(' '),
);

/** What the driver says, without a code, when a connection breaks or does not answer. */
const BROKEN_CONNECTION =
  /Connection terminated|timeout exceeded when trying to connect|^timeout expired$|^Query read timeout$|Client has encountered a connection error|Client was closed and is not queryable/;

/** Whether an error of the driver says that the database is gone (restarting, unreachable, out of connections). */
export function isConnectionLoss(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isConnectionLoss);
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && UNREACHABLE.has(error.code)) return true;
  return BROKEN_CONNECTION.test(error.message);
}
