import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ServerUser } from './server-user.ts';

export type ProgramResult = { exitCode: number | null; output: string };

// Messages in English (they are looked at), no PG* variables of the caller, and no secrets handed on.
export const PROGRAM_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Runs a program to its end as the given user and returns exit code and output (both streams).
 * A program that cannot be started gives exit code null and the reason as output.
 */
export async function runProgram(argv: string[], user?: ServerUser): Promise<ProgramResult> {
  const [command = '', ...args] = [...(user?.argvPrefix ?? []), ...argv];
  let output = '';
  try {
    const child = spawn(command, args, {
      ...user?.spawnIds,
      cwd: '/',
      env: PROGRAM_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    const [exitCode] = (await once(child, 'close')) as [number | null];
    return { exitCode, output: output.trim() };
  } catch (error) {
    return { exitCode: null, output: (error as Error).message };
  }
}
