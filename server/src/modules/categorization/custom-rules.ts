import type { Transaction } from '#modules/banking/index.ts';
import type { CategoryRule } from './categorization.types.ts';
import { fold } from './text/symbols.ts';

/** A rule with its conditions prepared for comparing. */
export interface PreparedRule {
  rule: CategoryRule;
  partner: string | null;
  purpose: string | null;
  creditorId: string | null;
  iban: string | null;
}

const words = (text: string): string => ` ${fold(text)} `;
const compact = (text: string): string => text.replace(/\s+/g, '').toUpperCase();

/** Throws when a rule has no condition: it would decide everything. */
export const prepareRules = (rules: readonly CategoryRule[]): PreparedRule[] =>
  rules.map((rule) => {
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
  });

/** Whether all conditions of the rule hold for the booking. */
export const matchesRule = (prepared: PreparedRule, transaction: Transaction): boolean => {
  const { rule, partner, purpose, creditorId, iban } = prepared;
  const { paymentPartner, amountMinor } = transaction;
  if (rule.transactionId !== undefined && rule.transactionId !== transaction.transactionId) return false;
  if (rule.currency !== undefined && rule.currency !== transaction.currency) return false;
  if (rule.amountMinorFrom !== undefined && amountMinor < rule.amountMinorFrom) return false;
  if (rule.amountMinorTo !== undefined && amountMinor > rule.amountMinorTo) return false;
  if (creditorId !== null && compact(paymentPartner?.creditorId ?? '') !== creditorId) return false;
  if (iban !== null && compact(paymentPartner?.iban ?? '') !== iban) return false;
  if (partner !== null && !words(paymentPartner?.name ?? '').includes(partner)) return false;
  return purpose === null || words(`${transaction.purpose ?? ''} ${transaction.bookingText ?? ''}`).includes(purpose);
};
