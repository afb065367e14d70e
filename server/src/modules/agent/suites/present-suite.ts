import type { SuiteRow, SuiteRunRow } from './suites.queries.ts';

export const presentSummary = ({ suiteId, botId, name, createdAt, updatedAt }: Omit<SuiteRow, 'cases'>) => ({
  id: suiteId,
  botId,
  name,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

export const presentSuite = (suite: SuiteRow) => ({
  ...presentSummary(suite),
  caseCount: suite.cases.length,
  cases: suite.cases,
});

/** A run: its figures, and what came of each case. */
export function presentRun({ results, ...run }: SuiteRunRow) {
  const count = (change: string): number => results.filter((result) => result.change === change).length;
  const passed = results.filter((result) => result.passed).length;
  const summary = {
    id: run.suiteRunId,
    suiteId: run.suiteId,
    draftId: run.draftId,
    status: run.status,
    error: run.error,
    asked: run.asked,
    toAsk: run.toAsk,
    passed,
    failed: results.length - passed,
    fixed: count('fixed'),
    broken: count('broken'),
    different: count('different'),
    requestedBy: run.requestedBy,
    createdAt: run.createdAt.toISOString(),
    completedAt: run.completedAt?.toISOString() ?? null,
  };
  return { summary, results };
}
