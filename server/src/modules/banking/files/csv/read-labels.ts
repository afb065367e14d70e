/** Texts in which a bank names several fields: `Auftraggeber: Erika Muster Buchungstext: Miete Ref. 7A2/1`. */
import type { CsvProfile } from './layout.types.ts';

type Labels = NonNullable<CsvProfile['labels']>;
export type LabelledFields = Partial<Record<Labels[string], string>>;

/** References are one word; what follows is the bank's own. */
const REFERENCES = new Set<Labels[string]>([
  'endToEndId',
  'mandateId',
  'creditorId',
  'id',
  'partnerAccount',
  'partnerBank',
]);

/** Text before the first label is the purpose, unless a label names that too. */
export function readLabels(text: string, labels: Labels): LabelledFields {
  const names = Object.keys(labels).toSorted((a, b) => b.length - a.length);
  const mark = new RegExp(
    `(${names.map((name) => name.replace(/[.*+?^$()[\]{}|\\/]/g, '\\$&')).join('|')})(?:\\s?[:.]|(?<=\\.))\\s*`,
    'g',
  );
  const marks = [...text.matchAll(mark)];
  const fields: LabelledFields = {};
  const before = text.slice(0, marks[0]?.index).trim();
  if (before !== '') fields.purpose = before;
  for (const [n, found] of marks.entries()) {
    const field = labels[found[1] as string] as Labels[string];
    const value = text.slice(found.index + found[0].length, marks[n + 1]?.index).trim();
    const kept = REFERENCES.has(field) && !/^nicht angegeben/i.test(value) ? (value.split(/\s/)[0] ?? '') : value;
    if (kept !== '') fields[field] = kept;
  }
  return fields;
}
