/** Writes statements in every format, so that tests can read back what they wrote. */
import Papa from 'papaparse';
import { balance, camtDocument } from './camt/camt.testing.ts';

export interface Booking {
  /** `YYYY-MM-DD`. */
  date: string;
  amountMinor: number;
  name: string;
  purpose: string;
  iban: string;
}

const decimal = (minor: number, mark: ',' | '.') => {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${digits.slice(0, -2)}${mark}${digits.slice(-2)}`;
};
const signed = (minor: number, mark: ',' | '.') => `${minor < 0 ? '-' : ''}${decimal(minor, mark)}`;
const dotted = (date: string) => date.split('-').toReversed().join('.');
const compact = (date: string) => date.replaceAll('-', '');
const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function renderCsv(bookings: Booking[], delimiter: string): string {
  const rows = bookings.map((b) => [dotted(b.date), b.name, b.purpose, b.iban, signed(b.amountMinor, ','), 'EUR']);
  const fields = ['Buchungstag', 'Auftraggeber/Empfänger', 'Verwendungszweck', 'IBAN', 'Betrag', 'Währung'];
  return `${Papa.unparse({ fields, data: rows }, { delimiter, newline: '\n' })}\n`;
}

export function renderMt940(bookings: Booking[]): string {
  const lines = bookings.flatMap((b) => [
    `:61:${compact(b.date).slice(2)}${b.amountMinor < 0 ? 'D' : 'C'}${decimal(b.amountMinor, ',')}NMSCNONREF`,
    ...fold(`:86:166?20SVWZ+${cut(b.purpose)}?31${b.iban}?32${b.name}`),
  ]);
  const day = compact(bookings[0]?.date ?? '2025-01-01').slice(2);
  return [
    ':20:X',
    ':25:DE89370400440532013000',
    ':28C:1',
    `:60F:C${day}EUR0,00`,
    ...lines,
    `:62F:C${day}EUR0,00`,
    '-',
    '',
  ].join('\r\n');
}

/** Subfields of 27 characters, the first of which has the tag. */
function cut(purpose: string): string {
  const pieces = [purpose.slice(0, 22), ...(purpose.slice(22).match(/.{1,27}/gsu) ?? [])];
  return pieces.map((piece, n) => (n === 0 ? piece : `?${n < 10 ? 20 + n : 50 + n}${piece}`)).join('');
}

const fold = (text: string) => text.match(/.{1,65}/gsu) ?? [text];

export function renderCamt(bookings: Booking[]): string {
  const entries = bookings.map((b) => {
    const [mark, side] = b.amountMinor < 0 ? ['DBIT', 'Cdtr'] : ['CRDT', 'Dbtr'];
    return `<Ntry><Amt Ccy="EUR">${decimal(b.amountMinor, '.')}</Amt><CdtDbtInd>${mark}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>${b.date}</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><${side}><Pty><Nm>${escapeXml(b.name)}</Nm></Pty></${side}>
<${side}Acct><Id><IBAN>${b.iban}</IBAN></Id></${side}Acct></RltdPties><RmtInf><Ustrd>${escapeXml(b.purpose)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
  });
  return camtDocument(balance('OPBD', '0.00', 'CRDT', '2025-01-01') + entries.join('\n'));
}

export function renderOfx(bookings: Booking[]): string {
  const entries = bookings.map(
    (b) =>
      `<STMTTRN>\n<TRNTYPE>OTHER\n<DTPOSTED>${compact(b.date)}\n<TRNAMT>${signed(b.amountMinor, '.')}\n<NAME>${escapeXml(b.name)}\n<MEMO>${escapeXml(b.purpose)}\n<BANKACCTTO>\n<ACCTID>${b.iban}\n</BANKACCTTO>\n</STMTTRN>`,
  );
  return `OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR\n<BANKACCTFROM><ACCTID>1\n</BANKACCTFROM>
<BANKTRANLIST>\n${entries.join('\n')}\n</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n`;
}

export function renderQif(bookings: Booking[]): string {
  const records = bookings.map(
    (b) => `D${dotted(b.date)}\nT${signed(b.amountMinor, '.')}\nP${b.name}\nM${b.purpose}\n^\n`,
  );
  return `!Type:Bank\n${records.join('')}`;
}
