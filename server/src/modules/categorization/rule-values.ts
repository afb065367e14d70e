import type { Static } from 'typebox';
import { invalidField } from '#platform/http/errors.ts';
import { AmountError, formatMinor, parseAmount } from '#platform/money.ts';
import type { RuleRow, RuleValues } from './categorization.queries.ts';
import type { CategorizationRule, RuleInput } from './categorization.schemas.ts';
import type { CategoryRule } from './categorization.types.ts';
import { findCategory } from './taxonomy/categories.ts';
import { fold } from './text/symbols.ts';

const CONDITIONS = ['partner', 'purpose', 'creditorId', 'iban', 'amountFrom', 'amountTo'] as const;

/** A rule of a request in the terms of storage; `path` stands before the fields in errors. */
export function readRule(input: Static<typeof RuleInput>, path = ''): RuleValues {
  if (!findCategory(input.categoryId)) {
    throw invalidField(
      `${path}/categoryId`,
      `there is no category ${input.categoryId}; GET /api/categories lists them`,
    );
  }
  if (CONDITIONS.every((name) => input[name] === undefined || input[name] === null)) {
    throw invalidField(path || '/', `give at least one condition: ${CONDITIONS.join(', ')}`);
  }
  for (const name of ['partner', 'purpose'] as const) {
    const text = input[name];
    if (text && fold(text) === '') {
      throw invalidField(`${path}/${name}`, 'has no Latin letter and no digit: there is nothing to compare');
    }
  }
  const currency = input.currency ?? 'EUR';
  const amount = (name: 'amountFrom' | 'amountTo') => readAmount(input[name], currency, `${path}/${name}`);
  const [amountMinorFrom, amountMinorTo] = [amount('amountFrom'), amount('amountTo')];
  if (amountMinorFrom !== null && amountMinorTo !== null && amountMinorFrom > amountMinorTo) {
    throw invalidField(`${path}/amountFrom`, 'is greater than amountTo: no transaction could match');
  }
  return {
    name: input.name,
    categoryId: input.categoryId,
    partner: input.partner ?? null,
    purpose: input.purpose ?? null,
    creditorId: input.creditorId ?? null,
    iban: input.iban ?? null,
    currency,
    amountMinorFrom,
    amountMinorTo,
  };
}

function readAmount(value: number | null | undefined, currency: string, path: string): number | null {
  if (value === null || value === undefined) return null;
  try {
    return parseAmount(value, currency);
  } catch (error) {
    if (error instanceof AmountError) throw invalidField(path, error.message);
    throw error;
  }
}

/** A stored rule as it goes over the wire. */
export function presentRule({ amountMinorFrom, amountMinorTo, ...row }: RuleRow): Static<typeof CategorizationRule> {
  const major = (minor: number | null) => (minor === null ? null : formatMinor(minor, row.currency));
  return {
    ...row,
    amountFrom: major(amountMinorFrom),
    amountTo: major(amountMinorTo),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** A stored rule as the engine reads it; `id` is what the reason of a decision names. */
export function toEngineRule(id: string, rule: RuleValues): CategoryRule {
  const hasAmounts = rule.amountMinorFrom !== null || rule.amountMinorTo !== null;
  return {
    id,
    kind: 'workspace_rule',
    categoryId: rule.categoryId,
    partner: rule.partner ?? undefined,
    purpose: rule.purpose ?? undefined,
    creditorId: rule.creditorId ?? undefined,
    iban: rule.iban ?? undefined,
    amountMinorFrom: rule.amountMinorFrom ?? undefined,
    amountMinorTo: rule.amountMinorTo ?? undefined,
    currency: hasAmounts ? rule.currency : undefined,
  };
}
