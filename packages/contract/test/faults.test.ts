import { expect, test } from 'vitest';
import { type CheckOptions, checkContract, RULES, type Verdict } from '../src/index.ts';
import { type Fault, KEY, OTHER_KEY, startFakeCompany } from './fake-company.testing.ts';
import { fakePlan } from './fake-plan.testing.ts';
import { FAULTS } from './faults.testing.ts';

/** Latency is judged by milliseconds where it is the fault; everywhere else a busy machine must not matter. */
const TIGHT = { budgets: { read: { target: 30, limit: 100 }, write: { target: 50, limit: 1_000 } } };

async function check(fault?: Fault, options: Partial<CheckOptions> = {}): Promise<Verdict[]> {
  const company = await startFakeCompany(fault);
  try {
    const { verdicts, summary } = await checkContract(fakePlan(company, options), KEY);
    expect(JSON.stringify({ verdicts, summary })).not.toMatch(`${KEY}|${OTHER_KEY}`);
    return verdicts;
  } finally {
    company.close();
  }
}

const findings = (verdicts: Verdict[]) => verdicts.filter(({ outcome }) => outcome === 'finding');

test('a company that keeps the contract has no finding', async () => {
  const verdicts = await check();
  expect(findings(verdicts)).toEqual([]);
  const open = verdicts.filter(({ outcome, kind }) => outcome === 'open' && kind !== 'not verifiable from outside');
  expect(open.map(({ rule }) => rule)).toMatchInlineSnapshot(`
    [
      "null_when_empty",
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
