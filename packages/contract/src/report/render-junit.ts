import type { CheckResult } from '../check-contract.ts';
import type { Verdict } from '../judge/verdict.types.ts';
import { GROUPS } from '../rules.ts';
import { escapeMarkup } from './escape-markup.ts';

/** JUnit XML, as CI systems read it: a suite per group, a case per rule and place; what is open is skipped. */
export function renderJunit({ verdicts, summary }: CheckResult): string {
  const suites = GROUPS.flatMap((title, index) => {
    const ofGroup = verdicts.filter(({ group }) => group === index + 1);
    return ofGroup.length === 0 ? [] : [renderSuite(title, ofGroup, summary.startedAt)];
  });
  const { tests, failures, skipped } = counts(verdicts);
  const totals = `tests="${tests}" failures="${failures}" skipped="${skipped}" errors="0"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="endpoint contract" ${totals}>\n${suites.join('\n')}\n</testsuites>\n`;
}

function renderSuite(title: string, verdicts: readonly Verdict[], startedAt: string): string {
  const { tests, failures, skipped } = counts(verdicts);
  const attributes = `name="${title}" tests="${tests}" failures="${failures}" skipped="${skipped}" errors="0" timestamp="${startedAt}"`;
  return `  <testsuite ${attributes}>\n${verdicts.map(renderCase).join('\n')}\n  </testsuite>`;
}

function renderCase({ rule, text, endpoint, outcome, evidence, kind, mend }: Verdict): string {
  const head = `    <testcase classname="${escapeMarkup(endpoint ?? 'all endpoints')}" name="${rule}: ${escapeMarkup(text)}"`;
  if (outcome === 'kept') return `${head}/>`;
  if (outcome === 'open') return `${head}><skipped message="${escapeMarkup(evidence)}"/></testcase>`;
  const body = `${evidence}\n${mend}`;
  return `${head}><failure type="${kind}" message="${escapeMarkup(evidence)}">${escapeMarkup(body)}</failure></testcase>`;
}

function counts(verdicts: readonly Verdict[]) {
  const count = (outcome: string) => verdicts.filter((verdict) => verdict.outcome === outcome).length;
  return { tests: verdicts.length, failures: count('finding'), skipped: count('open') };
}
