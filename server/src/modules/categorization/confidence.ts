import type { ConfidenceLevel, EvidenceKind } from './categorization.types.ts';

/** Lower ends of the levels; the reliability table in `docs/benchmarks.md` shows how often each level is right. */
const levels: readonly (readonly [ConfidenceLevel, number])[] = [
  ['VERY_HIGH', 0.98],
  ['HIGH', 0.9],
  ['MEDIUM', 0.7],
];

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
  if (!kindsThatCanBeCertain.has(evidence)) confidence = Math.min(confidence, 0.75);
  return Math.round(Math.min(Math.max(confidence, 0.05), 0.995) * 1000) / 1000;
};
