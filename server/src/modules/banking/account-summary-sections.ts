import {
  drawBand,
  ensureSpace,
  fitLines,
  lineHeightPt,
  type Sheet,
  type StyledLine,
  type TextStyle,
  writeBlock,
} from '#platform/pdf/sheet.ts';
import { type Column, innerWidthPt, type Row, writeTable } from '#platform/pdf/table.ts';
import type { AccountMonth } from './account-summary-months.ts';
import { groupIban, type SummaryFormats, type SummaryTexts } from './account-summary-texts.ts';
import type { Account, Transaction } from './banking.types.ts';

/** The document stays at about five pages, whatever the account holds. */
const maxMonths = 36;

const ink = '#1a212c';
const grey = '#5c6675';
const red = '#a3211c';
const title: TextStyle = { weight: 'bold', sizePt: 20, color: ink };
const heading: TextStyle = { weight: 'bold', sizePt: 12, color: ink };
const body: TextStyle = { weight: 'regular', sizePt: 9, color: ink };
const strong: TextStyle = { ...body, weight: 'bold' };
const small: TextStyle = { weight: 'regular', sizePt: 8, color: grey };
export const tiny: TextStyle = { weight: 'regular', sizePt: 7.5, color: grey };

/** What every part of the document writes with. */
export interface Pen {
  sheet: Sheet;
  texts: SummaryTexts;
  formats: SummaryFormats;
  account: Account;
}

/** An amount as a cell: red and with a minus sign when below zero, a dash when unknown. */
function amountLine(pen: Pen, amountMinor: number | null, currency: string, style: TextStyle): StyledLine {
  if (amountMinor === null) return { text: '–', style };
  const text = pen.formats.amount(amountMinor, currency);
  return { text, style: amountMinor < 0 ? { ...style, color: red } : style };
}

export function writeNote(pen: Pen, text: string) {
  const lines = fitLines(pen.sheet, text, small, pen.sheet.widthPt, 3);
  ensureSpace(pen.sheet, lines.length * lineHeightPt(small) + 4);
  pen.sheet.yPt += 4;
  writeBlock(pen.sheet, 'P', lines);
}

/** A section's heading, kept on the page of what follows it. */
function writeHeading(pen: Pen, text: string) {
  ensureSpace(pen.sheet, 110);
  pen.sheet.yPt += 22;
  writeBlock(pen.sheet, 'H2', [{ text, style: heading }]);
  pen.sheet.yPt += 6;
}

/** Label and value pairs of the account; what is not known is left out, except owner and bank. */
function accountFacts(pen: Pen, timespan: { from: string; to: string } | null): [string, string][] {
  const { account, texts, formats } = pen;
  const limit = account.overdraftLimitMinor;
  const facts: [string, string | null][] = [
    [texts.owner, account.owner ?? texts.unknown],
    [texts.bank, account.bankName ?? texts.unknown],
    [texts.account, account.name],
    account.iban ? [texts.iban, groupIban(account.iban)] : [texts.accountNumber, account.accountNumber],
    account.bic ? [texts.bic, account.bic] : [texts.bankCode, account.bankCode],
    [texts.type, texts.types[account.type]],
    [texts.currency, account.currency],
    [texts.overdraftLimit, limit ? `${formats.amount(limit, account.currency)} ${account.currency}` : null],
    [texts.timespan, timespan && `${formats.date(timespan.from)} – ${formats.date(timespan.to)}`],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== null && fact[1].trim() !== '');
}

/** Title, the account's facts on the left, its balance in a box on the right. */
export function writeHead(pen: Pen, timespan: { from: string; to: string } | null, balanceDate: string | null) {
  const { sheet, texts, formats, account } = pen;
  writeBlock(sheet, 'H1', [{ text: texts.title, style: title }]);
  sheet.yPt += 12;

  const boxPt = 172;
  const boxLeftPt = sheet.leftPt + sheet.widthPt - boxPt;
  const factsTopPt = sheet.yPt;
  const labelPt = 112;
  const valuePt = boxLeftPt - sheet.leftPt - labelPt - 16;
  for (const [label, value] of accountFacts(pen, timespan)) {
    const lines = fitLines(sheet, value, body, valuePt, 2);
    writeBlock(sheet, 'P', [{ text: label, style: small }], place(sheet.leftPt, sheet.yPt + 0.8, labelPt, 'left'));
    writeBlock(sheet, 'P', lines, place(sheet.leftPt + labelPt, sheet.yPt, valuePt, 'left'));
    sheet.yPt += Math.max(1, lines.length) * lineHeightPt(body) + 3;
  }

  drawBand(sheet, boxLeftPt, factsTopPt, boxPt, 70);
  const amount = amountLine(pen, account.balanceMinor, account.currency, { weight: 'bold', sizePt: 16, color: ink });
  if (account.balanceMinor === null) amount.text = texts.unknown;
  else amount.text = `${amount.text} ${account.currency}`;
  const [fitted = amount] = fitLines(sheet, amount.text, amount.style, boxPt - 24);
  const inBox = (line: StyledLine, topPt: number) =>
    writeBlock(sheet, 'P', [line], place(boxLeftPt + 12, factsTopPt + topPt, boxPt - 24, 'right'));
  inBox({ text: texts.balance, style: small }, 11);
  inBox(fitted, 22);
  const asOf = balanceDate && account.balanceMinor !== null ? texts.asOf(formats.date(balanceDate)) : null;
  if (asOf) inBox({ text: asOf, style: small }, 45);
  sheet.yPt = Math.max(sheet.yPt, factsTopPt + 70);
}

function place(xPt: number, yPt: number, widthPt: number, align: 'left' | 'right') {
  return { xPt, yPt, widthPt, align };
}

export function writeMonths(pen: Pen, months: readonly AccountMonth[], currentMonth: string) {
  const { sheet, texts, formats, account } = pen;
  const shown = months.slice(0, maxMonths);
  const amountColumn = (head: string, widthPt: number): Column => ({ head, widthPt, align: 'right' });
  const columns: Column[] = [
    { head: texts.month, widthPt: sheet.widthPt - 4 * 90 - 30, align: 'left' },
    amountColumn(texts.inflow, 90),
    amountColumn(texts.outflow, 90),
    amountColumn(texts.net, 90),
    amountColumn(texts.endBalance, 120),
  ];
  const cell = (amountMinor: number | null, style: TextStyle) => [
    amountLine(pen, amountMinor, account.currency, style),
  ];
  // In a column of nothing but outflows the sign is enough; red would only tire the eye.
  const outflow = (minor: number, style: TextStyle): StyledLine[] => [
    { text: formats.amount(minor === 0 ? 0 : -minor, account.currency), style },
  ];
  const monthName = (month: string) =>
    month === currentMonth ? texts.running(formats.month(month)) : formats.month(month);
  const rows: Row[] = shown.map((month) => ({
    cells: [
      [{ text: monthName(month.month), style: body }],
      cell(month.inflowMinor, body),
      outflow(month.outflowMinor, body),
      cell(month.netMinor, body),
      cell(month.endBalanceMinor, body),
    ],
  }));
  const sum = (pick: (month: AccountMonth) => number) => shown.reduce((total, month) => total + pick(month), 0);
  rows.push({
    band: '#f7f8fa',
    cells: [
      [{ text: texts.sum(shown.length), style: strong }],
      cell(
        sum((month) => month.inflowMinor),
        strong,
      ),
      outflow(
        sum((month) => month.outflowMinor),
        strong,
      ),
      cell(
        sum((month) => month.netMinor),
        strong,
      ),
      [],
    ],
  });
  writeHeading(pen, `${texts.months} (${account.currency})`);
  writeTable(sheet, columns, rows);
  if (months.length > shown.length) writeNote(pen, texts.moreMonths(formats.count(months.length - shown.length)));
}

export function writeTransactions(pen: Pen, newestFirst: readonly Transaction[], transactionCount: number) {
  const { sheet, texts, formats, account } = pen;
  const columns: [Column, Column, Column] = [
    { head: texts.date, widthPt: 92, align: 'left' },
    { head: texts.partner, widthPt: sheet.widthPt - 92 - 100, align: 'left' },
    { head: texts.amount, widthPt: 100, align: 'right' },
  ];
  const textPt = innerWidthPt(columns[1]);
  const rows: Row[] = newestFirst.map((transaction) => {
    const partner = transaction.paymentPartner?.name || transaction.bookingText || '';
    const details = [partner === transaction.bookingText ? null : transaction.bookingText, transaction.purpose];
    const amount = amountLine(pen, transaction.amountMinor, transaction.currency, body);
    if (transaction.currency !== account.currency) amount.text += ` ${transaction.currency}`;
    const date: StyledLine[] = [{ text: formats.date(transaction.bookingDate), style: body }];
    if (transaction.status === 'pending') date.push({ text: texts.pending, style: small });
    return {
      cells: [
        date,
        [
          ...fitLines(sheet, partner, strong, textPt),
          ...fitLines(sheet, details.filter(Boolean).join(' · '), small, textPt, 2),
        ],
        [amount],
      ],
    };
  });
  writeHeading(pen, `${texts.latest} (${account.currency})`);
  writeTable(sheet, columns, rows);
  if (transactionCount > rows.length) {
    writeNote(pen, texts.moreTransactions(formats.count(rows.length), formats.count(transactionCount)));
  }
}
