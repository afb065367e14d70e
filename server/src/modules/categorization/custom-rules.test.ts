import { describe, expect, it } from 'vitest';
import { type BookingSketch, madeBooking } from '../../../test/fixtures/made-booking.ts';
import type { CategoryRule } from './categorization.types.ts';
import { findRule, prepareRules } from './custom-rules.ts';

type Conditions = Omit<CategoryRule, 'id' | 'kind' | 'categoryId'>;

const holds = (conditions: Conditions, sketch: BookingSketch): boolean => {
  const rules = prepareRules([{ id: 'r1', kind: 'workspace_rule', categoryId: 'rent', ...conditions }]);
  return findRule(rules, madeBooking(sketch)) !== null;
};

const mt940 =
  '105?00Basislastschrift?20EREF+N0003?21MREF+77?22CRED+DE98ZZZ09999999999?23SVWZ+Trainings- und Service?24pauschale?30COBADEFFXXX?31DE89370400440532013000?32RSG Gro?33up GmbH';

describe('a condition holds where a statement says so', () => {
  it.each<[what: string, conditions: Conditions, sketch: BookingSketch]>([
    [
      'creditor id of the partner',
      { creditorId: 'DE98ZZZ09999999999' },
      { amount: -1, creditorId: 'de98 zzz0 9999999999' },
    ],
    [
      'creditor id in SEPA subfields',
      { creditorId: 'DE98 ZZZ0 9999 9999 99' },
      { amount: -1, partner: 'X', purpose: 'EREF+1 CRED+DE98ZZZ09999999999 SVWZ+Beitrag' },
    ],
    ['creditor id in MT940 subfields', { creditorId: 'DE98ZZZ09999999999' }, { amount: -1, purpose: mt940 }],
    ['IBAN of the partner', { iban: 'DE89370400440532013000' }, { amount: -1, iban: 'DE89 3704 0044 0532 0130 00' }],
    [
      'IBAN in SEPA subfields',
      { iban: 'DE89370400440532013000' },
      { amount: -1, purpose: 'SVWZ+Beitrag IBAN+DE89370400440532013000 BIC+COBADEFFXXX' },
    ],
    ['IBAN in MT940 subfields', { iban: 'DE89 3704 0044 0532 0130 00' }, { amount: -1, purpose: mt940 }],
    ['partner in the bank’s field', { partner: 'müller & söhne' }, { amount: -1, partner: 'MUELLER SOEHNE GMBH' }],
    ['partner cut over two MT940 subfields', { partner: 'RSG Group' }, { amount: -1, purpose: mt940 }],
    [
      'another payer in ABWA',
      { partner: 'Anna Muster' },
      { amount: -1, partner: 'Muster Hausverwaltung', purpose: 'SVWZ+Miete ABWA+Anna Muster' },
    ],
    ['purpose', { purpose: 'kaution' }, { amount: -1, purpose: 'Miete und Kaution, Whg 3' }],
    ['purpose cut over two MT940 subfields', { purpose: 'servicepauschale' }, { amount: -1, purpose: mt940 }],
    ['reference in a subfield', { purpose: 'MREF 77' }, { amount: -1, purpose: mt940 }],
    ['booking text', { purpose: 'lastschrift' }, { amount: -1, booking: 'LASTSCHRIFT' }],
    ['booking text in MT940 subfields', { purpose: 'basislastschrift' }, { amount: -1, purpose: mt940 }],
    ['least amount', { amountMinorFrom: -100 }, { amount: -1 }],
    ['greatest amount', { amountMinorTo: -100 }, { amount: -1 }],
    ['currency', { amountMinorTo: 0, currency: 'EUR' }, { amount: -1 }],
    ['transaction', { transactionId: 't1' }, { amount: -1 }],
  ])('%s', (_, conditions, sketch) => {
    expect(holds(conditions, sketch)).toBe(true);
  });

  it.each<[what: string, conditions: Conditions, sketch: BookingSketch]>([
    ['another creditor', { creditorId: 'DE98ZZZ09999999998' }, { amount: -1, purpose: mt940 }],
    ['no creditor', { creditorId: 'DE98ZZZ09999999999' }, { amount: -1, partner: 'X' }],
    ['another IBAN', { iban: 'DE02120300000000202051' }, { amount: -1, purpose: mt940 }],
    ['an account number that is no IBAN', { iban: '532013000' }, { amount: -1, purpose: '105?20Miete?31532013000' }],
    ['a part of a word of the partner', { partner: 'RSG Gro' }, { amount: -1, purpose: mt940 }],
    ['words of two names', { partner: 'GmbH Anna' }, { amount: -1, partner: 'X GmbH', purpose: 'SVWZ+1 ABWA+Anna' }],
    ['a part of a word of the purpose', { purpose: 'miet' }, { amount: -1, purpose: 'Miete' }],
    ['nothing to compare', { partner: '!!' }, { amount: -1, partner: 'X' }],
    ['less', { amountMinorFrom: -100 }, { amount: -1.01 }],
    ['more', { amountMinorTo: -100 }, { amount: -0.99 }],
    ['another currency', { amountMinorTo: 0, currency: 'USD' }, { amount: -1 }],
    ['one condition of two', { purpose: 'miete', creditorId: 'DE98ZZZ09999999999' }, { amount: -1, purpose: 'Miete' }],
    ['another transaction', { transactionId: 't2' }, { amount: -1 }],
  ])('not for %s', (_, conditions, sketch) => {
    expect(holds(conditions, sketch)).toBe(false);
  });
});
