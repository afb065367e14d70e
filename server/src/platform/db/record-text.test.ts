import fc from 'fast-check';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { openWorkerDatabase } from '../../../test/harness/databases.ts';
import { readRecord } from './record-text.ts';

const special = fc.constantFrom('"', '\\', '(', ')', ',', ' ', '\n', '\t', '\u001f', 'ä', '“', '😀', 'null', '\\N');
const field = fc.option(fc.array(fc.oneof(special, fc.string({ maxLength: 3 }))).map((parts) => parts.join('')));

test('reads back what PostgreSQL writes of any texts', async () => {
  const { appUrl } = await openWorkerDatabase(inject('clusterUrl'));
  const client = new pg.Client(appUrl);
  await client.connect();
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(field, { minLength: 2, maxLength: 8 }), async (drawn) => {
        const fields = drawn.map((text) => text?.replaceAll('\0', '') ?? null);
        const list = fields.map((_, n) => `$${n + 1}::text`).join(', ');
        const { rows } = await client.query<{ text: string }>(`select row(${list})::text as text`, fields);
        expect(readRecord(rows[0]?.text ?? '')).toEqual(fields);
      }),
    );
  } finally {
    await client.end();
  }
});

test.each([
  ['(a,b)', ['a', 'b']],
  ['(,)', [null, null]],
  ['("",a)', ['', 'a']],
  ['(a,"")', ['a', '']],
  ['("say ""a, b""",c\\d)', ['say "a, b"', 'c\\d']],
])('%s', (text, fields) => expect(readRecord(text)).toEqual(fields));
