import { isMainThread } from 'node:worker_threads';
import { type DestinationStream, type Logger as PinoLogger, pino, stdTimeFunctions } from 'pino';
import { errorFields } from './error-fields.ts';
import { isCensoredName, redactJson } from './redact-json.ts';
import { redactText } from './redact-text.ts';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/** A pino logger; `child` loggers censor as their parent does. */
export type Logger = PinoLogger;

/** Whole numbers beyond 2^53 do not survive JSON.parse. */
const HAS_LONG_INTEGER = /[:[,]-?\d{16,}/;

/**
 * A logger that writes one JSON object per line, with ISO times and level names, to `destination` (standard output when
 * none is given). Censoring works on the finished line, so it covers whatever ends up there: fields, messages with their
 * arguments, bindings of child loggers, what serializers return, errors with causes and stacks.
 */
export function createLogger({ level, destination }: { level: LogLevel; destination?: DestinationStream }): Logger {
  const options = {
    level,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: errorFields, error: errorFields },
    hooks: { streamWrite: redactLine },
  };
  return pino(options, destination ?? standardOutput());
}

/**
 * The line of a request whose id Kontor drew itself: nothing in it came from outside, since the route is the pattern and not
 * the path that was asked for. These are nearly all lines, and searching them took longer than writing them.
 */
const OWN_REQUEST_LINE = new RegExp(
  String.raw`^\{"level":"info","time":"[\dTZ:.-]{24}","pid":\d+,"hostname":"[\w.-]+",` +
    String.raw`"requestId":"[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}","method":"[A-Z]+","route":"[a-zA-Z/:.*-]+",` +
    String.raw`"status":\d{3},"durationMs":[\d.]{1,9},(?:"caller":"client_[\w-]{12}",)?"msg":"request"\}\n$`,
);

/** A system call per request would cost as much as routing it: lines leave in batches, each at most this late. */
const FLUSH_MS = 100;
const BATCH_LENGTH = 8 * 1024;

/** Pino writes what is left when the process exits, but not when a thread does: threads, which say little, write at once. */
function standardOutput(): DestinationStream {
  if (!isMainThread) return pino.destination({ sync: true });
  return pino.destination({ sync: false, minLength: BATCH_LENGTH, periodicFlush: FLUSH_MS });
}

/**
 * Most lines hold nothing to censor and pass as they are. Text with escapes is parsed in any case, because an escape can
 * hide where a word starts. Long whole numbers of a censored line become texts, which keeps their digits.
 */
export function redactLine(line: string): string {
  if (OWN_REQUEST_LINE.test(line)) return line;
  if (!line.includes('\\') && !hasCensoredName(line) && redactText(line) === line) return line;
  const parsed: unknown = HAS_LONG_INTEGER.test(line) ? JSON.parse(line, keepLongIntegers) : JSON.parse(line);
  return `${JSON.stringify(redactJson(parsed))}\n`;
}

function hasCensoredName(line: string): boolean {
  for (let end = line.indexOf('":'); end !== -1; end = line.indexOf('":', end + 2)) {
    if (isCensoredName(line.slice(line.lastIndexOf('"', end - 1) + 1, end))) return true;
  }
  return false;
}

function keepLongIntegers(this: unknown, _key: string, value: unknown, context?: { source?: string }): unknown {
  const isUnsafe = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
  return isUnsafe ? (context?.source ?? value) : value;
}
