import type { Contract } from '../../src/modules/analysis/engine/engine.types.ts';
import type { KnownStream } from './history.types.ts';

export interface StreamScore {
  /** Known streams with a contract of the right cadence that holds most of their bookings and few others. */
  found: string[];
  /** Known streams without such a contract, with what stands in its place. */
  lost: string[];
  /** Contracts (without early ones) that belong to no known stream. */
  false: string[];
}

/** Bookings that two id lists share, relative to all bookings in either. */
function overlap(a: readonly string[], b: readonly string[]): number {
  const other = new Set(b);
  const shared = a.filter((id) => other.has(id)).length;
  return shared / (a.length + b.length - shared);
}

/** Least overlap of bookings for a contract to be the known stream. */
const MIN_OVERLAP = 0.75;

/** Compares contracts with the known streams of a history. */
export function scoreStreams(contracts: readonly Contract[], known: readonly KnownStream[]): StreamScore {
  const score: StreamScore = { found: [], lost: [], false: [] };
  const used = new Set<Contract>();
  for (const stream of known) {
    const best = contracts
      .map((contract) => ({ contract, share: overlap(contract.transactionIDs, stream.transactionIDs) }))
      .sort((a, b) => b.share - a.share)[0];
    if (best && best.share > 0.3) used.add(best.contract);
    const isFound = best && best.share >= MIN_OVERLAP && best.contract.frequency === stream.frequency;
    if (isFound) score.found.push(stream.name);
    else {
      const instead =
        best && best.share > 0 ? `${best.contract.frequency}, overlap ${best.share.toFixed(2)}` : 'nothing';
      score.lost.push(`${stream.name} (${stream.frequency}): ${instead}`);
    }
  }
  for (const contract of contracts) {
    if (used.has(contract) || contract.status === 'early') continue;
    score.false.push(`${contract.name} ${contract.frequency} ×${contract.transactionIDs.length}`);
  }
  return score;
}
