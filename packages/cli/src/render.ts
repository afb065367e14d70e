/** Columns as wide as their widest value; nothing for no rows. */
export function renderTable<T>(
  rows: readonly T[],
  columns: Readonly<Record<string, (row: T) => unknown>>,
  styleHeading: (heading: string) => string,
): string {
  if (rows.length === 0) return '';
  const names = Object.keys(columns);
  const cells = rows.map((row) => Object.values(columns).map((read) => cell(read(row))));
  const widths = names.map((name, at) => Math.max(name.length, ...cells.map((line) => line[at]?.length ?? 0)));
  const pad = (text: string, at: number) => (at === names.length - 1 ? text : text.padEnd(widths[at] ?? 0));
  const heading = styleHeading(names.map(pad).join('  '));
  return [heading, ...cells.map((line) => line.map(pad).join('  ').trimEnd())].join('\n');
}

const cell = (value: unknown): string => printable(value === null || value === undefined ? '–' : plain(value));

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What came from others can not move the cursor or change colours. */
export const printable = (text: string): string => text.replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ');

/** Any answer as an indented tree. */
export function renderValue(value: unknown, indent = ''): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) {
    if (value.length === 0) return `${indent}(none)`;
    return value.map((item) => `${indent}- ${renderValue(item, `${indent}  `).trimStart()}`).join('\n');
  }
  if (typeof value !== 'object' || value === null) return `${indent}${scalar(value, indent)}`;
  const fields = Object.entries(value);
  if (fields.length === 0) return `${indent}(empty)`;
  return fields.map(([name, field]) => `${indent}${name}:${renderField(field, indent)}`).join('\n');
}

function renderField(field: unknown, indent: string): string {
  const isTree = typeof field === 'object' && field !== null && Object.keys(field).length > 0;
  if (isTree) return `\n${renderValue(field, `${indent}  `)}`;
  return ` ${Array.isArray(field) ? '(none)' : scalar(field, `${indent}  `)}`;
}

function scalar(value: unknown, indent: string): string {
  if (value === null) return '–';
  if (typeof value === 'object') return '(empty)';
  return printable(plain(value)).replaceAll('\n', `\n${indent}`);
}

/** `1 file`, `2 files`. */
export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
