/**
 * Checks endpoints against the contract by which support agents call them, and helps to write endpoints that keep it
 * (`kontor-contract/fastify`).
 */
export { type CheckResult, checkContract } from './check-contract.ts';
export type { Kind, Outcome, Verdict } from './judge/verdict.types.ts';
export { type CheckOptions, DEFAULT_OPTIONS, type Endpoint, type Plan } from './plan/plan.types.ts';
export type { RunSummary } from './report/run-summary.ts';
export { GROUPS, RULES, type RuleId } from './rules.ts';
