import { fingerprintOf, SAME_SUBJECT, similarityOf } from '#platform/text/similarity.ts';
import type { Section } from './drafting.types.ts';
import { createShortlist, termsOf } from './shortlist.ts';

/** A section with where it stands. */
export interface SourcedSection {
  documentId: string;
  section: Section;
}

const LOOKED_AT = 10;
/** So much of what a question tells must stand in a section, or its heading asks nearly the same. */
const COVERED = 0.6;

export interface AnswerFinder {
  /** The section of the sources that answers a question best, or null when none does. */
  find(question: string): SourcedSection | null;
}

/** Looks for answers in the sections of all sources. */
export function createAnswerFinder(sections: readonly SourcedSection[]): AnswerFinder {
  const texts = sections.map(({ section }) =>
    [section.title, ...section.questions, ...section.context, ...section.paragraphs.map(({ text }) => text)].join('\n'),
  );
  const shortlist = createShortlist(texts);
  return {
    find(question) {
      const [wanted, print] = [termsOf(question), fingerprintOf(question)];
      if (wanted.size === 0) return null;
      let best: { position: number; score: number } | undefined;
      for (const position of shortlist.nearest(question, LOOKED_AT)) {
        const found = sections[position] as SourcedSection;
        const held = termsOf(texts[position] as string);
        const covered = [...wanted].filter((term) => held.has(term)).length / wanted.size;
        const asked = Math.max(
          ...[found.section.title, ...found.section.questions].map((text) => similarityOf(print, fingerprintOf(text))),
        );
        if (covered < COVERED && asked < SAME_SUBJECT) continue;
        const score = covered + asked;
        if (!best || score > best.score) best = { position, score };
      }
      return best ? (sections[best.position] as SourcedSection) : null;
    },
  };
}
