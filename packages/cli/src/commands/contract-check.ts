import { runChecker } from 'kontor-contract/run-checker';
import type { Call } from '../command.types.ts';

/** Hands everything to the checker, which has options and exit codes of its own: 0, 1 for findings, 2. */
export async function run({ raw, world }: Call): Promise<number> {
  return runChecker(['check', ...raw], {
    variables: world.env,
    cwd: world.cwd,
    stdout: world.stdout,
    stderr: world.stderr,
  });
}
