import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { categoriesDoc } from '../../../../../scripts/generate-categories-doc.ts';
import { businessTransactionCodes, purposeCodes } from '../evidence/bank-codes.ts';
import { bankCodeOwners, creditorIds } from '../evidence/creditors.ts';
import { companyCategory, incomingOf, merchantWeight, personCategory } from '../evidence/directions.ts';
import { categoryOfMerchantCode } from '../evidence/merchant-category-codes.ts';
import { loadMerchantIndex } from '../lexicon/merchant-index.ts';
import { compileRules } from '../lexicon/rule-index.ts';
import { categories, categoryOf, findCategory } from './categories.ts';
import { pfcPrimaryOf } from './pfc.ts';
import { primaries } from './primaries.ts';

describe('taxonomy', () => {
  it('has unique snake_case ids, distinct from those of the primaries it lists', () => {
    const ids = categories.map((category) => category.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[a-z]+(_[a-z]+)*$/.test(id))).toBe(true);
    expect(new Set(categories.map((category) => category.primary))).toEqual(
      new Set(primaries.map((primary) => primary.id)),
    );
  });

  it('maps every category to a PFC id whose primary fits', () => {
    for (const { pfc } of categories) expect(pfcPrimaryOf.get(pfc.detailed)).toBe(pfc.primary);
  });

  it('gives no category both to income and to spending', () => {
    const both = categories.filter(({ incomeModule, spendingModule }) => incomeModule && spendingModule);
    expect(both).toEqual([]);
  });

  it('says so when a category is unknown', () => {
    expect(findCategory('nonsense')).toBeUndefined();
    expect(() => categoryOf('nonsense')).toThrow('There is no category "nonsense"');
  });

  it('follows the PFC conventions for kinds that PFC lacks', () => {
    const pfcOf = (id: string): string => categoryOf(id).pfc.detailed;
    expect(pfcOf('child_benefit')).toBe('INCOME_OTHER');
    expect(pfcOf('child_support_received')).toBe('INCOME_CHILD_SUPPORT');
    expect(pfcOf('back_debit_in')).toBe('TRANSFER_IN_OTHER_TRANSFER_IN');
    expect(pfcOf('back_debit_fee')).toBe('BANK_FEES_INSUFFICIENT_FUNDS');
    expect(pfcOf('garnishment_public')).toBe('GOVERNMENT_AND_NON_PROFIT_GOVERNMENT_DEPARTMENTS_AND_AGENCIES');
    expect(pfcOf('debt_collection')).toBe('LOAN_PAYMENTS_OTHER_PAYMENT');
  });

  it('is documented as it is', () => {
    expect(readFileSync(new URL('../../../../../docs/categories.md', import.meta.url), 'utf8')).toBe(categoriesDoc());
  });
});

describe('tables of evidence', () => {
  it('name only categories that exist', () => {
    const named = new Set<string>();
    for (const rules of compileRules().rulesOf)
      for (const { out, incoming } of rules) for (const id of [out, incoming]) if (id) named.add(id);
    for (const entry of loadMerchantIndex().entries) named.add(entry.category);
    for (const [, out, incoming] of [...Object.values(purposeCodes), ...Object.values(businessTransactionCodes)])
      for (const id of [out, incoming]) if (id !== '-' && id !== '=') named.add(id);
    for (const table of [incomingOf, companyCategory, personCategory])
      for (const [from, to] of Object.entries(table)) named.add(from).add(to);
    for (const { category } of Object.values(creditorIds)) if (category) named.add(category);
    for (const { out, incoming } of Object.values(bankCodeOwners))
      for (const id of [out, incoming]) if (id) named.add(id);
    for (const id of [...categoryOfMerchantCode.values(), ...Object.keys(merchantWeight)]) named.add(id);
    expect(named.size).toBeGreaterThan(120);
    expect([...named].filter((id) => !findCategory(id))).toEqual([]);
  });
});
