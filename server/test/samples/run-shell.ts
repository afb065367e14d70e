/** Runs the shell blocks of pages as a reader would type them: one shell per page, block after block. */
import { type StdioOptions, spawn } from 'node:child_process';
import { readdirSync, symlinkSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT, type Sample, whereIs } from './read-samples.ts';

export interface Reader {
  /** Where they stand: a checkout that holds `.kontor`, and keeps what they write. */
  folder: string;
  /** Set in their shell: nothing else of the test's environment is. */
  env: Record<string, string>;
  /** What a page says → what is so here: ports, ids in sharp brackets. */
  replacements: [said: string, is: string][];
}

/** A checkout made of links, whose `.kontor` is `dataDir`. */
export async function makeCheckout(dataDir: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kontor-samples-'));
  const left = new Set(['.git', '.kontor']);
  for (const name of readdirSync(ROOT))
    if (!left.has(name)) symlinkSync(path.join(ROOT, name), path.join(folder, name));
  symlinkSync(dataDir, path.join(folder, '.kontor'));
  return folder;
}

export interface Shown {
  output: string;
  /** What went wrong, block by block; empty when all is as it should be. */
  problems: string[];
}

const TIMEOUT_MS = 60_000;

/** Says of each call how it was answered; `-f` says itself what is expected. */
const CURL = `curl() {
  case " $* " in *" -f "*) command curl "$@" ;; *) command curl -w '%{stderr}@@ %{http_code} %{method} %{url}\\n' "$@" ;; esac
}`;

/**
 * One page. A block marked `after PAGE` finds what that page has set, as its text says; `in the background` leaves the last
 * command running until the page ends.
 */
export async function runPage(reader: Reader, samples: readonly Sample[]): Promise<Shown> {
  const script = [
    'set -eo pipefail',
    CURL,
    ...samples.flatMap((sample) => [`echo "== ${whereIs(sample)}" >&2`, writeBlock(reader, sample)]),
    // What the page has set, for the pages that begin after it; read-only ones are the shell's own.
    `{ declare -p | grep -v '^declare -[a-zA-Z]*r'; declare -f; } > ${stateOf(reader, samples[0]?.file ?? '')}`,
  ].join('\n');
  const { code, output, errors } = await runBash(script, reader);
  const refused = errors.split('\n').filter((line) => /^@@ ([45]\d\d|000)/.test(line));
  const problems = [
    ...refused,
    ...output.split('\n').filter((line) => line === 'undefined'),
    ...(code === 0 ? [] : [`ended with ${code}: ${errors.trim().split('\n').slice(-12).join('\n')}`]),
  ];
  return { output, problems };
}

const stateOf = (reader: Reader, file: string) => path.join(reader.folder, `state-${file.replaceAll('/', '-')}`);

function writeBlock(reader: Reader, { file, mark, code }: Sample): string {
  const after = /^after (\S+)$/.exec(mark)?.[1];
  const before = after ? `source ${stateOf(reader, path.posix.join(path.posix.dirname(file), after))}\n${CURL}\n` : '';
  let text = code.trimEnd();
  for (const [said, is] of reader.replacements) text = text.replaceAll(said, is);
  if (mark !== 'in the background') return before + text;
  const lines = text.split('\n');
  return `${[...lines.slice(0, -1), `${lines.at(-1)} &`].join('\n')}\n${UNTIL_COMPANY}`;
}

const UNTIL_COMPANY = 'until command curl -s -o /dev/null http://127.0.0.1:$COMPANY_PORT/; do sleep 0.1; done';

function runBash(script: string, { folder, env }: Reader): Promise<{ code: number; output: string; errors: string }> {
  // A process group of its own, so that what runs in the background ends with the page.
  const stdio = ['ignore', 'pipe', 'pipe'] satisfies StdioOptions;
  const child = spawn('bash', ['-c', script], { cwd: folder, env, detached: true, stdio });
  const end = () => child.pid && endGroup(child.pid);
  const timeout = setTimeout(end, TIMEOUT_MS);
  child.on('exit', end);
  let [output, errors] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text) => (errors += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timeout);
      resolve({ code: code ?? 1, output, errors });
    });
  });
}

function endGroup(pid: number) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
