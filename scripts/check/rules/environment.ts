import type { Facts } from '../facts.ts';
import { CONFIG_FILE, isTest, SERVER_SOURCE } from '../layout.ts';
import type { Violation } from '../violation.ts';

/** Only `config.ts` reads the environment: everything else gets its settings as arguments, so tests need no globals. */
export function environment(facts: readonly Facts[]): Violation[] {
  return facts
    .filter(({ path }) => path.startsWith(SERVER_SOURCE) && path !== CONFIG_FILE && !isTest(path))
    .flatMap(({ path, environmentReads }) =>
      environmentReads.map((line) => ({
        rule: 'environment',
        path,
        line,
        message: `only ${CONFIG_FILE} reads the environment: take the value as an argument`,
      })),
    );
}
