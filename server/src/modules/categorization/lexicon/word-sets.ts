import { fold } from '../text/symbols.ts';
import { createSequenceIndex, type SequenceIndex } from './sequence-index.ts';
import { firstNames, legalWords, noiseWords, placeWords } from './words.ts';

/** What a single word is, as bits; one look-up per word answers all questions about it. */
export const WordKind = {
  noise: 1,
  legal: 2,
  place: 4,
  firstName: 8,
  surname: 16,
  title: 32,
} as const;

/** Family names that are also trades: they do not make a person a business. */
const tradeSurnames =
  'metzger baecker becker beck koch fischer mueller schneider schuster schmidt schmied wagner maurer zimmermann gaertner jaeger schaefer bauer weber richter kaufmann kramer kraemer schreiber gerber sattler kellner wirth vogt hofmann meier baumann brauer winzer weinmann bader barber baker butler carpenter cook cooper farmer fisher fuller gardener hunter mason miller porter potter shepherd smith taylor turner walker weaver sommer winter stein berg sand wolf fuchs hase vogel blum blume rose garten wald bach brunnen klein gross lang kurz jung alt reich arm lange krueger koenig kaiser ritter graf herzog papst bischof moench stark fromm huber park shell otto dinner';
const titles = 'herr frau hr fr dr prof dipl ing med mr mrs ms miss sir rev familie fam eheleute und u';

export interface WordSets {
  sequences: SequenceIndex;
}

/** Value of a word: the sum of its WordKind bits; -1 when it is in no list. */
export const loadWordSets = (): WordSets => {
  const kinds = new Map<string, number>();
  const mark = (words: string | readonly string[], kind: number): void => {
    for (const word of typeof words === 'string' ? words.split(' ') : words) {
      const folded = fold(word);
      if (folded) kinds.set(folded, (kinds.get(folded) ?? 0) | kind);
    }
  };
  mark(noiseWords, WordKind.noise);
  mark(legalWords, WordKind.legal);
  mark(placeWords, WordKind.place);
  mark(firstNames, WordKind.firstName);
  mark(tradeSurnames, WordKind.surname);
  mark(titles, WordKind.title);
  const sequences = createSequenceIndex(kinds.size);
  for (const [word, kind] of kinds) sequences.add(word, kind);
  return { sequences };
};
