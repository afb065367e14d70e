import type { RunReport } from './runs.queries.ts';

/** A run as it goes over the wire, under one of its correlation ids. */
export function presentRun(report: RunReport) {
  return {
    correlationId: report.correlationId,
    status: report.status,
    progress: Math.round(report.progress * 100) / 100,
    createdAt: report.createdAt.toISOString(),
    startedAt: report.startedAt?.toISOString() ?? null,
    completedAt: report.completedAt?.toISOString() ?? null,
    counts:
      report.transactionCount === null
        ? null
        : {
            accounts: report.accountCount ?? 0,
            transactions: report.transactionCount,
            categories: report.categoryCount ?? 0,
            contracts: report.contractCount ?? 0,
          },
    error: report.errorCode ? { type: report.errorCode, message: report.errorMessage ?? '' } : null,
  };
}
