import { type ComparedLine, compareLines } from '../../../ui/compare-lines.ts';
import type { Content } from './article-form.tsx';

export interface FieldDifference {
  field: keyof Content;
  lines: ComparedLine[];
}

const FIELDS = ['title', 'mainKnowledge', 'questions', 'keywords', 'agentInstruction', 'escalation'] as const;

/** Field by field what differs, in the order of the form; empty: nothing does. */
export function compareContents(before: Content, after: Content): FieldDifference[] {
  return FIELDS.flatMap((field) => {
    const lines = compareLines(linesOf(before[field]), linesOf(after[field]));
    return lines.every(({ kind }) => kind === 'same') ? [] : [{ field, lines }];
  });
}

function linesOf(value: string | string[] | boolean): string[] {
  if (typeof value === 'boolean') return [value ? '✓' : '–'];
  return typeof value === 'string' ? value.split('\n') : value;
}
