/** The tree of folders as a table: proposed, edited by people, and created. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from './harness/api-client.ts';
import { startTestKontor, type TestKontor } from './harness/test-kontor.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
});
afterAll(() => kontor.stop());

describe('a tree of folders', () => {
  const persist = (v2: ApiClient, text: string) => {
    const form = new FormData();
    form.append('file', new Blob([text]), 'folders.csv');
    return v2.send('POST', '/knowledge/public/tree/persist', { body: form });
  };

  test('is proposed as a table, and created from it once', async () => {
    const { v2 } = await kontor.createWorkspace();
    const proposed = await v2.post('/knowledge/public/tree/initialize', {
      initPrompt: 'Please:\n- Cards: Debit and credit cards\n  - Limits\n- Loans',
    });
    expect([proposed.status, proposed.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/csv')]);
    expect(proposed.text).toBe('path,description\nCards,Debit and credit cards\nCards > Limits,\nLoans,');
    expect((await v2.get('/hc-folders/public')).body.snapshotObjV2).toEqual([]);
    const created = await persist(v2, proposed.text);
    expect([created.status, created.body]).toEqual([
      201,
      { status: true, message: '3 folders were created, 0 stood there already.' },
    ]);
    const tree = (await v2.get('/hc-folders/public')).body.snapshotObjV2;
    expect(
      tree.map(({ title, children }: { title: string; children: { title: string }[] }) => [
        title,
        children.map((c) => c.title),
      ]),
    ).toEqual([
      ['Cards', ['Limits']],
      ['Loans', []],
    ]);
    expect((await persist(v2, `${proposed.text}\nloans > New,x`)).body.message).toBe(
      '1 folders were created, 3 stood there already.',
    );
  });

  test('without a list is proposed by what is talked of, in its language', async () => {
    const { v2 } = await kontor.createWorkspace();
    const { text } = await v2.post('/knowledge/public/tree/initialize', {
      initPrompt: 'Wir sind eine Bank mit Konten und Kreditkarten.',
    });
    expect(text).toMatch(/^path,description\nKonto,.*\nKarten,.*\n(?:.*\n)*Allgemeines,/);
    expect(
      (await v2.post('/knowledge/public/tree/initialize', { initPrompt: '' })).text.split('\n').length,
    ).toBeGreaterThan(5);
  });

  test.each([
    ['title\nCards', '/file/1'],
    ['path\nCards > > x', '/file/2'],
    ['path\n', '/file/2'],
    [`path\nA\n${'a > '.repeat(10)}b`, '/file/3'],
    [`path\n${'x'.repeat(301)}`, '/file/2'],
  ])('that is wrong is refused with its line, and nothing is created', async (table, path) => {
    const { v2 } = await kontor.createWorkspace();
    const answer = await persist(v2, table);
    expect([answer.status, answer.body.code, answer.body.errors[0].path]).toEqual([400, 'folders_unreadable', path]);
    expect((await v2.get('/hc-folders/public')).body.snapshotObjV2).toEqual([]);
  });
});
