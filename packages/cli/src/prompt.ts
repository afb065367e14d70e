import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { CommandError, usageError } from './exit.ts';
import type { Terminal } from './terminal.ts';
import type { World } from './world.ts';

/** Asks on the standard error, so that a result can be piped. @returns what was typed, without blanks around it */
export async function prompt(world: World, question: string, { hidden = false } = {}): Promise<string> {
  // What is typed is echoed by readline: into nothing when nobody shall see it.
  const output = new Writable({
    write(chunk: Buffer, _, done) {
      if (!hidden) world.stderr.write(chunk.toString());
      done();
    },
  });
  // Before the question is shown: from here on the terminal itself echoes nothing.
  const lines = createInterface({ input: world.stdin, output, terminal: world.stdin.isTTY === true });
  if (hidden) world.stderr.write(question);
  // Ctrl+C and Ctrl+D come as keys while a line is read.
  const stop = new AbortController();
  lines.once('close', () => stop.abort());
  try {
    const signal = AbortSignal.any([world.signal, stop.signal]);
    return (await lines.question(hidden ? '' : question, { signal })).trim();
  } catch {
    throw new CommandError('interrupted', 'Stopped.');
  } finally {
    lines.close();
    if (hidden) world.stderr.write('\n');
  }
}

/** Asks yes or no. `--yes` answers it; where nobody can be asked, nothing is done without it. */
export async function confirm(
  { world, terminal, flag }: { world: World; terminal: Terminal; flag(option: string): boolean },
  question: string,
): Promise<boolean> {
  if (flag('yes')) return true;
  if (!terminal.isInteractive)
    throw usageError(`Nobody can be asked here: ${question}`, 'Say --yes to agree in advance.');
  return /^y(es)?$/i.test(await prompt(world, `${question} [y/N] `));
}

/** A file's text; `-` is the standard input. */
export async function readText(world: World, file: string): Promise<string> {
  if (file === '-') return readAll(world.stdin);
  const { readFile } = await import('node:fs/promises');
  const path = await import('node:path');
  return readFile(path.resolve(world.cwd, file), 'utf8');
}

/** JSON of a file or of the standard input. @throws CommandError that says where it is broken */
export async function readJson(world: World, file: string): Promise<unknown> {
  return parseJson(await readText(world, file), file === '-' ? 'The standard input' : file);
}

export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw usageError(`${what} is not JSON: ${(error as Error).message}`);
  }
}
