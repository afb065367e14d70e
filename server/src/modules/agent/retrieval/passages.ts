import { termsOf } from './lexical.ts';

/** An answer up to this length is given whole. */
const WHOLE = 700;
/** Beyond the first, a passage is added while it is nearly as good and all stay below this length. */
const LONGEST = 900;
const NEARLY = 0.75;

interface Passage {
  text: string;
  /** The heading that it stands under, as written; empty before the first. */
  heading: string;
  terms: ReadonlySet<number>;
}

/**
 * The part of a Markdown text that answers a question: all of a short text; of a long one the section or paragraph that
 * shares most of the question's information, with others that share nearly as much, in the order of the text. Where
 * nothing is shared it is the beginning. Never empty for a text that is not.
 */
export function choosePassage(text: string, question: string): string {
  const trimmed = text.trim();
  if (trimmed.length <= WHOLE) return trimmed;
  const passages = passagesOf(trimmed);
  const weights = weightsOf(passages, new Set(termsOf(question)));
  const scored = passages.map((passage, index) => ({ index, passage, score: scoreOf(passage, weights) }));
  scored.sort((a, b) => b.score - a.score || a.index - b.index);
  const [best] = scored;
  if (!best) return trimmed;
  const chosen = [best];
  let length = best.passage.text.length;
  for (const next of scored.slice(1)) {
    length += next.passage.text.length;
    if (next.score === 0 || next.score < NEARLY * best.score || length > LONGEST) break;
    chosen.push(next);
  }
  chosen.sort((a, b) => a.index - b.index);
  return chosen.map(({ passage }) => passage.text).join('\n\n');
}

/** Sections under their headings; sections that are long themselves by paragraphs, each with its heading. */
function passagesOf(text: string): Passage[] {
  return text.split(/^(?=#{1,6} )/m).flatMap((section) => {
    const heading = /^#{1,6} .*/.exec(section)?.[0] ?? '';
    const body = section.slice(heading.length).trim();
    if (body === '') return [];
    const parts = body.length <= WHOLE ? [body] : body.split(/\n{2,}/).filter((part) => part.trim() !== '');
    return parts.map((part) => {
      const whole = heading === '' ? part : `${heading}\n${part}`;
      return { text: whole, heading, terms: new Set(termsOf(whole)) };
    });
  });
}

/** The question's terms, weighted by how few of the passages have them. */
function weightsOf(passages: readonly Passage[], terms: ReadonlySet<number>): Map<number, number> {
  const weights = new Map<number, number>();
  for (const term of terms) {
    const having = passages.filter((passage) => passage.terms.has(term)).length;
    if (having > 0) weights.set(term, Math.log(1 + passages.length / having));
  }
  return weights;
}

/** A term in the heading counts twice. */
function scoreOf({ heading, terms }: Passage, weights: ReadonlyMap<number, number>): number {
  const inHeading = new Set(termsOf(heading));
  let score = 0;
  for (const [term, weight] of weights) {
    if (terms.has(term)) score += inHeading.has(term) ? 2 * weight : weight;
  }
  return score;
}
