/** Field `:86:` of MT940: what a booking is about. */
import type { PaymentPartner } from '../../banking.types.ts';
import { readSepaTags } from '../sepa-tags.ts';
import { asIban, asReference, cleanCode, cleanText, partnerOf } from '../statement-text.ts';

export interface BookingInformation {
  bookingText: string | null;
  purpose: string | null;
  paymentPartner: PaymentPartner | null;
  endToEndId: string | null;
  mandateId: string | null;
  purposeCode: string | null;
  /** German Geschäftsvorfallcode. */
  bankTransactionCode: string | null;
}

/** A full line of a subfield; a shorter one ended where the writer ended it. */
const SUBFIELD_LENGTH = 27;

/** `lines` are the lines of the field, the first without its tag. */
export function readInformation(lines: string[]): BookingInformation {
  const structured = /^(\d{3})([^A-Za-z0-9\s])(?=\d\d)/.exec(lines[0] ?? '');
  if (structured) return fromSubfields(lines.join('').slice(3), structured[2] as string, structured[1] as string);
  const text = lines.join(' ');
  if (/^\/[A-Z]{4}\//.test(text)) return fromSlashCodes(lines.join(''));
  return fromPurpose(text, {});
}

/** The German form: three digits, a separator, and subfields of two digits. */
function fromSubfields(text: string, separator: string, code: string): BookingInformation {
  const mark = separator.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const parts = text.split(new RegExp(`${mark}(0\\d|10|2\\d|3[0-48]|6[0-3])`));
  const fields = new Map<string, string>();
  const purposeLines: string[] = [];
  for (let i = 1; i < parts.length; i += 2) {
    const name = parts[i] as string;
    const value = parts[i + 1] ?? '';
    if (/^(?:2\d|6[0-3])$/.test(name)) purposeLines.push(value);
    else fields.set(name, (fields.get(name) ?? '') + value);
  }
  const iban = asIban(fields.get('31')) ?? asIban(fields.get('38'));
  return fromPurpose(joinSubfields(purposeLines), {
    name: (fields.get('32') ?? '') + (fields.get('33') ?? ''),
    account: iban ?? fields.get('31'),
    bank: fields.get('30'),
    bookingText: fields.get('00'),
    bankTransactionCode: code,
  });
}

/** With tags the text is cut anywhere and goes on without a gap; without, each subfield is a line of its own. */
function joinSubfields(lines: string[]): string {
  if (lines.some((line) => /(?:SVWZ|EREF|KREF|MREF)\+/.test(line))) return lines.join('');
  return lines.map((line) => (line.length < SUBFIELD_LENGTH ? `${line} ` : line)).join('');
}

/** `/NAME/…/REMI/…`, as Dutch and other banks write. */
function fromSlashCodes(text: string): BookingInformation {
  const fields = new Map<string, string>();
  const parts = text.split(/\/(TRTP|IBAN|BIC|NAME|REMI|EREF|MARF|CSID|CNTP|PREF|BENM|ORDP|PURP|ULTD|ULTC|ISDT|TRCD)\//);
  for (let i = 1; i < parts.length; i += 2) fields.set(parts[i] as string, (parts[i + 1] ?? '').replace(/\/+$/, ''));
  const [account, bank, name] = (fields.get('CNTP') ?? '').split('/');
  return {
    bookingText: cleanText(fields.get('TRTP')),
    purpose: cleanText(fields.get('REMI')?.replace(/^(?:USTD|STRD)\/+/, '')),
    paymentPartner: partnerOf({
      name: fields.get('NAME') ?? name,
      account: fields.get('IBAN') ?? account,
      bank: fields.get('BIC') ?? bank,
      creditorId: fields.get('CSID'),
    }),
    endToEndId: asReference(fields.get('EREF')),
    mandateId: asReference(fields.get('MARF')),
    purposeCode: cleanCode(fields.get('PURP')),
    bankTransactionCode: null,
  };
}

interface Known {
  name?: string;
  account?: string;
  bank?: string;
  bookingText?: string;
  bankTransactionCode?: string;
}

function fromPurpose(text: string, known: Known): BookingInformation {
  const { purpose, tags } = readSepaTags(text);
  return {
    bookingText: cleanText(known.bookingText),
    purpose: cleanText(purpose),
    paymentPartner: partnerOf({
      name: known.name,
      account: known.account || tags.get('IBAN'),
      bank: known.bank || tags.get('BIC'),
      creditorId: tags.get('CRED'),
    }),
    endToEndId: asReference(tags.get('EREF')),
    mandateId: asReference(tags.get('MREF')),
    purposeCode: cleanCode(tags.get('PURP')),
    bankTransactionCode: known.bankTransactionCode ?? null,
  };
}
