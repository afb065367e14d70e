import { expect, test } from 'vitest';
import { countRun, type ModuleReport, verdict } from './count.ts';

type State = 'passed' | 'failed' | 'skipped' | 'pending';

function moduleOf(states: State[], errors: { module?: number; suites?: number[] } = {}): ModuleReport {
  return {
    errors: () => Array(errors.module ?? 0).fill('error'),
    children: {
      allTests: () => states.map((state) => ({ result: () => ({ state }) })),
      allSuites: () => (errors.suites ?? []).map((count) => ({ errors: () => Array(count).fill('error') })),
    },
  };
}

test('counts tests by their state; one that never ended has failed', () => {
  const count = countRun([moduleOf(['passed', 'passed', 'failed']), moduleOf(['skipped', 'pending', 'passed'])], []);
  expect(count).toEqual({ passed: 3, failed: 2, skipped: 1 });
});

test('a file that does not load, a hook that fails and an error that nobody caught are failures', () => {
  expect(countRun([moduleOf([], { module: 2 })], [])).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(countRun([moduleOf(['skipped'], { suites: [0, 1, 3] })], [])).toEqual({ passed: 0, failed: 2, skipped: 1 });
  expect(countRun([moduleOf(['passed'])], ['a rejection'])).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('a failed run has a failure, whatever was counted', () => {
  expect(verdict({ passed: 5, failed: 0, skipped: 1 }, 0)).toEqual({ passed: 5, failed: 0, skipped: 1 });
  expect(verdict({ passed: 5, failed: 0, skipped: 0 }, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  expect(verdict({ passed: 5, failed: 3, skipped: 0 }, 1)).toEqual({ passed: 5, failed: 3, skipped: 0 });
  expect(verdict(null, 137)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(verdict(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(verdict({ passed: 0, failed: 0, skipped: 4 }, 0)).toEqual({ passed: 0, failed: 1, skipped: 4 });
});
