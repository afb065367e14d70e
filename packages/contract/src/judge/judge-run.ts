import type { Observed } from '../probe/observed.types.ts';
import { type RunSummary, summarizeRun } from '../report/run-summary.ts';
import { RULES } from '../rules.ts';
import { judgeAuthentication } from './authentication.ts';
import { judgeConvention } from './convention.ts';
import { judgeDrift } from './drift.ts';
import { judgeErrors } from './errors.ts';
import { judgeFlat } from './flat.ts';
import { judgeJson } from './json.ts';
import { judgeLatency } from './latency.ts';
import { judgeRepeatedWrites } from './repeated-writes.ts';
import { judgeSecrecy } from './secrecy.ts';
import { judgeStableFields } from './stable-fields.ts';
import { judgeTransport } from './transport.ts';
import { judgeTypes } from './types.ts';
import type { Judgement, Verdict } from './verdict.types.ts';
import { judgeWrites } from './writes.ts';

/** One per group of the contract; drift, the twelfth, needs what the others found. */
const JUDGES: readonly ((seen: Observed) => Judgement[])[] = [
  judgeTransport,
  judgeAuthentication,
  judgeJson,
  judgeFlat,
  judgeStableFields,
  judgeTypes,
  judgeErrors,
  judgeWrites,
  judgeRepeatedWrites,
  judgeLatency,
  judgeSecrecy,
  judgeConvention,
];

/** What was seen → what to say about it. Pure: the same observations always get the same verdicts. */
export function judgeRun(seen: Observed, saved: RunSummary | null): { verdicts: Verdict[]; summary: RunSummary } {
  const verdicts = JUDGES.flatMap((judge) => judge(seen)).map(asVerdict);
  const summary = summarizeRun(seen, verdicts);
  const drift = judgeDrift(summary, saved).map(asVerdict);
  const all = [...verdicts, ...drift].toSorted((a, b) => a.group - b.group);
  return { verdicts: all, summary: summarizeRun(seen, all) };
}

function asVerdict({ rule, endpoint, outcome, evidence, mend }: Judgement): Verdict {
  const { group, kind, text, mend: usual } = RULES[rule];
  return { rule, group, kind, text, endpoint, outcome, evidence, mend: outcome === 'finding' ? (mend ?? usual) : null };
}
