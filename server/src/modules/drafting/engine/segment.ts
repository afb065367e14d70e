import { wordsOf } from '#platform/text/normalize.ts';
import { isStopWord } from '#platform/text/stop-words.ts';
import type { Paragraph, Section } from './drafting.types.ts';
import { isAskingHeading, isQuestion, plainLine, splitQuestionLines, withoutAnswerMark } from './questions.ts';

/** Below a heading of the second level or deeper, so much text with all its subheadings is one matter. */
const ONE_MATTER = 1_200;
/** What is longer is divided between paragraphs. */
const LONGEST = 6_000;
const FEWEST_TELLING_WORDS = 3;
const LONGEST_TITLE = 200;
/** Headings that say nothing without the one above. */
const EMPTY_HEADING =
  /^(?:overview|introduction|general|details?|notes?|summary|faqs?|information|übersicht|überblick|einleitung|allgemeines?|hinweise?|zusammenfassung|häufige fragen|informationen)$/iu;

interface Node {
  heading: string | null;
  level: number;
  /** Where its heading stands. */
  index: number;
  paragraphs: Paragraph[];
  children: Node[];
}

/**
 * Divides a document into what could be articles: by its headings, and by questions that stand as paragraphs of their own.
 * Pure. Every paragraph of a document stands in at most one section; only headings, questions, and parts without a telling
 * word stand in none.
 */
export function segment(title: string | null, paragraphs: readonly string[]): Section[] {
  return sectionsOf(outline(paragraphs), title ? [title] : [])
    .flatMap(divide)
    .filter(isTelling);
}

function outline(paragraphs: readonly string[]): Node {
  const root: Node = { heading: null, level: 0, index: -1, paragraphs: [], children: [] };
  const open = [root];
  paragraphs.forEach((text, index) => {
    const [, marks, heading] = /^(#{1,6})\s+(.+)$/s.exec(text) ?? [];
    if (!marks || !heading) {
      open.at(-1)?.paragraphs.push({ index, text });
      return;
    }
    while ((open.at(-1)?.level ?? 0) >= marks.length) open.pop();
    const node = { heading: plainLine(heading), level: marks.length, index, paragraphs: [], children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  return root;
}

function sectionsOf(node: Node, context: string[]): Section[] {
  const inner = node.heading === null ? context : [...context, node.heading];
  if (node.level >= 2 && isOneMatter(node)) return [sectionOf(node, context, flatten(node))];
  const sections = questionsOf(node, context);
  let waiting: string[] = [];
  for (const child of node.children) {
    const found = sectionsOf(child, inner);
    const [first] = found;
    // Questions that follow each other without an answer between them have the same answer.
    if (!first && child.heading && isAskingHeading(child.heading)) waiting.push(child.heading);
    if (first) {
      first.questions = [...waiting, ...first.questions];
      waiting = [];
    }
    sections.push(...found);
  }
  return sections;
}

const asks = (node: Node): boolean =>
  (node.heading !== null && isAskingHeading(node.heading)) || node.paragraphs.some(({ text }) => isQuestion(text));

function isOneMatter(node: Node): boolean {
  if (node.children.length === 0 || node.children.some(hasQuestion)) return false;
  return flatten(node).reduce((length, { text }) => length + text.length, 0) <= ONE_MATTER;
}

const hasQuestion = (node: Node): boolean => asks(node) || node.children.some(hasQuestion);

/** The text below a heading, with the headings in it. */
function flatten(node: Node): Paragraph[] {
  return [
    ...node.paragraphs,
    ...node.children.flatMap((child) => [
      { index: child.index, text: `${'#'.repeat(child.level)} ${child.heading}` },
      ...flatten(child),
    ]),
  ];
}

/** A node's own text; questions in it that stand alone begin a section each. */
function questionsOf(node: Node, context: string[]): Section[] {
  const sections: Section[] = [];
  let current: Paragraph[] = [];
  let asked: string[] = [];
  const flush = () => {
    if (current.length > 0) sections.push(sectionOf(node, context, current, asked));
    if (current.length > 0) asked = [];
    current = [];
  };
  for (const { index, text } of node.paragraphs) {
    for (const part of splitQuestionLines(text)) {
      if (isQuestion(part)) {
        flush();
        asked.push(plainLine(part));
      } else current.push({ index, text: withoutAnswerMark(part) });
    }
  }
  flush();
  return sections;
}

function sectionOf(node: Node, context: string[], paragraphs: Paragraph[], asked: string[] = []): Section {
  const [question] = asked;
  const above = node.heading === null ? context : [...context, node.heading];
  if (question) return { title: cut(question), questions: asked, context: above, paragraphs };
  const parent = context.at(-1);
  const heading = node.heading ?? parent ?? firstLine(paragraphs);
  const isEmpty = node.heading !== null && EMPTY_HEADING.test(heading) && parent !== undefined;
  const questions = isAskingHeading(heading) ? [heading] : [];
  return { title: cut(isEmpty ? `${parent}: ${heading}` : heading), questions, context, paragraphs };
}

const cut = (text: string) => [...text].slice(0, LONGEST_TITLE).join('');
const firstLine = (paragraphs: Paragraph[]) => plainLine(paragraphs[0]?.text.split('\n')[0] ?? '');

/** In parts of a length that a person can review; a paragraph stays whole. */
function divide(section: Section): Section[] {
  const parts: Paragraph[][] = [[]];
  let length = 0;
  for (const paragraph of section.paragraphs) {
    if (length > 0 && length + paragraph.text.length > LONGEST) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(paragraph);
    length += paragraph.text.length;
  }
  if (parts.length === 1) return [section];
  return parts.map((paragraphs, n) => ({
    ...section,
    paragraphs,
    title: n === 0 ? section.title : `${section.title} (${n + 1})`,
  }));
}

/** `12 | 14`, `Back to top` and the like answer nothing; a short answer to a question does. */
function isTelling({ title, questions, paragraphs }: Section): boolean {
  const words = paragraphs.flatMap(({ text }) => wordsOf(text));
  if (questions.length > 0) return words.length > 0;
  const telling = words.filter(isTellingWord).length;
  return telling > 0 && telling + wordsOf(title).filter(isTellingWord).length >= FEWEST_TELLING_WORDS;
}

const isTellingWord = (word: string) => !isStopWord(word) && !/^\d+$/.test(word);
