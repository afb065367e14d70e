/** What a script ends with. */
export const EXIT = { ok: 0, failed: 1, usage: 2, access: 3, approval: 10, gate: 11 };

/** Ends a script: what is wrong, and what to do about it. */
export class Stop extends Error {
  constructor(code, message, hint = '') {
    super(hint ? `${message}\n${hint}` : message);
    this.code = code;
  }
}

/** Runs a script's work, prints what went wrong, and sets the exit code. */
export async function runScript(work) {
  try {
    process.exitCode = (await work(process.argv.slice(2))) ?? EXIT.ok;
  } catch (error) {
    process.stderr.write(`${describeError(error)}\n`);
    process.exitCode = error.code in HELP ? EXIT.access : error instanceof Stop ? error.code : EXIT.failed;
  }
}

const HELP = {
  unauthorized: 'The key or client is refused. A person can type it anew: run “login” in a terminal of their own.',
  insufficient_scope: 'The key or client may not do this. Ask for one with the scope that the reference names.',
};

function describeError(error) {
  if (error instanceof Stop) return error.message;
  const lines = [error.status ? `Refused (${error.status} ${error.code}): ${error.message}` : error.message];
  for (const { path, message } of error.fields ?? []) lines.push(`  ${path}: ${message}`);
  if (error.requestId) lines.push(`  request ${error.requestId}`);
  if (error.code in HELP) lines.push(HELP[error.code]);
  if (error.name === 'ConnectionError')
    lines.push(
      'Is Kontor running there? Its address comes from KONTOR_URL or the profile; without both it is http://127.0.0.1:4800.',
    );
  return lines.join('\n');
}
