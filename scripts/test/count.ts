/** How a run of the tests went, in numbers. */
export type Count = { passed: number; failed: number; skipped: number };

/** The parts of Vitest's report that the count needs. */
export type ModuleReport = {
  /** Errors outside of any test: the file could not be loaded, held no test, or a hook failed. */
  errors: () => readonly unknown[];
  children: {
    allTests: () => Iterable<{ result: () => { state: 'passed' | 'failed' | 'skipped' | 'pending' } }>;
    allSuites: () => Iterable<{ errors: () => readonly unknown[] }>;
  };
};

/**
 * Counts a run. A failure is: a failed test, a test that never ended, a file or suite that failed outside of its tests
 * (one each), and an error that no test caught.
 */
export function countRun(modules: readonly ModuleReport[], unhandledErrors: readonly unknown[]): Count {
  const count: Count = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      count[state === 'pending' ? 'failed' : state] += 1;
    }
    const units = [module, ...module.children.allSuites()];
    count.failed += units.filter((unit) => unit.errors().length > 0).length;
  }
  return count;
}

/**
 * The verdict on a run, from its count (null when Vitest ended before it could count) and its exit code. A run that
 * failed has at least one failure, and so has one without a test.
 */
export function verdict(count: Count | null, exitCode: number): Count {
  const { passed, failed, skipped } = count ?? { passed: 0, failed: 0, skipped: 0 };
  const broken = exitCode !== 0 || passed + failed === 0;
  return { passed, failed: broken ? Math.max(failed, 1) : failed, skipped };
}
