import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileExpression, ExpressionError, type ExpressionScope } from './compile-expression.ts';

const scope: ExpressionScope = {
  customer: { email: 'a@example.com', external_id: null },
  inputs: { amount: 4_900, note: null },
  steps: { lookup: { plan: 'Pro', is_vip: true, refund: null, renews_at: '2026-06-15' } },
};
const valueOf = (text: string) => compileExpression(text).evaluate(scope);

test.each([
  ['steps.lookup.is_vip && steps.lookup.plan in ["Pro", "Enterprise"]', true],
  ['inputs.amount / 100', 49],
  ['inputs.amount * 2 + 1', 9_801],
  ['1 + 2', 3],
  ['steps.lookup.refund > 0', false],
  ['steps.lookup.refund < 0', false],
  ['0 <= steps.lookup.refund', false],
  ['steps.lookup.refund == null', true],
  ['steps.lookup.is_vip ? "yes" : "no"', 'yes'],
  ['customer.email.endsWith("@example.com")', true],
  ['steps.lookup.renews_at > "2026-01-01"', true],
  ['string(inputs.amount) + " cents"', '4900 cents'],
  ['size(steps.lookup.plan)', 3],
])('%s is %s', (text, expected) => {
  expect(valueOf(text)).toBe(expected);
});

describe('nothing gets out', () => {
  test.each([
    'steps.constructor.constructor("return process")()',
    'steps["lookup"]["plan"]',
    'steps.lookup.?plan',
    '{"a": 1}',
    'cel.bind(x, "aaaa", x + x)',
    '[1, 2].map(x, x * 2)',
    '[1, 2].exists(x, x > 1)',
    '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!".matches("(a+)+$")',
    '"a".split(",")',
    'process.exit(1)',
    'timestamp("2026-01-01T00:00:00Z")',
  ])('%s', (text) => {
    expect(() => compileExpression(text).evaluate(scope)).toThrow(ExpressionError);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('steps.lookup.%s', (name) => {
    expect(() => valueOf(`steps.lookup.${name}`)).toThrow(ExpressionError);
  });

  test('long, deep and endless ones are refused', () => {
    expect(() => compileExpression(`"${'a'.repeat(1_000)}"`)).toThrow('longer');
    expect(() => compileExpression(`${'('.repeat(60)}1${')'.repeat(60)}`)).toThrow(ExpressionError);
    expect(() => compileExpression(Array(150).fill('1').join('+'))).toThrow(ExpressionError);
    expect(() => valueOf('1.0 / 0.0')).toThrow(ExpressionError);
  });

  test('whatever is typed: a value or an ExpressionError, at once', () => {
    const words =
      'steps lookup plan inputs amount customer email . + - * / % < == ( ) [ ] { } ? : && || ! " 1 2.5 null in has size'.split(
        ' ',
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
        try {
          const value = valueOf(parts.join(' '));
          expect(value === null || ['string', 'number', 'boolean'].includes(typeof value)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError);
        }
      }),
    );
  });
});

test('names that do not exist are found before anything runs', () => {
  const names = { inputs: new Set(['amount']), steps: new Map([['lookup', new Set(['plan'])]]) };
  const unknown = (text: string) => compileExpression(text).findUnknown(names);
  expect(unknown('steps.lookup.plan == "Pro" && inputs.amount > 1 && customer.external_id != ""')).toBeNull();
  expect(unknown('steps.later.plan')).toContain('the steps before are: lookup');
  expect(unknown('steps.lookup.pan')).toContain('the fields of that step are: plan');
  expect(unknown('inputs.amont')).toContain('the inputs are: amount');
  expect(unknown('customer.iban')).toContain('customer.email and customer.external_id');
  expect(unknown('attributes.plan')).toContain('customer, inputs and steps');
  expect(unknown('inputs')).toContain('reads inputs');
});
