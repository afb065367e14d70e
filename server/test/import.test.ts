import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { camtDocument, entry } from '../src/modules/banking/files/camt/camt.testing.ts';
import { createUser, expectRefused } from './harness/bank-data.ts';
import { adminQuery } from './harness/databases.ts';
import { holdLock } from './harness/hold-lock.ts';
import { startTestKontor, type TestKontor, type TestWorkspace } from './harness/test-kontor.ts';

let kontor: TestKontor;
beforeAll(async () => {
  kontor = await startTestKontor({ worker: false });
});
afterAll(() => kontor.stop());

type FormFile = [name: string, content: string | Uint8Array<ArrayBuffer>];

function form(files: FormFile[], fields: Record<string, string> = {}): FormData {
  const data = new FormData();
  for (const [name, content] of files) data.append('file', new Blob([content]), name);
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

const importInto = ({ api }: TestWorkspace, user: string, body: FormData, query = '', headers = {}) =>
  api.send('POST', `${user}/banking/import${query}`, { body, headers });

async function storedRows({ workspaceId }: TestWorkspace): Promise<number> {
  const { rows } = await adminQuery(
    kontor.adminUrl,
    `select (select count(*) from accounts where workspace_id = $1) + (select count(*) from transactions where workspace_id = $1) as stored`,
    [workspaceId],
  );
  return Number(rows[0].stored);
}

async function start() {
  const workspace = await kontor.createWorkspace();
  return { workspace, user: await createUser(workspace.api) };
}

const HEADINGS =
  'Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;Beguenstigter/Zahlungspflichtiger;Kontonummer;BLZ;Betrag;Waehrung;Info';
const row = (day: string, amount: string, purpose: string) =>
  `DE89370400440532013000;${day};${day};LASTSCHRIFT;${purpose};Stadtwerke;DE02120300000000202051;BYLADEM1001;${amount};EUR;Umsatz gebucht`;
const csv = (...rows: string[]) => `${[HEADINGS, ...rows].join('\n')}\n`;

const JANUARY = csv(row('03.01.25', '-89,50', 'Abschlag'), row('02.01.25', '1.200,00', 'Gehalt'));

describe('files of banks', () => {
  test('are stored, and the same again adds nothing', async () => {
    const { workspace, user } = await start();
    const first = await importInto(workspace, user, form([['januar.csv', JANUARY]]));
    expect(first.status, first.text).toBe(201);
    expect(first.body).toMatchObject({ imported: 2, duplicates: 0, updated: 0, rejected: [], rejectedCount: 0 });
    const [account] = first.body.accounts;
    expect(account).toMatchObject({ iban: 'DE89370400440532013000', status: 'created', imported: 2, balanceGap: null });
    const overlap = csv(row('04.01.25', '-5,00', 'Kaffee'), row('03.01.25', '-89,50', 'Abschlag'));
    const second = await importInto(
      workspace,
      user,
      form([
        ['januar.csv', JANUARY],
        ['februar.csv', overlap],
      ]),
    );
    expect(second.body).toMatchObject({
      imported: 1,
      duplicates: 3,
      accounts: [{ accountId: account.accountId, status: 'existing' }],
    });
    const { body } = await workspace.api.get(`${user}/banking/accounts/${account.accountId}/transactions`);
    expect(
      body.transactions.map((t: { bookingDate: string; amount: number }) => [t.bookingDate, t.amount]).sort(),
    ).toEqual([
      ['2025-01-02', 1200],
      ['2025-01-03', -89.5],
      ['2025-01-04', -5],
    ]);
  });

  test('two equal parts of a CAMT batch are two transactions, and the same file again adds nothing', async () => {
    const { workspace, user } = await start();
    const part = `<TxDtls><Amt Ccy="EUR">10.00</Amt><RltdPties><Cdtr><Pty><Nm>A</Nm></Pty></Cdtr></RltdPties></TxDtls>`;
    const batch = entry({ amount: '20.00', details: part + part, more: '<NtryRef>7</NtryRef>' });
    const file: FormFile = ['batch.xml', camtDocument(batch)];
    const first = await importInto(workspace, user, form([file]));
    expect(first.body).toMatchObject({ imported: 2, duplicates: 0, rejectedCount: 0 });
    const second = await importInto(workspace, user, form([file]));
    expect(second.body).toMatchObject({ imported: 0, duplicates: 2, updated: 0 });
    const { body } = await workspace.api.get(`${user}/banking/transactions`);
    expect(body.transactions).toMatchObject([{ amount: -10 }, { amount: -10 }]);
  });

  test('a row that can not be read is named with its line, and the others are stored', async () => {
    const { workspace, user } = await start();
    const broken = csv(row('03.01.25', '-89,50', 'a'), row('32.01.25', '-1,00', 'b'), row('04.01.25', '-2,00', 'c'));
    const answer = await importInto(workspace, user, form([['kaputt.csv', broken]]));
    expect(answer.body).toMatchObject({ imported: 2, rejectedCount: 1 });
    expect(answer.body.rejected).toEqual([
      { file: 'kaputt.csv', line: 3, reason: 'column "Valutadatum": "32.01.25" is no date' },
    ]);
  });

  test('strict refuses everything for it', async () => {
    const { workspace, user } = await start();
    const broken = csv(row('03.01.25', '-89,50', 'a'), row('04.01.25', '-2,0x', 'c'));
    const answer = await importInto(
      workspace,
      user,
      form([
        ['gut.csv', JANUARY],
        ['kaputt.csv', broken],
      ]),
      '?strict=true',
    );
    expectRefused(answer, 400, 'file_refused', '/file');
    expect(answer.body).toMatchObject({ file: 'kaputt.csv', line: 3, reason: 'column "Betrag": "-2,0x" is no amount' });
    expect(await storedRows(workspace)).toBe(0);
  });

  test('are read before there is a transaction', async () => {
    const { workspace, user } = await start();
    // The first that every transaction of this request would touch.
    const held = await holdLock(kontor.adminUrl, 'lock table idempotency_keys in access exclusive mode');
    try {
      const cutOff = form([['cut.csv', JANUARY.slice(0, -20)]]);
      const key = { 'idempotency-key': 'read-first' };
      expectRefused(await importInto(workspace, user, cutOff, '', key), 400, 'file_refused', '/file');
    } finally {
      await held.release();
    }
  });

  test('one file that is cut off refuses all', async () => {
    const { workspace, user } = await start();
    const answer = await importInto(
      workspace,
      user,
      form([
        ['gut.csv', JANUARY],
        ['cut.csv', JANUARY.slice(0, -20)],
      ]),
    );
    expectRefused(answer, 400, 'file_refused', '/file');
    expect(answer.body).toMatchObject({ file: 'cut.csv', line: 3 });
    expect(await storedRows(workspace)).toBe(0);
  });

  test('a file that names no account needs accountId', async () => {
    const { workspace, user } = await start();
    const qif = '!Type:Bank\nD13/01/2025\nT-4.50\nPCafe\n^\n';
    expectRefused(await importInto(workspace, user, form([['a.qif', qif]])), 400, 'account_not_named');
    const answer = await importInto(workspace, user, form([['a.qif', qif]], { accountId: 'giro' }));
    expect(answer.body.accounts).toMatchObject([{ accountId: 'giro', status: 'created', imported: 1 }]);
    const again = await importInto(workspace, user, form([['a.qif', qif]], { accountId: 'giro' }));
    expect(again.body).toMatchObject({
      imported: 0,
      duplicates: 1,
      accounts: [{ accountId: 'giro', status: 'existing' }],
    });
  });

  test('a mapping reads what is not recognised, and names the column that is missing', async () => {
    const { workspace, user } = await start();
    const text = 'Wann;Wieviel;Wer\n2025-01-02;-4,50;Cafe\n';
    expectRefused(
      await importInto(workspace, user, form([['x.csv', text]], { accountId: 'a' })),
      400,
      'file_refused',
      '/file',
    );
    const mapping = { columns: { bookingDate: 'Wann', amount: 'Wieviel', partnerName: 'Wer' } };
    const fields = { accountId: 'a', mapping: JSON.stringify(mapping) };
    expect((await importInto(workspace, user, form([['x.csv', text]], fields))).body).toMatchObject({ imported: 1 });
    const wrong = { ...fields, mapping: JSON.stringify({ columns: { ...mapping.columns, purpose: 'Warum' } }) };
    const answer = await importInto(workspace, user, form([['x.csv', text]], wrong));
    expect(answer.body.reason).toContain(
      'mapping.columns.purpose: there is no column "Warum". The columns are "Wann", "Wieviel", "Wer"',
    );
  });

  test('an Idempotency-Key answers again without reading again, whatever the boundary', async () => {
    const { workspace, user } = await start();
    const key = { 'idempotency-key': 'import-1' };
    const first = await importInto(workspace, user, form([['a.csv', JANUARY]]), '', key);
    const second = await importInto(workspace, user, form([['a.csv', JANUARY]]), '', key);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(second.body).toEqual(first.body);
    const other = await importInto(workspace, user, form([['b.csv', JANUARY]]), '', key);
    expectRefused(other, 422, 'idempotency_key_reused');
  });

  test('are tried without being stored: the answer is that of the import after it', async () => {
    const { workspace, user } = await start();
    const files: FormFile[] = [['januar.csv', `${JANUARY}${row('05.01.25', 'viel', 'Rest')}\n`]];
    const expected = { status: 'created', imported: 2, duplicates: 0 };
    const tried = await importInto(workspace, user, form(files), '?dryRun=true');
    expect(tried.status, tried.text).toBe(200);
    expect(tried.body).toMatchObject({ imported: 2, rejectedCount: 1, accounts: [expected] });
    expect(tried.headers.get('finoos-correlation-id')).toBeNull();
    expect(await storedRows(workspace)).toBe(0);
    const { body } = await importInto(workspace, user, form(files));
    expect(body).toMatchObject({ imported: 2, rejectedCount: 1, accounts: [expected] });
    const again = await importInto(workspace, user, form(files), '?dryRun=true');
    expect(again.body).toMatchObject({ imported: 0, duplicates: 2, accounts: [{ status: 'existing' }] });
    const broken = form([['a.csv', JANUARY.slice(0, 40)]]);
    expectRefused(await importInto(workspace, user, broken, '?dryRun=true'), 400, 'file_refused', '/file');
  });

  test('fifty files are taken, and no more', async () => {
    const { workspace, user } = await start();
    const files = (count: number): FormFile[] =>
      Array.from({ length: count }, (_, n) => [`${n}.csv`, csv(row('03.01.25', `-${n + 1},00`, `Nr ${n}`))]);
    expect((await importInto(workspace, user, form(files(50)))).body).toMatchObject({ imported: 50 });
    expectRefused(await importInto(workspace, user, form(files(51))), 400, 'validation_failed', '/file');
  });
});

describe('a form that is wrong', () => {
  test.each<[string, () => FormData, string]>([
    ['without a file', () => form([]), '/file'],
    ['with a text as file', () => form([], { file: 'abc' }), '/file'],
    ['with a field that is none', () => form([['a.csv', JANUARY]], { account: 'x' }), '/account'],
    ['with a mapping that is no JSON', () => form([['a.csv', JANUARY]], { mapping: '{' }), '/mapping'],
    [
      'with a mapping without a date',
      () => form([['a.csv', JANUARY]], { mapping: '{"columns":{"amount":"x"}}' }),
      '/mapping/columns/bookingDate',
    ],
    [
      'with an unknown role',
      () => form([['a.csv', JANUARY]], { mapping: '{"columns":{"when":"x"}}' }),
      '/mapping/columns/when',
    ],
    ['with an empty accountId', () => form([['a.csv', JANUARY]], { accountId: '' }), '/accountId'],
  ])('%s', async (_, make, path) => {
    const { workspace, user } = await start();
    expectRefused(await importInto(workspace, user, make()), 400, 'validation_failed', path);
  });

  const PART = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nBuchungs';
  test.each<[string, string, string, number, string]>([
    ['that ends within a file', 'multipart/form-data; boundary=x', PART, 400, 'validation_failed'],
    [
      'that ends within a field',
      'multipart/form-data; boundary=x',
      PART.replace('; filename="a.csv"', ''),
      400,
      'validation_failed',
    ],
    [
      'that ends within the headers of a part',
      'multipart/form-data; boundary=x',
      PART.slice(0, 30),
      400,
      'validation_failed',
    ],
    ['that is empty', 'multipart/form-data; boundary=x', '', 400, 'validation_failed'],
    ['without a boundary', 'multipart/form-data', PART, 415, 'unsupported_media_type'],
    ['of another type', 'text/csv', PART, 415, 'unsupported_media_type'],
  ])('%s', async (_, contentType, body, status, type) => {
    const { workspace, user } = await start();
    const answer = await workspace.api.send('POST', `${user}/banking/import`, {
      body,
      headers: { 'content-type': contentType },
    });
    expect({ status: answer.status, type: answer.body.type }, answer.text).toEqual({ status, type });
    expect(await storedRows(workspace)).toBe(0);
  });

  test('to a user that is none is refused before it is read', async () => {
    const { workspace } = await start();
    const body = form([['a.csv', 'not a statement']]);
    expectRefused(await importInto(workspace, '/users/none', body), 404, 'user_not_found');
  });
});

test('npm run import sends files to a running server and says what became of them', async () => {
  const workspace = await kontor.createWorkspace();
  const folder = await mkdtemp(join(tmpdir(), 'kontor-import-'));
  try {
    const path = join(folder, 'januar.csv');
    await writeFile(path, csv(row('03.01.25', '-89,50', 'a'), row('04.01.25', 'x', 'b')));
    const env = {
      PATH: process.env.PATH,
      KONTOR_CLIENT_ID: workspace.clientId,
      KONTOR_CLIENT_SECRET: workspace.clientSecret,
    };
    const script = join(import.meta.dirname, '../../scripts/import.ts');
    const run = (...args: string[]) =>
      promisify(execFile)(process.execPath, [script, '--url', kontor.url, ...args], { env });
    const { stdout } = await run(path);
    expect(stdout).toContain('Account ');
    expect(stdout).toContain('Left out: januar.csv, line 3: column "Betrag": "x" is no amount');
    expect(stdout).toContain('1 imported, 0 duplicates, 1 rejected');
    await expect(run(path, '--strict')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('line 3') });
  } finally {
    await rm(folder, { recursive: true });
  }
});
