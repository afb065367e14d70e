/** The lines above the headings: whose account it is, and what was on it on which day. */
import type { AccountType } from '../../banking.types.ts';
import type { StatementAccount, StatementBalance } from '../../statements/statement.types.ts';
import { type DecimalMark, looksLikeAmount, readAmount } from '../amounts.ts';
import { type DateOrder, looksLikeDate, readDate } from '../dates.ts';
import { asIban, cleanCode, cleanName } from '../statement-text.ts';

const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/;
const CARD = /\b\d{4,6}[\s*xX.•]{4,}\d{2,4}\b/;
const TYPES: [RegExp, AccountType][] = [
  [/kreditkarte|credit card|visa|mastercard/i, 'KREDIT_KARTE'],
  [/tagesgeld/i, 'TAGESGELD'],
  [/sparkonto|sparbuch|savings/i, 'SPARKONTO'],
  [/depot/i, 'DEPOT'],
  [/girokonto|kontokorrent|current account|checking/i, 'GIRO'],
];

export type PreambleFacts = Pick<StatementAccount, 'iban' | 'accountNumber' | 'bankCode' | 'owner' | 'type'>;

export function readPreamble(rows: string[][]): PreambleFacts {
  const text = rows.map((cells) => cells.join(' ')).join('\n');
  const iban =
    rows
      .flat()
      .map((cell) => asIban(IBAN.exec(cell)?.[0]))
      .find((found) => found !== null) ?? null;
  const card = CARD.exec(text)?.[0] ?? null;
  return {
    iban,
    accountNumber: iban
      ? null
      : (cleanCode(valueOf(rows, /^(?:konto(?:nummer|nr\.?)?:?$|account number|account name|kreditkarte)/i)) ??
        cleanCode(card)),
    bankCode: cleanCode(valueOf(rows, /^(?:blz|bankleitzahl|sort code)/i)),
    owner: cleanName(valueOf(rows, /^(?:kontoinhaber|inhaber|kunde|account holder|name)/i)),
    type: TYPES.find(([words]) => words.test(text))?.[1] ?? null,
  };
}

/** The cell behind a label, or the text behind its colon. */
function valueOf(rows: string[][], label: RegExp): string | null {
  for (const cells of rows) {
    const at = cells.findIndex((cell) => label.test(cell.trim()));
    if (at < 0) continue;
    const behind = cells.slice(at + 1).find((cell) => cell.trim() !== '');
    return behind ?? /:\s*(.+)$/.exec(cells[at] ?? '')?.[1] ?? null;
  }
  return null;
}

const BALANCE_WORDS =
  /^\W*(?:(?:neuer|aktueller|letzter|alter)\s+kontostand|kontostand|anfangssaldo|endsaldo|schlusssaldo|startsaldo|saldo(?:vortrag)?|summen?|gesamt(?:summe|betrag)?|anzahl(?:\s+der)?\s+(?:ums(?:ä|ae)tze|buchungen|posten)|total|(?:opening|closing|beginning|ending|current|available|account)\s+balance|balance|total (?:credits|debits))\b(?!\s*nach)/i;
const OPENING_WORDS = /^\W*(?:alter|anfangs|start|opening|beginning|saldovortrag)/i;

/** True for a line that begins by naming a balance or a sum. */
export function isBalanceRow(cells: string[]): boolean {
  const label = cells.find((cell) => cell.trim() !== '') ?? '';
  return label.length < 60 && BALANCE_WORDS.test(label);
}

/** The balance of a line that names the day too; null when it leaves that open. */
export function readBalanceRow(
  cells: string[],
  format: { dateOrder: DateOrder; decimal: DecimalMark; currency: string },
): StatementBalance | null {
  const label = cells.find((cell) => BALANCE_WORDS.test(cell));
  if (label === undefined || /^\W*(?:summe|gesamt|anzahl|total|available)/i.test(label)) return null;
  const dates = cells.flatMap((cell) =>
    looksLikeDate(cell) ? [cell] : (/\d{1,2}[./]\d{1,2}[./]\d{2,4}/.exec(cell) ?? []),
  );
  const date = dates[0] === undefined ? null : readDate(dates[0], format.dateOrder);
  const value = cells.find((cell) => looksLikeAmount(cell) && !looksLikeDate(cell));
  if (!date || value === undefined) return null;
  const amountMinor = readAmount(value, format.decimal, format.currency);
  if (typeof amountMinor !== 'number') return null;
  const debit = cells.some((cell) => /^(?:S|Soll)$/i.test(cell.trim()));
  return {
    kind: OPENING_WORDS.test(label) ? 'opening' : 'closing',
    amountMinor: debit ? -Math.abs(amountMinor) : amountMinor,
    currency: format.currency,
    date,
  };
}
