import { describe, expect, test } from 'vitest';
import { faultOf, readText } from '../files.testing.ts';

const SGML_HEADER =
  'OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\nCOMPRESSION:NONE\nOLDFILEUID:NONE\nNEWFILEUID:NONE\n\n';
const XML_HEADER =
  '<?xml version="1.0" encoding="UTF-8"?>\n<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>\n';

const XML_BODY = `<OFX>
<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0</CODE></STATUS></SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><STMTRS>
<CURDEF>USD</CURDEF>
<BANKACCTFROM><BANKID>121000358</BANKID><ACCTID>12345</ACCTID><ACCTTYPE>CHECKING</ACCTTYPE></BANKACCTFROM>
<BANKTRANLIST><DTSTART>20250101</DTSTART><DTEND>20250131</DTEND>
<STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20250103120000[-5:EST]</DTPOSTED><TRNAMT>-1234.50</TRNAMT><FITID>F1</FITID><NAME>Smith &amp; Sons</NAME><MEMO>Rent</MEMO></STMTTRN>
<STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20250104</DTPOSTED><TRNAMT>+100,5</TRNAMT><FITID>F2</FITID><PAYEE><NAME>Employer</NAME></PAYEE></STMTTRN>
</BANKTRANLIST>
<LEDGERBAL><BALAMT>500.00</BALAMT><DTASOF>20250131</DTASOF></LEDGERBAL>
</STMTRS></STMTTRNRS></BANKMSGSRSV1>
<CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS>
<CURDEF>EUR</CURDEF>
<CCACCTFROM><ACCTID>4111</ACCTID></CCACCTFROM>
<BANKTRANLIST>
<STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20250105</DTPOSTED><TRNAMT>-5</TRNAMT><FITID>F3</FITID><NAME>Cafe</NAME></STMTTRN>
</BANKTRANLIST>
</CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1>
</OFX>
`;
/** Leaves of OFX 1 are not closed. */
const SGML_BODY = XML_BODY.replaceAll(/<([A-Z]+)>([^<\n]+)<\/\1>/g, '<$1>$2\n');

describe.each([
  ['1 (SGML)', SGML_HEADER, SGML_BODY],
  ['1, with its leaves closed', SGML_HEADER, XML_BODY],
  ['2 (XML)', XML_HEADER, XML_BODY],
])('OFX %s', (_, header, body) => {
  test('accounts, transactions and balances', async () => {
    const { accounts, transactions, balances, rejected } = await readText(header + body);
    expect(rejected).toEqual([]);
    expect(accounts).toMatchObject([
      { accountNumber: '12345', bankCode: '121000358', type: 'GIRO', currency: 'USD' },
      { accountNumber: '4111', type: 'KREDIT_KARTE', currency: 'EUR' },
    ]);
    expect(
      transactions.map((t) => [
        t.bankIds[0],
        t.bookingDate,
        t.amountMinor,
        t.currency,
        t.paymentPartner?.name,
        t.purpose,
      ]),
    ).toEqual([
      ['id:F1', '2025-01-03', -123450, 'USD', 'Smith & Sons', 'Rent'],
      ['id:F2', '2025-01-04', 10050, 'USD', 'Employer', null],
      ['id:F3', '2025-01-05', -500, 'EUR', 'Cafe', null],
    ]);
    expect(balances).toEqual([{ kind: 'closing', amountMinor: 50000, currency: 'USD', date: '2025-01-31' }]);
  });

  test('a booking that can not be read is left out with its line', async () => {
    const text = (header + body).replace('20250104', '20251304');
    const { transactions, rejected } = await readText(text);
    expect(transactions).toHaveLength(2);
    const line = text.slice(0, text.indexOf('20251304')).split('\n').length;
    expect(rejected).toEqual([{ file: 'file.txt', line, reason: 'DTPOSTED: "20251304" is no date' }]);
  });

  test.each([0.5, 0.8, 0.98])('cut off at %d of its length, it is refused', async (share) => {
    const text = header + body;
    const { line } = await faultOf(readText(text.slice(0, Math.floor(text.length * share))));
    expect(line).toBeGreaterThan(1);
  });
});
