/**
 * Takes the text of a booking apart: SEPA subfields (`SVWZ+…EREF+…`), German MT940 subfields (`?20…?33`), and what
 * PayPal and other intermediaries write about the merchant behind them.
 */

/** What a purpose says, sorted by what it is for. */
export interface StatementText {
  /** The words meant for people. */
  purpose: string;
  /** The bank's word for the kind of booking, when it stood in the purpose (`?00`). */
  bookingText: string | null;
  /** The partner's name, when it stood in the purpose (`?32?33`, `ABWA+`, `ABWE+`). */
  partner: string | null;
  creditorId: string | null;
  /** The partner's IBAN (`IBAN+`, `?31`), without spaces. */
  iban: string | null;
  purposeCode: string | null;
  /** German GVC, when the purpose starts with one (`105?00…`). */
  transactionCode: string | null;
}

const sepaTag = /(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP)[+:]\s?/g;

const ibanShape = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

const ibanOf = (value: string): string | null => {
  const iban = value.replace(/\s+/g, '').toUpperCase();
  return ibanShape.test(iban) ? iban : null;
};

const readSepaTags = (text: string, into: StatementText): string => {
  sepaTag.lastIndex = 0;
  let match = sepaTag.exec(text);
  if (!match) return text;
  let purpose = text.slice(0, match.index);
  while (match) {
    const from = sepaTag.lastIndex;
    const tag = match[1];
    match = sepaTag.exec(text);
    const value = text.slice(from, match ? match.index : text.length).trim();
    if (tag === 'SVWZ') purpose += ` ${value}`;
    else if (tag === 'CRED') into.creditorId = value.split(' ')[0] ?? null;
    else if (tag === 'IBAN') into.iban = ibanOf(value);
    else if (tag === 'PURP') into.purposeCode = value.slice(0, 4).toUpperCase();
    else if (tag === 'ABWA' || tag === 'ABWE') into.partner ??= value;
  }
  return purpose;
};

const mt940Field = /\?(\d\d)/g;

const readMt940Fields = (text: string, into: StatementText): string => {
  mt940Field.lastIndex = 0;
  let match = mt940Field.exec(text);
  if (!match) return text;
  const head = text.slice(0, match.index).trim();
  if (/^\d{3}$/.test(head)) into.transactionCode = head;
  let purpose = '';
  let partner = '';
  while (match) {
    const from = mt940Field.lastIndex;
    const field = Number(match[1]);
    match = mt940Field.exec(text);
    const value = text.slice(from, match ? match.index : text.length).replace(/[\r\n]+/g, '');
    if (field === 0) into.bookingText = value;
    else if ((field >= 20 && field <= 29) || (field >= 60 && field <= 63))
      purpose += /^(EREF|KREF|MREF|CRED|SVWZ|ABWA|ABWE|IBAN|BIC|PURP)[+]/.test(value) ? ` ${value}` : value;
    else if (field === 31) into.iban = ibanOf(value);
    else if (field === 32 || field === 33) partner += value;
  }
  if (partner) into.partner = partner;
  return purpose;
};

/** Reads a purpose; plain text comes back as it is. */
export const readStatement = (purpose: string): StatementText => {
  const into: StatementText = {
    purpose,
    bookingText: null,
    partner: null,
    creditorId: null,
    iban: null,
    purposeCode: null,
    transactionCode: null,
  };
  let text = purpose;
  if (text.includes('?2')) text = readMt940Fields(text, into);
  if (text.includes('+') || text.includes('CRED:') || text.includes('SVWZ:') || text.includes('EREF:'))
    text = readSepaTags(text, into);
  into.purpose = text;
  return into;
};

const paypalMerchant = [
  /ihr einkauf bei\s+(.+)$/i,
  /einkauf bei\s+(.+)$/i,
  /(?:^|\s)(?:pp\.?\d*\.?pp\s*)?\.\s*([^,.]{3,40}),/i,
  /(?:bestellung bei|zahlung an|purchase at|payment to)\s+(.+)$/i,
];

/** The merchant that an intermediary names in the purpose; null when it names none. */
export const merchantBehindIntermediary = (purpose: string): string | null => {
  for (const pattern of paypalMerchant) {
    const found = pattern.exec(purpose)?.[1]?.trim();
    if (found) return found;
  }
  return null;
};
