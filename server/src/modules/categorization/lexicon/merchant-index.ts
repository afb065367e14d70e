import { readFileSync } from 'node:fs';
import { createSequenceIndex, type SequenceIndex } from './sequence-index.ts';

/** One merchant as the index knows it. */
export interface MerchantEntry {
  name: string;
  category: string;
  /** Written by hand for statements; the others come from maps. */
  curated: boolean;
  domain: string | null;
}

/** Look-ups in `sequences` answer `2 × entry + guarded`. */
export interface MerchantIndex {
  sequences: SequenceIndex;
  entries: readonly MerchantEntry[];
}

export const entryOf = (index: MerchantIndex, value: number): MerchantEntry =>
  index.entries[value >> 1] as MerchantEntry;

/** Also an ordinary word, a name of a person or very short: needs support from what stands around it. */
export const isGuardedValue = (value: number): boolean => (value & 1) === 1;

/** Reads the compiled index (see `merchant-names.ts`); about 45,000 spellings. */
export const loadMerchantIndex = (): MerchantIndex => {
  const sequences = createSequenceIndex(50_000);
  const entries: MerchantEntry[] = [];
  const file = readFileSync(new URL('./merchants.gen.txt', import.meta.url), 'utf8');
  for (const line of file.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [category = '', origin, name = '', domain, spellings = ''] = line.split('\t');
    const value = entries.length * 2;
    for (const spelling of spellings.split('|')) {
      if (spelling.startsWith('!')) sequences.add(spelling, value + 1);
      else sequences.add(spelling, value);
    }
    entries.push({ name, category, curated: origin === 'C', domain: domain || null });
  }
  return { sequences, entries };
};
