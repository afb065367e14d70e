import { describe, expect, test } from 'vitest';
import { readFiles, textFile } from '../files.testing.ts';
import { BANK_EXAMPLES, type BankExample } from './banks.testing.ts';
import { MORE_BANK_EXAMPLES } from './more-banks.testing.ts';

const DATE = /\d{1,4}([./-])\d{1,2}\1\d{2,4}/g;
const AMOUNT = /(?<=[;,\t]"?)[-+−£]?\d[\d.,\u00a0\u202f]*[.,]\d{1,2}[-+]?(?=[" ;\t]|,(?!\d)|$)/g;
const BREAKS: [string, (line: string) => string][] = [
  ['a line that is cut', (line) => line.slice(0, line.length / 2)],
  ['no day of the calendar', (line) => line.replace(DATE, '2025-02-31')],
  ['no amount', (line) => line.replace(AMOUNT, 'n/a')],
  [
    'a quote that lost its partner',
    (line) => (/"[;,\t]/.test(line) ? line.replace(/"([;,\t])/, '$1') : line.replace(/[;,\t]/, '$&"')),
  ],
  ['no row', () => 'kaputt'],
];

/** A few rows without headings prove nothing when one is broken; between the sections of a file stand lines of all kinds. */
const UNPROVABLE = /(?:has no|without) headings|^comdirect$/;

const EXAMPLES = [...BANK_EXAMPLES, ...MORE_BANK_EXAMPLES].filter(
  ({ name, rejected, expected }) => !rejected && expected.length > 1 && !UNPROVABLE.test(name),
);

async function read({ encoding }: BankExample, lines: string[]) {
  const { transactions, rejected } = await readFiles([textFile(lines.join('\n'), 'export.csv', encoding, 4096)]);
  return {
    rows: transactions.map(({ bookingDate, amountMinor, currency }) => `${bookingDate} ${amountMinor} ${currency}`),
    broken: rejected.map(({ line }) => line),
  };
}

/** The lines that are one transaction each, counted from 0, with what the file says without each. */
async function rowsOf(example: BankExample, lines: string[]) {
  const whole = await read(example, lines);
  const rows: { n: number; rest: string[] }[] = [];
  for (const n of lines.keys()) {
    const without = await read(example, lines.with(n, '')).catch(() => null);
    if (without?.rows.length === whole.rows.length - 1 && without.broken.length === 0)
      rows.push({ n, rest: without.rows });
  }
  return rows;
}

describe('whatever the export, a broken line is told by its number and costs no other row', () => {
  test.each(EXAMPLES)('$name', async (example) => {
    const lines = example.text.split('\n');
    const rows = await rowsOf(example, lines);
    expect(rows).not.toEqual([]);
    for (const { n, rest } of rows) {
      for (const [what, breakLine] of BREAKS) {
        const broken = breakLine(lines[n] ?? '');
        if (broken === lines[n]) continue;
        expect({ what, ...(await read(example, lines.with(n, broken))) }).toEqual({
          what,
          rows: rest,
          broken: [n + 1],
        });
      }
    }
  });
});
