import { judgeRun } from './judge/judge-run.ts';
import type { Verdict } from './judge/verdict.types.ts';
import type { Plan } from './plan/plan.types.ts';
import { observe } from './probe/observe.ts';
import type { RunSummary } from './report/run-summary.ts';

export interface CheckResult {
  /** One per rule and place, in the order of the groups. */
  verdicts: Verdict[];
  /** What is worth keeping of the run, to compare later ones with. */
  summary: RunSummary;
}

/**
 * Calls the endpoints of a plan and judges them by the contract. `saved` is an earlier run, to find what has changed.
 * The key is sent to the endpoints and is in nothing that is returned. Rejects when `--write` is asked of an environment
 * that is no sandbox.
 */
export async function checkContract(plan: Plan, key: string, saved: RunSummary | null = null): Promise<CheckResult> {
  if (plan.options.write && !plan.environment.sandbox) {
    throw new Error(`Writes are tried in a sandbox only, and ${plan.environment.name} is not marked as one.`);
  }
  return judgeRun(await observe(plan, key), saved);
}
