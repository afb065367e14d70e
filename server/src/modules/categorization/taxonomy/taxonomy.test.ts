import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { categoriesDoc } from '../../../../../scripts/generate-categories-doc.ts';
import type { CategoryTag, IncomeModule } from '../categorization.types.ts';
import { businessTransactionCodes, purposeCodes } from '../evidence/bank-codes.ts';
import { bankCodeOwners, creditorIds } from '../evidence/creditors.ts';
import { companyCategory, incomingOf, merchantWeight, personCategory } from '../evidence/directions.ts';
import { categoryOfMerchantCode } from '../evidence/merchant-category-codes.ts';
import { loadMerchantIndex } from '../lexicon/merchant-index.ts';
import { compileRules } from '../lexicon/rule-index.ts';
import { categories, categoryOf, findCategory } from './categories.ts';
import { pfcPrimaryOf } from './pfc.ts';
import { primaries } from './primaries.ts';

const readFixture = (file: string): string[] =>
  readFileSync(new URL(`../../../../test/fixtures/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));

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

  it('knows exactly the ids of Plaid’s list, and has a category for all but one', () => {
    const official = readFixture('pfc-v2-ids.txt');
    expect([...pfcPrimaryOf.keys()].sort()).toEqual(official);
    const mapped = new Set(categories.map(({ pfc }) => pfc.detailed));
    // Loans that are none of the kinds that have a category of their own are `loan_payout`.
    expect(official.filter((id) => !mapped.has(id))).toEqual(['LOAN_DISBURSEMENTS_OTHER_DISBURSEMENT']);
  });

  it('is named in English and German, no name twice in a language', () => {
    for (const named of [categories, primaries]) {
      for (const language of ['en', 'de'] as const) {
        const names = named.map(({ name }) => name[language]);
        expect(names.filter((name) => !/^\p{Lu}.{2,}/u.test(name))).toEqual([]);
        expect(new Set(names).size).toBe(names.length);
      }
    }
    const untranslated = categories.filter(({ name }) => name.en === name.de).map(({ id }) => id);
    expect(untranslated).toEqual(['leasing']);
  });

  it('has every kind that the analyses promise', () => {
    const kinds: IncomeModule[] = ['salary', 'pension', 'child_benefit', 'parental_allowance', 'rental', 'investment'];
    kinds.push('loan', 'alimony', 'self_employment', 'other');
    for (const kind of kinds) expect(categories.filter(({ incomeModule }) => incomeModule === kind)).not.toEqual([]);
    const tagged: Record<string, CategoryTag> = {
      back_debit_in: 'back_debit',
      back_debit_out: 'back_debit',
      back_debit_fee: 'back_debit_fee',
      garnishment: 'garnishment',
      garnishment_public: 'garnishment',
      debt_collection: 'collection',
      gambling: 'gambling',
      cash_deposit: 'cash_deposit',
      cash_withdrawal: 'cash_withdrawal',
      other_insurance: 'insurance',
      loan_instalment: 'loan_instalment',
      credit_line_interest: 'credit_line_interest',
      leasing: 'leasing',
      securities_purchase: 'investment',
      savings_plan: 'savings_plan',
      internal_transfer_in: 'internal_transfer',
      internal_transfer_out: 'internal_transfer',
    };
    for (const [id, tag] of Object.entries(tagged)) expect(categoryOf(id).tags).toContain(tag);
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
  it('has a category for every merchant category code', () => {
    const codes = readFixture('iso-18245-codes.txt').flatMap((line) => line.split(' '));
    expect(codes.length).toBeGreaterThan(290);
    expect(codes.filter((code) => !categoryOfMerchantCode.has(code))).toEqual([]);
    const ranges = { flights: [3000, 3350], rental_car: [3351, 3500], lodging: [3501, 3999] } as const;
    for (const [category, [from, to]] of Object.entries(ranges)) {
      for (let code = from; code <= to; code++) expect(categoryOfMerchantCode.get(String(code))).toBe(category);
    }
    expect(['5411', '5541', '5912', '6011', '7995', '8062'].map((code) => categoryOfMerchantCode.get(code))).toEqual([
      'groceries',
      'fuel',
      'pharmacy',
      'cash_withdrawal',
      'gambling',
      'doctor',
    ]);
  });

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
