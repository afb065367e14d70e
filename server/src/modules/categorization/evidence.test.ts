/**
 * One booking for each kind of evidence that nothing else decides: without that evidence the same booking becomes
 * another category. So each kind is there, decides, and says so in words.
 */
import { describe, expect, it } from 'vitest';
import { madeAccount } from '../../../test/fixtures/made-account.ts';
import { type BookingSketch, madeBooking } from '../../../test/fixtures/made-booking.ts';
import type { CategorizationContext, CategoryRule, Decision, EvidenceKind } from './categorization.types.ts';
import { createCategorizer } from './categorizer.ts';
import { refine } from './refine.ts';

const categorizer = createCategorizer();
const person: CategorizationContext = { userType: 'person', accounts: [] };
const decide = (sketch: BookingSketch, context = person): Decision =>
  categorizer.categorize(madeBooking(sketch), context);

/** Words that no list knows. */
const nobody = 'Qorvex Blimflu Zant';

type Case = readonly [
  what: string,
  kind: EvidenceKind,
  evidence: Partial<BookingSketch>,
  categoryId: string,
  reason: string,
  rest?: Partial<BookingSketch>,
];

const cases: readonly Case[] = [
  [
    'creditor id of the partner',
    'creditor_id',
    { creditorId: 'DE93 ZZZ0 0000 0786 11' },
    'telephone',
    'The creditor id DE93ZZZ00000078611 is that of Telekom Deutschland',
  ],
  [
    'creditor id in SEPA subfields',
    'creditor_id',
    { purpose: 'CRED+DE09ABC00000000001 SVWZ+4411' },
    'vehicle_tax',
    'The creditor id DE09ABC00000000001 is that of Bundeskasse (vehicle tax)',
  ],
  [
    'bank code of the Bundesagentur',
    'bank_code',
    { iban: 'DE15 7600 0000 0076 0016 17' },
    'unemployment_benefit',
    "The partner's bank is Bundesbank Nürnberg: Bundesagentur für Arbeit",
    { amount: 900 },
  ],
  [
    'bank code of a treasury, in MT940 subfields',
    'bank_code',
    { purpose: '105?204411?31DE21860000000086001040' },
    'authority_fee',
    "The partner's bank is the Bundesbank, where public treasuries have their accounts",
  ],
  [
    'merchant category code',
    'merchant_category_code',
    { more: { merchantCategoryCode: '5541' } },
    'fuel',
    'The merchant category code is 5541',
  ],
  [
    'vague merchant category code',
    'merchant_category_code',
    { more: { merchantCategoryCode: '5999' } },
    'other_shopping',
    'The merchant category code is 5999',
  ],
  ['ISO purpose code', 'purpose_code', { more: { purposeCode: 'RENT' } }, 'rent', "The bank's purpose code is RENT"],
  [
    'ISO purpose code in SEPA subfields',
    'purpose_code',
    { purpose: 'PURP+SALA SVWZ+4411' },
    'salary',
    "The bank's purpose code is SALA",
    { amount: 2000 },
  ],
  [
    'GVC',
    'purpose_code',
    { more: { bankTransactionCode: 'NTRF+083+1234' } },
    'cash_withdrawal',
    "The bank's transaction code is 083",
  ],
  [
    'GVC in MT940 subfields',
    'purpose_code',
    { purpose: '083?204411' },
    'cash_withdrawal',
    "The bank's transaction code is 083",
  ],
  [
    'returned debit',
    'return',
    { booking: 'RUECKLASTSCHRIFT' },
    'back_debit_in',
    'The booking text says “rücklastschrift”',
    { amount: 40 },
  ],
  ['authority', 'authority', { partner: 'Finanzamt Qorvex' }, 'tax_payment', 'The name says “finanzamt”'],
  [
    'benefit payer',
    'authority',
    { purpose: 'Kindergeld' },
    'child_benefit',
    'The purpose says “kindergeld”',
    { amount: 250 },
  ],
  ['curated merchant', 'merchant', { partner: 'Netflix International B.V.' }, 'tv_film', 'The name is that of Netflix'],
  [
    'merchant of the map data',
    'merchant',
    { partner: 'Fiorella Rubino', booking: 'Kartenzahlung' },
    'clothing',
    'The name is that of Fiorella Rubino',
  ],
  [
    'merchant in the purpose',
    'merchant',
    { purpose: 'Netflix 4411', booking: 'Kartenzahlung' },
    'tv_film',
    'The purpose names Netflix',
  ],
  ['phrase in the name', 'phrase', { partner: 'Friseur Qorvex' }, 'hair_beauty', 'The name says “friseur”'],
  ['phrase of income', 'phrase', { purpose: 'Lohnabrechnung' }, 'salary', 'The purpose says “lohn', { amount: 2000 }],
  ['phrase in the purpose', 'phrase', { purpose: 'Kaltmiete' }, 'rent', 'The purpose says “kaltmiete”'],
  [
    'the bank’s word for the kind of booking',
    'booking_type',
    { booking: 'BARGELDAUSZAHLUNG' },
    'cash_withdrawal',
    'The booking text says “bargeldauszahlung”',
  ],
  [
    'first name',
    'booking_type',
    { partner: 'Claudia Qorvex' },
    'private_transfer_out',
    'The partner “Claudia Qorvex” is a person',
  ],
  [
    'shape of a name',
    'booking_type',
    { partner: 'Blimflu Qorvex' },
    'private_transfer_out',
    '“Blimflu Qorvex” has the shape of a person',
  ],
  [
    'usual use of a payment service',
    'booking_type',
    { partner: null, purpose: 'CTLP*QORVEX BLIMFLU' },
    'vending',
    'Cantaloupe is a payment service of vending machines',
  ],
  [
    'letters',
    'statistical',
    { partner: 'FRESHMARTZ 0412', booking: 'Kartenzahlung' },
    'groceries',
    'The letters of “FRESHMARTZ 0412” look like',
  ],
  [
    'nothing',
    'fallback',
    { partner: null, purpose: 'QORVEX BLIMFLU' },
    'other_shopping',
    'A card payment, and nothing says what for',
  ],
];

describe('each kind of evidence decides where it stands alone', () => {
  const blank = (rest: Partial<BookingSketch> = {}): BookingSketch => ({
    amount: -40,
    partner: `${nobody} 4411`,
    ...rest,
  });

  it.each(
    cases.map(([what, kind, evidence, categoryId, reason, rest]) => ({
      what,
      kind,
      evidence,
      categoryId,
      reason,
      rest,
    })),
  )('$what', ({ kind, evidence, categoryId, reason, rest }) => {
    const decision = decide({ ...blank(rest), ...evidence });
    expect(decision).toMatchObject({ categoryId, evidence: kind, reason: expect.stringContaining(reason) });
    const without = decide(blank(rest));
    expect(without.reason).not.toBe(decision.reason);
    expect(without.confidence).toBeLessThan(0.5);
  });

  it('and every kind has its case', () => {
    const kinds = new Set(cases.map(([, kind]) => kind));
    const elsewhere: EvidenceKind[] = ['correction', 'workspace_rule', 'own_account', 'rhythm'];
    expect([...kinds, ...elsewhere].sort()).toEqual(
      [
        'authority',
        'bank_code',
        'booking_type',
        'correction',
        'creditor_id',
        'fallback',
        'merchant',
        'merchant_category_code',
        'own_account',
        'phrase',
        'purpose_code',
        'return',
        'rhythm',
        'statistical',
        'workspace_rule',
      ].sort(),
    );
  });
});

describe('the user’s own accounts and rules decide alone', () => {
  const giro = madeAccount({ iban: 'DE02120300000000202051', owner: 'Blimflu Qorvex' });
  const savings = madeAccount({ accountId: 'a2', accountNumber: '4411220', bankCode: '12030000' });
  const own: CategorizationContext = { userType: 'person', accounts: [giro, savings] };
  const numbered = {
    paymentPartner: {
      name: null,
      iban: null,
      bic: null,
      accountNumber: '4411220',
      bankCode: '12030000',
      creditorId: null,
    },
  };

  it.each<[string, BookingSketch, string]>([
    [
      'IBAN',
      { amount: -40, iban: 'DE02 1203 0000 0000 2020 51' },
      "The partner's IBAN DE02120300000000202051 is one of",
    ],
    [
      'IBAN, whatever the text says',
      { amount: -40, iban: 'DE02120300000000202051', partner: 'Bundeskasse', purpose: 'Kfz-Steuer' },
      "The partner's IBAN",
    ],
    ['IBAN in SEPA subfields', { amount: -40, purpose: 'IBAN+DE02120300000000202051 SVWZ+x' }, "The partner's IBAN"],
    ['account number', { amount: -40, more: numbered }, "The partner's account number 4411220 is one of"],
    ['owner', { amount: -40, partner: 'QORVEX, BLIMFLU' }, 'has the name of the accounts'],
  ])('%s', (_, sketch, reason) => {
    expect(decide(sketch, own)).toMatchObject({
      categoryId: 'internal_transfer_out',
      evidence: 'own_account',
      reason: expect.stringContaining(reason),
    });
    expect(decide(sketch).categoryId).not.toBe('internal_transfer_out');
  });

  it.each<[CategoryRule['kind'], Partial<CategoryRule>, string]>([
    ['correction', { transactionId: 't1' }, 'A person corrected this'],
    ['workspace_rule', { partner: 'netflix' }, 'A rule of the workspace says so (Training)'],
  ])('%s, against a merchant', (kind, conditions, reason) => {
    const rules: CategoryRule[] = [{ id: 'Training', kind, categoryId: 'education', ...conditions }];
    expect(decide({ amount: -18, partner: 'Netflix' }, { ...person, rules })).toMatchObject({
      categoryId: 'education',
      evidence: kind,
      reason,
    });
  });
});

describe('amounts and cadence decide alone', () => {
  const monthly = (amounts: readonly number[], sketch: Partial<BookingSketch>) =>
    amounts.map((amount, n) =>
      madeBooking({
        amount,
        ...sketch,
        more: { transactionId: `m${n}`, bookingDate: `2024-0${n + 1}-28` },
      }),
    );
  const refined = (transactions: ReturnType<typeof monthly>) => {
    const decisions = transactions.map((one) => categorizer.categorize(one, person));
    return refine(decisions, transactions, [], 'person')[0];
  };

  it('makes pay of similar monthly payments of an organisation, not of two', () => {
    const pay = monthly([2110.4, 2140.1, 2098.77], { partner: 'Qorvex Blimflu GmbH', purpose: '4411' });
    expect(refined(pay)).toMatchObject({
      categoryId: 'salary',
      evidence: 'rhythm',
      reason: '3 similar payments of “Qorvex Blimflu GmbH”, one a month, look like pay',
    });
    expect(refined(pay.slice(0, 2))?.categoryId).not.toBe('salary');
  });

  it('makes instalments of equal monthly payments, not of uneven ones', () => {
    const sketch = { partner: 'Karl Weber', purpose: 'Rate 7' };
    expect(refined(monthly([-90, -90, -90], sketch))).toMatchObject({
      categoryId: 'loan_instalment',
      evidence: 'rhythm',
    });
    expect(refined(monthly([-90, -20, -300], sketch))?.evidence).not.toBe('rhythm');
  });

  it('tells a fee for a returned debit from a returned debit by its amount', () => {
    const sketch = { booking: 'RUECKLASTSCHRIFT', partner: nobody };
    expect(decide({ amount: -4.5, ...sketch }).categoryId).toBe('back_debit_fee');
    expect(decide({ amount: -45, ...sketch }).categoryId).toBe('back_debit_out');
  });

  it('takes a small sum from a utility for a refund, a large one only with a word for it', () => {
    const utility = { partner: 'Stadtwerke Qorvex GmbH' };
    const refund = { categoryId: 'electricity_gas', tags: expect.arrayContaining(['refund']) };
    expect(decide({ amount: 80, ...utility })).toMatchObject(refund);
    expect(decide({ amount: 800, ...utility }).categoryId).toBe('other_income');
    expect(decide({ amount: 800, purpose: 'Guthaben', ...utility })).toMatchObject(refund);
  });
});
