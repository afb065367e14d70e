import { homedir } from 'node:os';
import type { Readable } from 'node:stream';

/** Where a command prints. */
export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

/** A terminal's keyboard, or what was piped in. */
export type Input = Readable & { isTTY?: boolean; setRawMode?: (on: boolean) => unknown };

/** All that a command knows of the machine it runs on, so that tests can run it without a process. */
export interface World {
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  home: string;
  platform: string;
  stdin: Input;
  stdout: Output;
  stderr: Output;
  /** Aborts when the person has had enough (Ctrl+C). */
  signal: AbortSignal;
}

export function processWorld(signal: AbortSignal): World {
  const { env, platform, stdin, stdout, stderr } = process;
  return { env, cwd: process.cwd(), home: homedir(), platform, stdin, stdout, stderr, signal };
}
