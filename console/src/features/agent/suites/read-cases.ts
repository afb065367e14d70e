/** Questions of a test suite from a table: pasted, or read from a file. */

export interface SuiteCase {
  question: string;
  expectedArticleId: string | null;
  attributes: Record<string, unknown>;
}

export type CaseProblem = 'empty' | 'long' | 'twice' | 'article' | 'attributes';

export interface CasesRead {
  cases: SuiteCase[];
  /** What could not be read, by its line, from 1. */
  problems: { line: number; problem: CaseProblem }[];
}

const LONGEST = 2_000;
const PERSON = new Set(['', 'escalate', 'escalation', 'person', 'mensch']);
const HEADINGS = new Set(['question', 'frage', 'questions', 'fragen']);

/** `known`: questions that are there already. */
export function readCases(
  text: string,
  articles: readonly { id: string; title: string }[],
  known: readonly string[],
): CasesRead {
  const seen = new Set(known);
  const read: CasesRead = { cases: [], problems: [] };
  for (const [index, { line, fields }] of parseCsv(text).entries()) {
    const [question = '', expected = '', attributes = ''] = fields.map((field) => field.trim());
    if (index === 0 && HEADINGS.has(question.toLowerCase())) continue;
    const found = readCase({ question, expected, attributes }, articles, seen);
    if (typeof found === 'string') {
      read.problems.push({ line, problem: found });
      continue;
    }
    seen.add(question);
    read.cases.push(found);
  }
  return read;
}

function readCase(
  { question, expected, attributes }: Record<'question' | 'expected' | 'attributes', string>,
  articles: readonly { id: string; title: string }[],
  seen: ReadonlySet<string>,
): SuiteCase | CaseProblem {
  if (question === '') return 'empty';
  if (question.length > LONGEST) return 'long';
  if (seen.has(question)) return 'twice';
  const wanted = expected.toLowerCase();
  const article = articles.find(({ id, title }) => id === wanted || title.trim().toLowerCase() === wanted);
  if (!article && !PERSON.has(wanted)) return 'article';
  const object = readAttributes(attributes);
  return object ? { question, expectedArticleId: article?.id ?? null, attributes: object } : 'attributes';
}

/** Null: this is no JSON object. */
export function readAttributes(text: string): Record<string, unknown> | null {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** RFC 4180, by comma, semicolon or tab, whichever the first line has most of; empty lines are left out. */
export function parseCsv(text: string): { line: number; fields: string[] }[] {
  const [first = ''] = text.split('\n', 1);
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: first.split(mark).length }));
  const separator = counts.toSorted((a, b) => b.count - a.count)[0]?.mark ?? ',';
  const rows: { line: number; fields: string[] }[] = [];
  let [line, begun, field, isQuoted] = [1, 1, '', false];
  let fields: string[] = [];
  const endRow = () => {
    fields.push(field);
    if (fields.some((value) => value.trim() !== '')) rows.push({ line: begun, fields });
    [fields, field] = [[], ''];
  };
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] as string;
    if (mark === '\n') line += 1;
    if (isQuoted && mark === '"' && text[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (mark === '"' && (isQuoted || field.trim() === '')) {
      isQuoted = !isQuoted;
      if (isQuoted) field = '';
    } else if (!isQuoted && mark === separator) {
      fields.push(field);
      field = '';
    } else if (!isQuoted && mark === '\n') {
      endRow();
      begun = line;
    } else if (mark !== '\r') {
      field += mark;
    }
  }
  endRow();
  return rows;
}
