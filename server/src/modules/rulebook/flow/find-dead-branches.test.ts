import { describe, expect, test } from 'vitest';
import type { Catalogue } from './catalogue.ts';
import type { Condition, InputSchema, RuleStep } from './flow.types.ts';
import { validateFlow } from './validate-flow.ts';

const catalogue: Catalogue = {
  attributes: { plan: 'string', is_vip: 'boolean', renews_at: 'date', balance: 'number', risk: 'number' },
  sayable: {},
  actions: {},
  articles: new Set(),
  tags: new Set(['Retention']),
};
const reply = (id: string): RuleStep => ({ id, kind: 'reply', text: 'Hello.' });

describe('a condition that decides nothing', () => {
  const inputs: InputSchema = {
    plan: {
      ...{ type: 'choice', description: 'The plan.' },
      choices: ['Basic', 'Plus'].map((value) => ({ value, names: [value] })),
    },
    amount: { type: 'amount', description: 'How much.', minimum: 1, maximum: 500 },
  };
  const found = (...whens: Condition[]) => {
    const branches = whens.map((when, at) => ({ when, steps: [reply(`then-${at}`)] }));
    const steps: RuleStep[] = [{ id: 'if', kind: 'condition', branches, otherwise: [reply('else')] }];
    const mistakes = validateFlow({ flow: { steps }, inputSchema: inputs }, catalogue);
    return mistakes.map(({ path, message }) => `${path} ${message}`);
  };
  const vip = (value: boolean): Condition => ({ op: 'equals', ref: 'attributes.is_vip', value });
  const plan = (value: string): Condition => ({ op: 'equals', ref: 'inputs.plan', value });
  const balance = (op: 'less' | 'at_most' | 'more' | 'at_least', value: number): Condition => ({
    ...{ op, ref: 'attributes.balance', value },
  });
  const all = (...of: Condition[]): Condition => ({ op: 'all', of });
  const any = (...of: Condition[]): Condition => ({ op: 'any', of });
  const not = (of: Condition): Condition => ({ op: 'not', of });
  const at = (path: string, message: string) => [`/flowConfig/steps/0${path} ${message}`];
  const NEVER = 'is never true, whatever is known';
  const ALWAYS = 'is always true, whatever is known';
  const BEHIND = 'is never reached: whenever it holds, a branch before it does';

  test.each<[string, Condition[], string[]]>([
    [
      'a value outside of the choices',
      [{ op: 'one_of', ref: 'inputs.plan', values: ['plus', 'Gold'] }],
      at('/branches/0/when/values/1', 'is none of the choices of inputs.plan: Basic, Plus'),
    ],
    ['two values at once', [all(plan('Basic'), plan('Plus'))], at('/branches/0/when', NEVER)],
    ['true and false at once', [all(vip(true), vip(false))], at('/branches/0/when', NEVER)],
    ['more than ten and less than five', [all(balance('more', 10), balance('less', 5))], at('/branches/0/when', NEVER)],
    [
      'beyond the limits of an input',
      [{ op: 'more', ref: 'inputs.amount', value: 500 }],
      at('/branches/0/when', NEVER),
    ],
    [
      'a tag and its opposite',
      [all({ op: 'tagged', tag: 'Retention' }, not({ op: 'tagged', tag: 'Retention' }))],
      at('/branches/0/when', NEVER),
    ],
    ['this or its opposite', [any(vip(true), not(vip(true)))], at('/branches/0/when', ALWAYS)],
    ['a part of it', [any(vip(true), all(plan('Basic'), plan('Plus')))], at('/branches/0/when/of/1', NEVER)],
    ['the same again', [vip(true), vip(true)], at('/branches/1', BEHIND)],
    ['a narrower one behind a wider one', [balance('more', 0), balance('at_least', 100)], at('/branches/1', BEHIND)],
    [
      'an otherwise behind both',
      [vip(true), not(vip(true))],
      at('/otherwise', 'is never reached: one of the branches always holds'),
    ],
    // What may be missing is neither true nor false; what is asked in another order is.
    ['nothing: true, then false', [vip(true), vip(false)], []],
    ['nothing: a wider one behind a narrower one', [balance('at_least', 100), balance('more', 0)], []],
    ['nothing: every choice, for nothing may be chosen yet', [plan('Basic'), plan('Plus')], []],
    ['nothing: within the limits', [{ op: 'at_least', ref: 'inputs.amount', value: 500 }], []],
    [
      'nothing: two texts in one',
      [
        all(
          { op: 'contains', ref: 'attributes.plan', value: 'Pro' },
          { op: 'contains', ref: 'attributes.plan', value: 'Plus' },
        ),
      ],
      [],
    ],
    [
      'nothing: one date before another',
      [
        { op: 'less', ref: 'attributes.renews_at', value: '2026-12-01' },
        { op: 'less', ref: 'attributes.renews_at', value: '2027-12-01' },
      ],
      [],
    ],
    [
      'nothing: two attributes compared',
      [
        { op: 'less', ref: 'attributes.balance', value: { ref: 'attributes.risk' } },
        { op: 'more', ref: 'attributes.balance', value: { ref: 'attributes.risk' } },
      ],
      [],
    ],
  ])('%s', (_, whens, expected) => {
    expect(found(...whens)).toEqual(expected);
  });

  test('of very many comparisons is not looked into for long', () => {
    const many = Array.from({ length: 50 }, (_, n) =>
      all(
        { op: 'more', ref: 'attributes.balance', value: n },
        { op: 'less', ref: 'attributes.risk', value: -n },
        { op: 'contains', ref: 'attributes.plan', value: `${n}` },
      ),
    );
    const startedMs = process.cpuUsage().user / 1_000;
    expect(found(any(...many.slice(0, 50)), vip(true))).toEqual([]);
    expect(process.cpuUsage().user / 1_000 - startedMs).toBeLessThan(2_000);
  });
});
