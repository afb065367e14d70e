import type { Transaction } from '#modules/banking/index.ts';
import type { CategoryRule } from './categorization.types.ts';
import { readStatement, type StatementText } from './text/read-statement.ts';
import { fold } from './text/symbols.ts';

/** A rule with its conditions prepared for comparing. */
interface PreparedRule {
  rule: CategoryRule;
  partner: string | null;
  purpose: string | null;
  creditorId: string | null;
  iban: string | null;
}

/** The rules of a context: what a person corrected is found by its transaction, however many corrections there are. */
export interface PreparedRules {
  ofTransaction: ReadonlyMap<string, readonly PreparedRule[]>;
  ofAny: readonly PreparedRule[];
}

const words = (text: string): string => ` ${fold(text)} `;
/** What no text contains: a condition without a letter or digit that we can compare holds nowhere. */
const NOWHERE = '|';
const wordsToFind = (text: string): string => (fold(text) === '' ? NOWHERE : words(text));
const compact = (text: string): string => text.replace(/\s+/g, '').toUpperCase();

/** Throws when the rule has no condition: it would decide everything. */
const prepareRule = (rule: CategoryRule): PreparedRule => {
  const conditions = [
    rule.transactionId,
    rule.partner,
    rule.purpose,
    rule.creditorId,
    rule.iban,
    rule.amountMinorFrom,
    rule.amountMinorTo,
  ];
  if (conditions.every((condition) => condition === undefined)) {
    throw new Error(
      `Rule "${rule.id}" has no condition; give at least one of transactionId, partner, purpose, creditorId, iban or an amount`,
    );
  }
  return {
    rule,
    partner: rule.partner === undefined ? null : wordsToFind(rule.partner),
    purpose: rule.purpose === undefined ? null : wordsToFind(rule.purpose),
    creditorId: rule.creditorId === undefined ? null : compact(rule.creditorId),
    iban: rule.iban === undefined ? null : compact(rule.iban),
  };
};

/** Prepares rules in the order of precedence. Throws when one of them has no condition. */
export const prepareRules = (rules: readonly CategoryRule[]): PreparedRules => {
  const ofTransaction = new Map<string, PreparedRule[]>();
  const ofAny: PreparedRule[] = [];
  for (const prepared of rules.map(prepareRule)) {
    const { transactionId } = prepared.rule;
    if (transactionId === undefined) ofAny.push(prepared);
    else ofTransaction.set(transactionId, [...(ofTransaction.get(transactionId) ?? []), prepared]);
  }
  return { ofTransaction, ofAny };
};

/** What conditions are compared with, read from one booking when a rule first asks. */
interface Compared {
  statement?: StatementText;
  partner?: string;
  purpose?: string;
}

const statementOf = (compared: Compared, { purpose }: Transaction): StatementText =>
  (compared.statement ??= readStatement(purpose ?? ''));

/** Both spellings of the partner: the bank's own field, and what stands in the purpose (`?32?33`, `ABWA+`). */
const partnerOf = (compared: Compared, transaction: Transaction): string =>
  (compared.partner ??=
    words(transaction.paymentPartner?.name ?? '') + words(statementOf(compared, transaction).partner ?? ''));

const mt940Field = /\?\d\d/g;

/** The purpose as the bank sent it and as people read it, with subfields joined that a word was cut between. */
const purposeOf = (compared: Compared, transaction: Transaction): string => {
  if (compared.purpose !== undefined) return compared.purpose;
  const { purpose, bookingText } = statementOf(compared, transaction);
  const sent = transaction.purpose ?? '';
  const joined = purpose === sent ? '' : words(purpose);
  compared.purpose = `${words(sent.replace(mt940Field, ' '))}${joined}${words(transaction.bookingText ?? bookingText ?? '')}`;
  return compared.purpose;
};

const matches = (prepared: PreparedRule, transaction: Transaction, compared: Compared): boolean => {
  const { rule, partner, purpose, creditorId, iban } = prepared;
  const { paymentPartner, amountMinor } = transaction;
  if (rule.currency !== undefined && rule.currency !== transaction.currency) return false;
  if (rule.amountMinorFrom !== undefined && amountMinor < rule.amountMinorFrom) return false;
  if (rule.amountMinorTo !== undefined && amountMinor > rule.amountMinorTo) return false;
  if (creditorId !== null) {
    const sent = paymentPartner?.creditorId ?? statementOf(compared, transaction).creditorId;
    if (compact(sent ?? '') !== creditorId) return false;
  }
  if (iban !== null) {
    const sent = paymentPartner?.iban ?? statementOf(compared, transaction).iban;
    if (compact(sent ?? '') !== iban) return false;
  }
  if (partner !== null && !partnerOf(compared, transaction).includes(partner)) return false;
  return purpose === null || purposeOf(compared, transaction).includes(purpose);
};

/** The first rule all of whose conditions hold for the booking: those for this very booking, then all others. */
export const findRule = ({ ofTransaction, ofAny }: PreparedRules, transaction: Transaction): CategoryRule | null => {
  const compared: Compared = {};
  const own = ofTransaction.get(transaction.transactionId);
  for (const prepared of own ?? []) if (matches(prepared, transaction, compared)) return prepared.rule;
  for (const prepared of ofAny) if (matches(prepared, transaction, compared)) return prepared.rule;
  return null;
};
