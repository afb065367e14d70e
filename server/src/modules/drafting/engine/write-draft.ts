import type { ArticleContent } from '#modules/knowledge/index.ts';
import { cutText } from '#platform/storable-text.ts';
import { wordsOf } from '#platform/text/normalize.ts';
import { stem } from '#platform/text/stem.ts';
import { isStopWord } from '#platform/text/stop-words.ts';
import type { Contradiction } from './contradictions.ts';
import type { Section } from './drafting.types.ts';
import { mergeTexts } from './merge-texts.ts';

/** What a draft is to be written from. */
export interface Assignment {
  section: Section;
  /** Further questions of customers that it has to answer. */
  askedBy: readonly string[];
  /** The live article that it changes; null: it becomes a new one. */
  original: { content: ArticleContent; contradictions: readonly Contradiction[]; isFromSameSource: boolean } | null;
}

export interface WrittenDraft {
  content: ArticleContent;
  /** For the reviewer: who wrote it, when that was not this function. */
  note: string | null;
}

/** Limits of an article on the wire (`articles.schemas.ts` of knowledge). */
const LONGEST_TEXT = 200_000;
const LONGEST_KEYWORD = 200;
const LONGEST_QUESTION = 2_000;
const MOST_QUESTIONS = 2_000;
const MOST_KEYWORDS = 12;

/**
 * Writes what an article shall say, in the words of the source: the text as it stands there, its questions or its title,
 * and keywords from the headings above it. Of a live article it keeps everything that the source does not touch. Pure.
 */
export function writeDraft({ section, askedBy, original }: Assignment): WrittenDraft {
  const texts = section.paragraphs.map(({ text }) => text);
  const questions = distinct([...section.questions, ...askedBy]);
  if (!original) {
    const content = {
      title: section.title,
      mainKnowledge: cutText(texts.join('\n\n'), LONGEST_TEXT),
      agentInstruction: '',
      questions: questions.length > 0 ? questions : [section.title],
      keywords: keywordsOf(section),
      escalation: false,
    };
    return { content, note: null };
  }
  const { content, contradictions, isFromSameSource } = original;
  const text = isFromSameSource ? texts.join('\n\n') : mergeTexts(content.mainKnowledge, texts, contradictions);
  return {
    content: {
      ...content,
      mainKnowledge: cutText(text, LONGEST_TEXT),
      questions: distinct([...content.questions, ...questions]),
    },
    note: null,
  };
}

function distinct(questions: readonly string[]): string[] {
  const byWords = new Map(
    questions.map((question) => [wordsOf(question).join(' '), cutText(question, LONGEST_QUESTION)]).reverse() as [
      string,
      string,
    ][],
  );
  byWords.delete('');
  return [...byWords.values()].reverse().slice(0, MOST_QUESTIONS);
}

/** Words of the headings above that stand neither in the title nor in the text: nothing else leads from them to it. */
function keywordsOf({ title, context, paragraphs }: Section): string[] {
  const said = new Set([title, ...paragraphs.map(({ text }) => text)].flatMap(wordsOf).map(stem));
  const keywords: string[] = [];
  for (const word of context.flatMap(wordsOf)) {
    if (isStopWord(word) || said.has(stem(word)) || word.length < 3) continue;
    said.add(stem(word));
    keywords.push(cutText(word, LONGEST_KEYWORD));
  }
  const own = wordsOf(title).filter((word) => !isStopWord(word) && word.length >= 3);
  const found = keywords.length > 0 ? keywords : [...new Set(own)];
  return found.length > 0 ? found.slice(0, MOST_KEYWORDS) : [cutText(title, LONGEST_KEYWORD)];
}
