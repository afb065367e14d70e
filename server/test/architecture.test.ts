import { beforeAll, describe, expect, test } from 'vitest';
import { type BoundaryReport, checkBoundaries } from '../../scripts/check/boundaries.ts';
import { ROOT } from '../../scripts/check/step.ts';
import { readTree } from '../../scripts/check/tree.ts';
import { formatViolation } from '../../scripts/check/violation.ts';

// What each rule finds when it is broken is tested beside the rules, in scripts/check/boundaries.test.ts.
describe('the architecture of this repository', () => {
  let report: BoundaryReport;
  beforeAll(async () => {
    report = checkBoundaries(await readTree(ROOT));
  });

  test('keeps its boundaries', () => {
    expect(report.violations.map(formatViolation)).toEqual([]);
  });

  test('was looked at by every rule', () => {
    expect(Object.entries(report.lookedAt).filter(([, count]) => count === 0)).toEqual([]);
  });
});
