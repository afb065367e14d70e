/** An `Ntry` of CAMT.052/053 → transactions: one, or one for each payment of a batch whose amounts are given. */
import type { StatementTransaction } from '../../statements/statement.types.ts';
import { readAmount } from '../amounts.ts';
import { readDate } from '../dates.ts';
import { readSepaTags } from '../sepa-tags.ts';
import { asReference, cleanCode, cleanText, transactionOf } from '../statement-text.ts';
import { type Element, find, findAll, textAt } from '../xml/element.ts';
import { readPartner, ultimateParty } from './read-parties.ts';

export interface EntryProblem {
  line: number;
  reason: string;
}

class EntryFault extends Error {
  readonly line: number;
  constructor(element: Element, reason: string) {
    super(reason);
    this.line = element.line;
  }
}

/** All transactions of the entry, or why none of it can be read. `today` is for pending entries without a date. */
export function readEntry(entry: Element, today: string): StatementTransaction[] | EntryProblem {
  try {
    const whole = readWhole(entry, today);
    const details = findAll(entry, 'NtryDtls').flatMap((list) => findAll(list, 'TxDtls'));
    if (details.length <= 1) return [describe(whole, entry, details[0] ?? null)];
    return splitBatch(whole, entry, details) ?? [describe(whole, entry, null)];
  } catch (error) {
    if (error instanceof EntryFault) return { line: error.line, reason: error.message };
    throw error;
  }
}

type Whole = Pick<StatementTransaction, 'amountMinor' | 'currency' | 'bookingDate' | 'valueDate' | 'status'>;

function readWhole(entry: Element, today: string): Whole {
  const status = textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts') ?? 'BOOK';
  const isPending = status === 'PDNG' || status === 'FUTR';
  const valueDate = readDay(entry, 'ValDt');
  const bookingDate = readDay(entry, 'BookgDt') ?? valueDate ?? (isPending ? today : null);
  if (!bookingDate) throw new EntryFault(entry, 'Ntry: neither BookgDt nor ValDt is given');
  const { amountMinor, currency } = readSigned(entry, entry);
  return { amountMinor, currency, bookingDate, valueDate, status: isPending ? 'pending' : 'booked' };
}

function readDay(entry: Element, name: string): string | null {
  const element = find(entry, name);
  const text = textAt(element, 'Dt') ?? textAt(element, 'DtTm');
  if (!element || !text) return null;
  const day = readDate(text.slice(0, 10), 'dmy');
  if (!day) throw new EntryFault(element, `${name}: "${text.slice(0, 30)}" is no date`);
  return day;
}

/**
 * The amount with the sign of `CdtDbtInd`, which already tells the direction of a reversal (`RvslInd`): a returned debit is
 * a credit entry. `fallback` is asked for what a part of a batch leaves out.
 */
function readSigned(element: Element, fallback: Element): { amountMinor: number; currency: string } {
  const amount = amountOf(element);
  if (!amount) throw new EntryFault(element, `${element.name}: Amt is missing`);
  const indicator = textAt(element, 'CdtDbtInd') ?? textAt(fallback, 'CdtDbtInd');
  if (indicator !== 'CRDT' && indicator !== 'DBIT')
    throw new EntryFault(element, `${element.name}: CdtDbtInd is neither CRDT nor DBIT`);
  const currency = amount.currency ?? '';
  const minor = readAmount(amount.text.trim(), '.', currency);
  if (typeof minor !== 'number') throw new EntryFault(amount, `Amt: ${minor.problem}`);
  return { amountMinor: indicator === 'DBIT' ? -minor + 0 : minor, currency };
}

/** A part of a batch has its amount in itself (`.001.08`) or among the details of amounts (`.001.02`). */
function amountOf(element: Element): Element | null {
  if (element.name === 'Ntry') return find(element, 'Amt');
  return (
    find(element, 'Amt') ?? find(element, 'AmtDtls', 'TxAmt', 'Amt') ?? find(element, 'AmtDtls', 'InstdAmt', 'Amt')
  );
}

/** Null when the parts do not tell their amounts in the currency of the account, or do not make up the whole. */
function splitBatch(whole: Whole, entry: Element, details: Element[]): StatementTransaction[] | null {
  const amounts = details.map((detail) => (amountOf(detail) ? readSigned(detail, entry) : null));
  if (amounts.some((amount) => amount === null || amount.currency !== whole.currency)) return null;
  const sum = amounts.reduce((total, amount) => total + (amount?.amountMinor ?? 0), 0);
  if (sum !== whole.amountMinor) return null;
  return details.map((detail, n) => {
    const part = describe({ ...whole, amountMinor: amounts[n]?.amountMinor ?? 0 }, entry, detail);
    // The entry's number is common to all of them: two equal parts would pass for one.
    return { ...part, bankIds: [...new Set(part.bankIds.map((id) => id.replace(/^entry:/, 'ref:')))] };
  });
}

function describe(whole: Whole, entry: Element, detail: Element | null): StatementTransaction {
  const isIncoming = whole.amountMinor >= 0;
  // A payment that came back names its parties as on its way out.
  const isReturn = find(detail, 'RtrInf') !== null || textAt(entry, 'RvslInd') === 'true';
  const partner = readPartner(detail, isIncoming !== isReturn) ?? readPartner(detail, isIncoming === isReturn);
  const { purpose, tags } = readSepaTags(readRemittance(detail) ?? '');
  const ultimate = ultimateParty(detail, isIncoming !== isReturn, partner);
  const returned = returnReason(detail);
  const texts = [purpose, ultimate, returned, purpose ? null : textAt(entry, 'AddtlNtryInf')];
  const references = find(detail, 'Refs');
  return transactionOf({
    ...whole,
    bankIds: bankIdsOf(entry, detail),
    bookingText: cleanText(textAt(entry, 'AddtlNtryInf') ?? textAt(detail, 'AddtlTxInf')),
    purpose: cleanText(texts.filter((text) => text !== null).join(' ')),
    paymentPartner: partner && { ...partner, creditorId: partner.creditorId ?? cleanCode(tags.get('CRED')) },
    endToEndId: asReference(textAt(references, 'EndToEndId') ?? tags.get('EREF')),
    mandateId: asReference(textAt(references, 'MndtId') ?? tags.get('MREF')),
    purposeCode: cleanCode(textAt(detail, 'Purp', 'Cd') ?? textAt(detail, 'Purp', 'Prtry')),
    bankTransactionCode: transactionCode(detail) ?? transactionCode(entry),
  });
}

function readRemittance(detail: Element | null): string | null {
  const remittance = find(detail, 'RmtInf');
  const free = findAll(remittance, 'Ustrd').map(({ text }) => text);
  // Lines of 140 characters were cut where they were full.
  if (free.length > 0) return free.map((text) => (text.length >= 140 ? text : `${text.trimEnd()} `)).join('');
  const structured = findAll(remittance, 'Strd').flatMap((part) => [
    textAt(part, 'CdtrRefInf', 'Ref'),
    ...findAll(part, 'RfrdDocInf').map((document) => textAt(document, 'Nb')),
    ...findAll(part, 'AddtlRmtInf').map(({ text }) => text.trim()),
  ]);
  const given = structured.filter((text) => text !== null && text !== '');
  return given.length > 0 ? given.join(' ') : null;
}

/** Why a payment came back: the code of ISO 20022 and the words of the bank. */
function returnReason(detail: Element | null): string | null {
  const info = find(detail, 'RtrInf');
  if (!info) return null;
  const code = textAt(info, 'Rsn', 'Cd') ?? textAt(info, 'Rsn', 'Prtry');
  const words = findAll(info, 'AddtlInf').map(({ text }) => text.trim());
  const text = [code, ...words].filter(Boolean).join(' ');
  return text === '' ? null : text;
}

/** Best first; what all parts of a batch share comes last. */
function bankIdsOf(entry: Element, detail: Element | null): string[] {
  const references = find(detail, 'Refs');
  const own = textAt(references, 'TxId') ?? textAt(references, 'Prtry', 'Ref');
  const ids = [
    prefixed('entry', textAt(entry, 'NtryRef')),
    prefixed('ref', textAt(references, 'AcctSvcrRef')),
    prefixed('ref', own),
    prefixed('ref', textAt(entry, 'AcctSvcrRef')),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}

function prefixed(kind: string, id: string | null): string | null {
  const reference = asReference(id);
  return reference && `${kind}:${reference}`;
}

/** The domain code `PMNT-RDDT-ESDD`; of a bank's own code (`NDDT+105+00931`), the German GVC. */
function transactionCode(element: Element | null): string | null {
  const code = find(element, 'BkTxCd');
  const domain = find(code, 'Domn');
  const parts = [textAt(domain, 'Cd'), textAt(domain, 'Fmly', 'Cd'), textAt(domain, 'Fmly', 'SubFmlyCd')];
  const own = textAt(code, 'Prtry', 'Cd');
  if (parts.every((part) => part !== null)) return parts.join('-');
  return cleanCode(/^(?:[A-Z0-9]{4}\+)?(\d{3})(?:\+|$)/.exec(own ?? '')?.[1] ?? own);
}
