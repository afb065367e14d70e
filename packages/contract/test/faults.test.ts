import { expect, test } from 'vitest';
import { type CheckOptions, checkContract, RULES, type RuleId, type Verdict } from '../src/index.ts';
import { type Fault, KEY, OTHER_KEY, startFakeCompany } from './fake-company.testing.ts';
import { fakePlan } from './fake-plan.testing.ts';
import { FAULTS } from './faults.testing.ts';

/** Rules that need more than one fault in one run: see `whole-checks.test.ts`. */
const ELSEWHERE: RuleId[] = [
  ...(['https_only', 'write_method', 'limit_declared', 'limit_answer'] as const),
  ...(['no_lost_fields', 'no_changed_types', 'no_new_findings', 'not_slower'] as const),
  ...(['one_identifier_place', 'one_identifier_name'] as const),
];

/** Latency is judged by milliseconds where it is the fault; everywhere else a busy machine must not matter. */
const TIGHT = { budgets: { read: { target: 30, limit: 100 }, write: { target: 50, limit: 1_000 } } };

async function check(fault?: Fault, options: Partial<CheckOptions> = {}): Promise<Verdict[]> {
  const company = await startFakeCompany(fault);
  try {
    const { verdicts, summary } = await checkContract(fakePlan(company, options), KEY);
    expect(JSON.stringify({ verdicts, summary })).not.toMatch(new RegExp(`${KEY}|${OTHER_KEY}`));
    return verdicts;
  } finally {
    company.close();
  }
}

const findings = (verdicts: Verdict[]) => verdicts.filter(({ outcome }) => outcome === 'finding');

test('a company that keeps the contract has no finding', async () => {
  const verdicts = await check();
  expect(findings(verdicts)).toEqual([]);
  const judged = new Set(verdicts.map(({ rule }) => rule));
  const later = ['no_changed_types', 'no_new_findings', 'not_slower'];
  expect(Object.keys(RULES).filter((rule) => !judged.has(rule as RuleId) && !later.includes(rule))).toEqual([]);
  const open = verdicts.filter(({ outcome, kind }) => outcome === 'open' && kind !== 'not verifiable from outside');
  expect(open.map(({ rule }) => rule)).toMatchInlineSnapshot(`
    [
      "as_documented",
      "one_phone_format",
      "limit_answer",
      "limit_answer",
      "no_lost_fields",
    ]
  `);
});

test.each(FAULTS)('%s is found by %s', async (_what, rule, fault) => {
  const options = RULES[rule].group === 10 ? TIGHT : { calls: 8 };
  const found = findings(await check(fault, options)).filter((verdict) => verdict.rule === rule);
  expect(found).not.toEqual([]);
  for (const { evidence, mend } of found)
    expect([evidence, mend]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/\w/)]);
});

test('every rule that can be broken from outside is broken by a fault or by a test below', () => {
  const broken = new Set<string>([...FAULTS.map(([, rule]) => rule), ...ELSEWHERE]);
  const breakable = Object.entries(RULES).filter(([, { kind }]) => kind !== 'not verifiable from outside');
  expect(breakable.map(([rule]) => rule).filter((rule) => !broken.has(rule))).toEqual([]);
});
