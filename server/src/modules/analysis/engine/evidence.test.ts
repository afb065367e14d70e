import { describe, expect, it } from 'vitest';
import { booking, monthly, repeated, run } from './bookings.testing.ts';

describe('adult check', () => {
  it('is unknown without evidence', () => {
    const { results } = run([booking('2025-06-01', -500, 'groceries')]);
    expect(results['person/adult-check']).toMatchObject({ result: 'unknown', evidence: [] });
  });

  it('names the bookings that show an adult', () => {
    const insurance = booking('2025-06-01', -50_000, 'car_insurance');
    const check = run([insurance]).results['person/adult-check'];
    expect(check.result).toBe('adult');
    expect(check.evidence).toEqual([
      { kind: 'car', statement: 'Pays car insurance or vehicle tax', transactionIDs: [insurance.transactionId] },
    ]);
  });

  it('takes pocket money alone for a minor, but not beside a loan', () => {
    const pocketMoney = repeated(monthly(2025, 1), 3_000, 'pocket_money', { partner: { name: 'Mama' } });
    expect(run(pocketMoney).results['person/adult-check'].result).toBe('likely_minor');
    const loan = booking('2025-06-01', -10_000, 'loan_instalment');
    expect(run([...pocketMoney, loan]).results['person/adult-check'].result).toBe('adult');
  });
});

describe('living situation', () => {
  it('answers yes with evidence and unknown without', () => {
    const { results } = run([
      ...repeated(monthly(2025, 1), -85_000, 'rent', { partner: { name: 'Vermieter' } }),
      ...repeated(monthly(2025, 9), 25_500, 'child_benefit', { partner: { name: 'Familienkasse' } }),
      booking('2025-05-14', -14_200, 'vehicle_tax'),
    ]);
    const situation = results['person/living-situation'];
    expect(situation.family).toMatchObject({ children: 'yes', maintenanceFromSpouse: 'unknown' });
    expect(situation.mobility).toMatchObject({ car: 'yes', publicTransport: 'unknown' });
    expect(situation.homeOwnership).toEqual({ owner: 'unknown', monthlyPayment: null, evidence: [] });
    expect(situation.renting).toMatchObject({ tenant: 'yes', monthlyRent: 850 });
    expect(situation.renting.evidence[0].transactionIDs).toHaveLength(12);
  });
});
