import papaparse from 'papaparse';
import { type ReadDocument, UnreadableDocument } from '../source.types.ts';
import { capBlocks, tidy } from './blocks.ts';

const QUESTION = /^(?:questions?|frage|q|title|titel|thema|topic)$/i;
const ANSWER = /^(?:answers?|antwort|a|text|content|inhalt|response|lösung|loesung)$/i;

/** A table of questions and answers: each row becomes a heading and what follows it. */
export function readQuestionsCsv(source: string): ReadDocument {
  const { data } = papaparse.parse<string[]>(source.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const [header = [], ...rows] = data;
  const question = header.findIndex((name) => QUESTION.test(name.trim()));
  const answer = header.findIndex((name) => ANSWER.test(name.trim()));
  if (question === -1 || answer === -1) {
    throw new UnreadableDocument(
      `The first line must name a column of questions and one of answers, such as \`question,answer\`; it says: ${header.join(', ').slice(0, 200)}.`,
    );
  }
  const blocks = rows.flatMap((row) => {
    const [asked, answered] = [tidy(row[question] ?? ''), tidy(row[answer] ?? '')];
    return asked === '' || answered === '' ? [] : [`## ${asked.replaceAll('\n', ' ')}`, answered];
  });
  if (blocks.length === 0) throw new UnreadableDocument('No row has both a question and an answer.');
  return { title: null, paragraphs: capBlocks(blocks), language: null };
}
