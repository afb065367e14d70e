import { AnalysisError, ApiError, ConnectionError, KontorError } from 'kontor-sdk';
import { CommandError, EXIT_CODES, type ExitName } from './exit.ts';
import { printable } from './render.ts';
import type { Terminal } from './terminal.ts';

interface Description {
  exit: ExitName;
  lines: string[];
  hint?: string;
}

/** Says what went wrong, where, and what to do; answers the exit code. */
export function describeError(error: unknown, terminal: Terminal, isStopped: boolean): number {
  const { exit, lines, hint } = isStopped
    ? { exit: 'interrupted' as const, lines: ['Stopped.'], hint: undefined }
    : describe(error);
  const [first = '', ...more] = lines;
  terminal.note(`${terminal.noteStyle('red', isStopped ? '■' : '✗')} ${printable(first)}`);
  for (const line of more) terminal.note(`  ${printable(line)}`);
  if (hint) terminal.note(`  ${terminal.noteStyle('dim', '→')} ${hint}`);
  return EXIT_CODES[exit].code;
}

function describe(error: unknown): Description {
  if (error instanceof CommandError) return { exit: error.exit, lines: error.message.split('\n'), hint: error.hint };
  if (error instanceof ApiError) return describeRefusal(error);
  if (error instanceof ConnectionError) {
    const hint = '“kontor doctor” looks closer; KONTOR_URL or --url say where Kontor is.';
    return { exit: 'unreachable', lines: [error.message], hint };
  }
  if (error instanceof AnalysisError) return { exit: 'failed', lines: [error.message] };
  if (error instanceof KontorError && /needs (clientId|apiKey)/.test(error.message)) {
    const isBank = error.message.includes('clientId');
    const what = isBank ? 'a client (id and secret), which opens /api' : 'an API key, which opens /v2';
    return {
      exit: 'access',
      lines: [`This command needs ${what}.`],
      hint: `“kontor login” keeps it, or set ${isBank ? 'KONTOR_CLIENT_ID and KONTOR_CLIENT_SECRET' : 'KONTOR_API_KEY'}.`,
    };
  }
  if (error instanceof KontorError) return { exit: 'usage', lines: [error.message] };
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' && path) return { exit: 'usage', lines: [`There is no file ${path}.`] };
  if (code === 'EACCES' && path) return { exit: 'usage', lines: [`${path} can not be opened: no permission.`] };
  return { exit: 'failed', lines: [message || String(error)] };
}

function describeRefusal(error: ApiError): Description {
  const { status, code, fields, requestId, retryAfterMs } = error;
  const isNamed = (path: string) => error.message.includes(path);
  const lines = [
    `${error.message} (${status}, ${code})`,
    ...fields.filter(({ path }) => !isNamed(path)).map(({ path, message }) => `${path}: ${message}`),
    ...(requestId && status >= 500 ? [`Request ${requestId} in the server’s log.`] : []),
  ];
  if (status === 401)
    return { exit: 'access', lines, hint: 'The key or client is wrong or was revoked: “kontor login”.' };
  if (status === 403) {
    return { exit: 'access', lines, hint: '“kontor doctor” shows the scopes that these credentials have.' };
  }
  if (status === 409) return { exit: 'conflict', lines };
  if (status === 429) {
    const seconds = Math.ceil((retryAfterMs ?? 0) / 1000);
    return { exit: 'failed', lines, hint: `Too many calls: try again ${seconds > 0 ? `in ${seconds} s` : 'later'}.` };
  }
  return { exit: 'failed', lines };
}
