import { spawn } from 'node:child_process';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

export type StepResult = {
  ok: boolean;
  /** What was looked at, with counts: "212 files". */
  lookedAt: string;
  /** Printed below the step's line when it failed, and `note` always. */
  details: string;
  note?: string;
};

export type Step = { name: string; run: () => Promise<StepResult> };

/**
 * Runs a program of node_modules/.bin from the repository's root; returns its exit code and all it printed. A program
 * that can't be started counts as failed.
 */
export function runProgram(program: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  const bin = path.join(ROOT, 'node_modules/.bin');
  const PATH = `${bin}${path.delimiter}${process.env.PATH ?? ''}`;
  const env = { ...process.env, PATH, NO_COLOR: '1', FORCE_COLOR: undefined };
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: `${program}: ${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The number that a program says it looked at; 0 when it doesn't say, so that silence never passes for success. */
export function countIn(output: string, pattern: RegExp): number {
  return Number(pattern.exec(output)?.[1] ?? 0);
}

/** Ends a step: it fails when its program did, and when there was nothing to look at. */
export function conclude(ok: boolean, count: number, noun: string, details: string): StepResult {
  const lookedAt = `${count} ${noun}${count === 1 ? '' : 's'}`;
  if (count > 0) return { ok, lookedAt, details };
  return { ok: false, lookedAt, details: `Looked at no ${noun}, so it proves nothing.\n${details}` };
}
