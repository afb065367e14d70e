import { describe, expect, test } from 'vitest';
import { faultOf, readText } from '../files.testing.ts';
import { balance, camtDocument, entry, IBAN_ACCOUNT } from './camt.testing.ts';

const DEBIT_02 = `<TxDtls><Refs><EndToEndId>E-1</EndToEndId><MndtId>M-1</MndtId></Refs>
<RltdPties><Dbtr><Nm>Erika Muster</Nm></Dbtr><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct>
<Cdtr><Nm>Stadtwerke</Nm><Id><PrvtId><Othr><Id>DE98ZZZ09999999999</Id></Othr></PrvtId></Id></Cdtr>
<CdtrAcct><Id><IBAN>DE02120300000000202051</IBAN></Id></CdtrAcct><UltmtCdtr><Nm>Gaswerk</Nm></UltmtCdtr></RltdPties>
<RltdAgts><CdtrAgt><FinInstnId><BIC>BYLADEM1001</BIC></FinInstnId></CdtrAgt></RltdAgts>
<Purp><Cd>OTHR</Cd></Purp><RmtInf><Ustrd>Abschlag &amp; mehr</Ustrd><Ustrd>Januar</Ustrd></RmtInf></TxDtls>`;
const inVersion08 = (details: string) =>
  details
    .replaceAll(/<(Dbtr|Cdtr|UltmtCdtr)>(.*?)<\/\1>/gs, '<$1><Pty>$2</Pty></$1>')
    .replaceAll('<BIC>', '<BICFI>')
    .replaceAll('</BIC>', '</BICFI>');

describe('CAMT', () => {
  test.each([
    ['02', '053', DEBIT_02],
    ['08', '053', inVersion08(DEBIT_02)],
    ['02', '052', DEBIT_02],
    ['08', '052', inVersion08(DEBIT_02)],
  ] as const)('.001.%s of camt.%s: every field of a direct debit', async (version, kind, details) => {
    const { accounts, transactions, balances, rejected } = await readText(
      camtDocument(
        balance('OPBD', '100.00', 'CRDT', '2025-01-03') +
          entry({ details, version }) +
          balance('CLBD', '5.00', 'DBIT', '2025-01-03'),
        { version, kind },
      ),
    );
    expect(rejected).toEqual([]);
    expect(accounts).toMatchObject([
      {
        iban: 'DE89370400440532013000',
        bic: 'COBADEFFXXX',
        bankName: 'Commerzbank',
        owner: 'Erika Muster',
        currency: 'EUR',
      },
    ]);
    expect(balances).toEqual([
      { kind: 'opening', amountMinor: 10000, currency: 'EUR', date: '2025-01-03' },
      { kind: 'closing', amountMinor: -500, currency: 'EUR', date: '2025-01-03' },
    ]);
    expect(transactions).toEqual([
      {
        bankIds: ['ref:R1'],
        amountMinor: -1234,
        currency: 'EUR',
        bookingDate: '2025-01-03',
        valueDate: '2025-01-04',
        bookingText: 'Basislastschrift',
        purpose: 'Abschlag & mehr Januar Gaswerk',
        merchantCategoryCode: null,
        paymentPartner: {
          name: 'Stadtwerke',
          iban: 'DE02120300000000202051',
          bic: 'BYLADEM1001',
          accountNumber: null,
          bankCode: null,
          creditorId: 'DE98ZZZ09999999999',
        },
        endToEndId: 'E-1',
        mandateId: 'M-1',
        purposeCode: 'OTHR',
        bankTransactionCode: 'PMNT-RDDT-ESDD',
        status: 'booked',
      },
    ]);
  });

  const part = (amount: string, name: string) =>
    `<TxDtls><Refs><EndToEndId>${name}</EndToEndId></Refs><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd>
<RltdPties><Cdtr><Pty><Nm>${name}</Nm></Pty></Cdtr></RltdPties></TxDtls>`;
  const inDetails = (amount: string, name: string) =>
    `<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls><RltdPties><Cdtr><Nm>${name}</Nm></Cdtr></RltdPties></TxDtls>`;

  test.each([
    ['in the payment', part],
    ['among the details of amounts', inDetails],
  ])('a batch with amounts %s is split', async (_, make) => {
    const { transactions } = await readText(
      camtDocument(entry({ amount: '30.00', details: make('10.00', 'A') + make('20.00', 'B') })),
    );
    expect(transactions.map((t) => [t.amountMinor, t.paymentPartner?.name])).toEqual([
      [-1000, 'A'],
      [-2000, 'B'],
    ]);
  });

  test('equal parts of a batch stay separate', async () => {
    const same = part('10.00', 'A');
    const { transactions } = await readText(
      camtDocument(entry({ amount: '20.00', details: same + same, more: '<NtryRef>7</NtryRef>' })),
    );
    expect(transactions.map((t) => [t.amountMinor, t.paymentPartner?.name])).toEqual([
      [-1000, 'A'],
      [-1000, 'A'],
    ]);
    // By the number of an entry two transactions are taken for one.
    expect(transactions.flatMap(({ bankIds }) => bankIds).filter((id) => id.startsWith('entry:'))).toEqual([]);
  });

  test('a batch whose parts do not make up the whole stays one', async () => {
    const { transactions } = await readText(
      camtDocument(entry({ amount: '31.00', details: part('10.00', 'A') + part('20.00', 'B') })),
    );
    expect(transactions.map((t) => t.amountMinor)).toEqual([-3100]);
  });

  test('a returned debit is money coming in, its partner the one who had it', async () => {
    const details = `<TxDtls><RltdPties><Dbtr><Nm>Erika Muster</Nm></Dbtr><Cdtr><Nm>Fitness</Nm></Cdtr></RltdPties>
<RtrInf><Rsn><Cd>AC06</Cd></Rsn><AddtlInf>Konto gesperrt</AddtlInf></RtrInf></TxDtls>`;
    const { transactions } = await readText(
      camtDocument(entry({ mark: 'CRDT', more: '<RvslInd>true</RvslInd>', details })),
    );
    expect(transactions).toMatchObject([{ amountMinor: 1234, paymentPartner: { name: 'Fitness' } }]);
    expect(transactions[0]?.purpose).toContain('AC06 Konto gesperrt');
  });

  test('pending entries, structured references, other accounts', async () => {
    const account = '<Acct><Id><Othr><Id>532013000</Id></Othr></Id><Ccy>EUR</Ccy></Acct>';
    const details = `<TxDtls><RmtInf><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>`;
    const { accounts, transactions } = await readText(camtDocument(entry({ status: 'PDNG', details }), { account }));
    expect(accounts).toMatchObject([{ iban: null, accountNumber: '532013000' }]);
    expect(transactions).toMatchObject([{ status: 'pending', purpose: 'RF18539007547034' }]);
  });

  test('several statements: the same account is one, another is another', async () => {
    const one = camtDocument(entry({}));
    const second = `<Stmt><Id>S2</Id>${IBAN_ACCOUNT}${entry({ amount: '1.00' })}</Stmt>
<Stmt><Id>S3</Id>${IBAN_ACCOUNT.replace('DE89370400440532013000', 'DE02120300000000202051')}${entry({ amount: '2.00' })}</Stmt>`;
    const { accounts, transactions } = await readText(one.replace('</BkToCstmrStmt>', `${second}</BkToCstmrStmt>`));
    expect(accounts.map(({ iban }) => iban)).toEqual(['DE89370400440532013000', 'DE02120300000000202051']);
    expect(transactions).toHaveLength(3);
  });

  test.each([
    ['<Amt Ccy="EUR">12,34</Amt>', 'Amt: "12,34" is no amount'],
    ['<Amt Ccy="EUR">12.345</Amt>', 'Amt: 12.345 has 3 decimals, EUR has 2'],
    ['<Amt Ccy="XYZ">12.34</Amt>', 'Amt: "XYZ" is no currency of ISO 4217'],
  ])('an entry with %s is left out, with its line', async (amount, reason) => {
    const bad = entry({}).replace('<Amt Ccy="EUR">12.34</Amt>', amount);
    const text = camtDocument(`${entry({})}\n${bad}\n${entry({})}`);
    const { transactions, rejected } = await readText(text);
    expect(transactions).toHaveLength(2);
    const line = text.slice(0, text.indexOf(amount)).split('\n').length;
    expect(rejected).toEqual([{ file: 'file.txt', line, reason }]);
  });

  test.each(['CdtDbtInd', 'BookgDt'])('an entry without %s is left out', async (name) => {
    const bad = entry({})
      .replace(new RegExp(`<${name}>.*?</${name}>`), '')
      .replace(name === 'BookgDt' ? /<ValDt>.*?<\/ValDt>/ : '', '');
    const { transactions, rejected } = await readText(camtDocument(entry({}) + bad));
    expect([transactions.length, rejected.length]).toEqual([1, 1]);
  });

  test.each([0.3, 0.6, 0.95])('cut off at %d of its length, it is refused', async (share) => {
    const text = camtDocument(entry({}) + entry({}));
    const cut = text.slice(0, Math.floor(text.length * share));
    const { line, reason } = await faultOf(readText(cut));
    expect(reason).toMatch(/cut off|is not closed|unclosed|unexpected end/i);
    expect(line).toBeGreaterThan(1);
  });
});
