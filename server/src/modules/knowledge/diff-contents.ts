import { diffLines } from 'diff';
import { type ArticleContent, CONTENT_FIELDS } from './article.types.ts';

export interface LineDiff {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

export interface FieldDiff {
  field: keyof ArticleContent;
  before: unknown;
  after: unknown;
  /** Of texts: line by line. */
  lines?: LineDiff[];
}

/** Lines that a comparison may need to change before it falls back to "all old lines gone, all new ones came". */
const MOST_EDITS = 2_000;

/** The parts in which two contents differ; pure. */
export function diffContents(before: ArticleContent, after: ArticleContent): FieldDiff[] {
  return CONTENT_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])).map(
    (field) => {
      const [old, now] = [before[field], after[field]];
      const diff: FieldDiff = { field, before: old, after: now };
      if (typeof old === 'string' && typeof now === 'string') diff.lines = compareLines(old, now);
      return diff;
    },
  );
}

function compareLines(before: string, after: string): LineDiff[] {
  const changes = diffLines(before, after, { maxEditLength: MOST_EDITS });
  if (!changes) return [...linesOf(before, 'removed'), ...linesOf(after, 'added')];
  return changes.flatMap(({ value, added, removed }) => linesOf(value, added ? 'added' : removed ? 'removed' : 'same'));
}

const linesOf = (text: string, kind: LineDiff['kind']): LineDiff[] =>
  text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => ({ kind, text: line }));
