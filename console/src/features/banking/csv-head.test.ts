import { expect, test } from 'vitest';
import { columnsOf, guessLayout, guessRoles, readHead, splitLine } from './csv-head.ts';

const EXPORT = [
  'Statement of account 4711',
  '',
  'When,"Who, and what for",Moved',
  '31/01/2026,"Baker ""Brot"", rolls",-3.20',
  '30/01/2026,Salary January,"2,950.00"',
];

test('the headings are the first of the lines that have as many columns as most', () => {
  const layout = guessLayout(EXPORT);
  expect(layout).toEqual({ delimiter: ',', headerLine: 3 });
  expect(columnsOf(EXPORT, layout)).toEqual([
    { heading: 'When', values: ['31/01/2026', '30/01/2026'] },
    { heading: 'Who, and what for', values: ['Baker "Brot", rolls', 'Salary January'] },
    { heading: 'Moved', values: ['-3.20', '2,950.00'] },
  ]);
  expect(guessRoles(columnsOf(EXPORT, layout))).toEqual(['bookingDate', 'purpose', 'amount']);
});

test('the delimiter within quotes is none, and an empty cell at the end is one', () => {
  expect(splitLine('a;"b;c";', ';')).toEqual(['a', 'b;c', '']);
});

test('what is no text of columns has none to choose', async () => {
  const head = (content: string | Uint8Array<ArrayBuffer>) => readHead(new File([content], 'file'));
  expect(await head('PK\u0003\u0004;;')).toBeNull();
  expect(await head('<Document>a;b</Document>')).toBeNull();
  expect(await head('one column\nonly\n')).toBeNull();
  expect(await head(new Uint8Array([0x54, 0xe4, 0x67, 0x3b, 0x42, 0x0a]))).toEqual(['Täg;B', '']);
});
