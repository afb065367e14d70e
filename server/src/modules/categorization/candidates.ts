import type { EvidenceKind, Merchant } from './categorization.types.ts';

/** One piece of evidence for one category. `weight` is in percent; see `evidence/rule-row.ts`. */
export interface Candidate {
  category: string;
  weight: number;
  evidence: EvidenceKind;
  reason: string;
  refund: boolean;
  merchant: Merchant | null;
}

/** The strongest evidence so far, and the strongest for another category: how close they are tells how sure we are. */
export interface Ranking {
  best: Candidate | null;
  rivalWeight: number;
  supporters: number;
}

export const createRanking = (): Ranking => ({ best: null, rivalWeight: 0, supporters: 0 });

/** Adds evidence; the first of equally strong ones stays. */
export const consider = (ranking: Ranking, candidate: Candidate): void => {
  const { best } = ranking;
  if (!best) {
    ranking.best = candidate;
  } else if (candidate.category === best.category) {
    ranking.supporters++;
    if (candidate.weight > best.weight) ranking.best = candidate;
  } else if (candidate.weight > best.weight) {
    ranking.rivalWeight = best.weight;
    ranking.supporters = 0;
    ranking.best = candidate;
  } else if (candidate.weight > ranking.rivalWeight) {
    ranking.rivalWeight = candidate.weight;
  }
};

/** True when the evidence cannot win; it is then only counted. Saves building a reason nobody reads. */
export const losesTo = (ranking: Ranking, category: string, weight: number): boolean => {
  const { best } = ranking;
  if (!best || weight > best.weight) return false;
  if (category === best.category) ranking.supporters++;
  else if (weight > ranking.rivalWeight) ranking.rivalWeight = weight;
  return true;
};
