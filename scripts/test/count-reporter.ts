import { writeFileSync } from 'node:fs';
import type { Reporter } from 'vitest/node';
import { countRun } from './count.ts';

/** Leaves the count of a run in the file that KONTOR_TEST_COUNT_FILE names; `scripts/test.ts` reads it there. */
export default class CountReporter implements Reporter {
  onTestRunEnd: NonNullable<Reporter['onTestRunEnd']> = (modules, unhandledErrors) => {
    const file = process.env.KONTOR_TEST_COUNT_FILE;
    if (!file) throw new Error('KONTOR_TEST_COUNT_FILE is not set: run the tests with `npm test`.');
    writeFileSync(file, JSON.stringify(countRun(modules, unhandledErrors)));
  };
}
