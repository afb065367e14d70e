import type { ConfidenceLevel, EvidenceKind } from './categorization.types.ts';

/** Lower ends of the levels, below the last one LOW; the reliability table in `docs/benchmarks.md` shows how often each level is right. */
export const levels: readonly (readonly [ConfidenceLevel, number])[] = [
  ['VERY_HIGH', 0.98],
  ['HIGH', 0.9],
  ['MEDIUM', 0.7],
];

/**
 * Categories whose name alone leaves little room for another opinion. Others (is it a supermarket or a superstore?)
 * stay below VERY_HIGH however clear the merchant is.
 */
const clearCategories: ReadonlySet<string> = new Set(
  'salary civil_service_pay training_pay military_pay state_pension child_benefit parental_allowance unemployment_benefit citizens_benefit housing_benefit student_aid tax_refund tax_payment vehicle_tax property_tax broadcasting_fee interest_income dividends rent rental_income mortgage_payment student_loan_payment car_loan_payment leasing credit_card_payment back_debit_in back_debit_out back_debit_fee garnishment garnishment_public debt_collection cash_withdrawal cash_deposit health_insurance life_insurance car_insurance property_insurance legal_insurance pet_insurance other_insurance electricity_gas water groceries coffee fuel parking tolls public_transit taxi_ride flights lodging rental_car tv_film music_audio video_games gambling fitness pharmacy veterinary dentist eye_care hardware_garden pet_supplies childcare overdraft_fee foreign_fee credit_line_interest internal_transfer_in internal_transfer_out building_savings savings_plan child_support_paid child_support_received social_contributions payroll telephone donation'.split(
    ' ',
  ),
);

export const levelOf = (confidence: number): ConfidenceLevel =>
  levels.find(([, from]) => confidence >= from)?.[0] ?? 'LOW';

const kindsThatCanBeCertain: ReadonlySet<EvidenceKind> = new Set([
  'correction',
  'workspace_rule',
  'own_account',
  'return',
  'authority',
  'creditor_id',
  'purpose_code',
  'merchant_category_code',
  'merchant',
  'phrase',
  'booking_type',
]);

/**
 * Turns the weight of the deciding evidence into a probability. Close evidence for another category takes away;
 * evidence that agrees adds a little. Only curated kinds of evidence can be certain.
 */
export const confidenceOf = (
  category: string,
  evidence: EvidenceKind,
  weight: number,
  rivalWeight: number,
  supporters: number,
): number => {
  if (evidence === 'correction' || evidence === 'workspace_rule') return 1;
  let confidence = weight >= 97 ? 0.985 : weight / 100;
  if (supporters > 0 && weight >= 94) confidence += 0.02;
  const gap = weight - rivalWeight;
  if (rivalWeight > 60 && gap < 15) confidence -= 0.04 + (15 - gap) * 0.006;
  if (!clearCategories.has(category)) confidence = Math.min(confidence, 0.97);
  if (!kindsThatCanBeCertain.has(evidence)) confidence = Math.min(confidence, 0.75);
  return Math.round(Math.min(Math.max(confidence, 0.05), 0.995) * 1000) / 1000;
};
