import { analyze } from '#platform/text/analyze.ts';
import { isStopWord } from '#platform/text/stop-words.ts';

/** The telling terms of a text: stems and concepts. */
export function termsOf(text: string): Set<string> {
  const { words, stems, concepts } = analyze(text);
  const terms = new Set<string>(concepts.map((concept) => `=${concept}`));
  words.forEach((word, index) => {
    if (!isStopWord(word)) terms.add(stems[index] as string);
  });
  return terms;
}

export interface Shortlist {
  /** Positions of the texts that share most telling terms with `text`, best first; texts that share none are left out. */
  nearest(text: string, atMost: number): number[];
}

/**
 * An inverted index over texts: what is worth a closer comparison. Rare terms weigh more (idf), long texts do not gain by
 * their length.
 */
export function createShortlist(texts: readonly string[]): Shortlist {
  const postings = new Map<string, number[]>();
  const sizes = texts.map((text, position) => {
    const terms = termsOf(text);
    for (const term of terms) {
      const known = postings.get(term);
      if (known) known.push(position);
      else postings.set(term, [position]);
    }
    return terms.size;
  });
  return {
    nearest(text, atMost) {
      const scores = new Map<number, number>();
      for (const term of termsOf(text)) {
        const having = postings.get(term) ?? [];
        const weight = Math.log(1 + texts.length / (having.length || 1));
        for (const position of having) scores.set(position, (scores.get(position) ?? 0) + weight);
      }
      return [...scores]
        .map(([position, score]) => ({ position, score: score / Math.sqrt(8 + (sizes[position] ?? 0)) }))
        .sort((a, b) => b.score - a.score || a.position - b.position)
        .slice(0, atMost)
        .map(({ position }) => position);
    },
  };
}
