import type { Transaction } from '#modules/banking/index.ts';
import type { CategoryRule } from './categorization.types.ts';
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
    partner: rule.partner === undefined ? null : words(rule.partner),
    purpose: rule.purpose === undefined ? null : words(rule.purpose),
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

/** The texts of one booking as conditions are compared with them, made when a rule first asks. */
interface ComparedTexts {
  partner?: string;
  purpose?: string;
}

const matches = (prepared: PreparedRule, transaction: Transaction, texts: ComparedTexts): boolean => {
  const { rule, partner, purpose, creditorId, iban } = prepared;
  const { paymentPartner, amountMinor } = transaction;
  if (rule.currency !== undefined && rule.currency !== transaction.currency) return false;
  if (rule.amountMinorFrom !== undefined && amountMinor < rule.amountMinorFrom) return false;
  if (rule.amountMinorTo !== undefined && amountMinor > rule.amountMinorTo) return false;
  if (creditorId !== null && compact(paymentPartner?.creditorId ?? '') !== creditorId) return false;
  if (iban !== null && compact(paymentPartner?.iban ?? '') !== iban) return false;
  if (partner !== null && !(texts.partner ??= words(paymentPartner?.name ?? '')).includes(partner)) return false;
  if (purpose === null) return true;
  texts.purpose ??= words(`${transaction.purpose ?? ''} ${transaction.bookingText ?? ''}`);
  return texts.purpose.includes(purpose);
};

/** The first rule all of whose conditions hold for the booking: those for this very booking, then all others. */
export const findRule = ({ ofTransaction, ofAny }: PreparedRules, transaction: Transaction): CategoryRule | null => {
  const texts: ComparedTexts = {};
  const own = ofTransaction.get(transaction.transactionId);
  for (const prepared of own ?? []) if (matches(prepared, transaction, texts)) return prepared.rule;
  for (const prepared of ofAny) if (matches(prepared, transaction, texts)) return prepared.rule;
  return null;
};
