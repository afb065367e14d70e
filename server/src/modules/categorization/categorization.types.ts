import type { Account } from '#modules/banking/index.ts';
import type { PfcPrimary } from './taxonomy/pfc.ts';

/** The income analysis of a person has one module for each. */
export type IncomeModule =
  | 'salary'
  | 'pension'
  | 'child_benefit'
  | 'parental_allowance'
  | 'rental'
  | 'investment'
  | 'loan'
  | 'alimony'
  | 'self_employment'
  | 'other';

/** The spending analysis of a person has one module for each. */
export type SpendingModule =
  | 'housing'
  | 'utilities'
  | 'groceries'
  | 'mobility'
  | 'insurance'
  | 'credit'
  | 'communication'
  | 'media'
  | 'leisure'
  | 'health'
  | 'savings'
  | 'children'
  | 'taxes'
  | 'other';

/** Kinds of booking that the analyses ask for across categories. */
export type CategoryTag =
  | 'back_debit'
  | 'back_debit_fee'
  | 'garnishment'
  | 'collection'
  | 'gambling'
  | 'cash_deposit'
  | 'cash_withdrawal'
  | 'internal_transfer'
  | 'insurance'
  | 'loan_instalment'
  | 'credit_line_interest'
  | 'leasing'
  | 'loan_payout'
  | 'investment'
  | 'savings_plan'
  | 'child_related'
  | 'private_transfer'
  | 'revenue'
  | 'payroll'
  | 'tax'
  | 'rent'
  | 'mortgage'
  | 'car'
  | 'benefit';

export interface Category {
  /** Stable snake_case, globally unique. */
  id: string;
  /** Id of one of the `primaries`. */
  primary: string;
  name: { en: string; de: string };
  /** The matching id of Plaid's personal finance categories v2. */
  pfc: { primary: PfcPrimary; detailed: string };
  /** The income module a credit of this category belongs to; null: it is not income. */
  incomeModule: IncomeModule | null;
  /** `recurring`: only bookings that recur count as income (one-off private gifts do not). */
  incomeWhen: 'always' | 'recurring';
  /** The spending module of this category (a refund, being positive, lowers it); null: it is not spending. */
  spendingModule: SpendingModule | null;
  tags: readonly CategoryTag[];
}

export interface Primary {
  id: string;
  name: { en: string; de: string };
}

export type ConfidenceLevel = 'VERY_HIGH' | 'HIGH' | 'MEDIUM' | 'LOW';

/** Which kind of evidence decided. The first two always win; of the others the one with the greatest weight. */
export type EvidenceKind =
  | 'correction'
  | 'workspace_rule'
  | 'own_account'
  | 'return'
  | 'authority'
  | 'creditor_id'
  | 'bank_code'
  | 'purpose_code'
  | 'merchant_category_code'
  | 'merchant'
  | 'phrase'
  | 'booking_type'
  | 'rhythm'
  | 'statistical'
  | 'fallback';

export interface Merchant {
  name: string;
  domain?: string;
  /** The payment service that stood in front of the merchant, such as `PayPal`. */
  via?: string;
}

export interface Decision {
  categoryId: string;
  /** 0 to 1: the share of decisions with the same kind of evidence that is right. */
  confidence: number;
  level: ConfidenceLevel;
  /** A short English sentence that names the evidence in words a person can check. */
  reason: string;
  evidence: EvidenceKind;
  merchant: Merchant | null;
  /** The tags of the category, and what was seen in this booking: `refund`, `bonus`, `capital_returned` … */
  tags: readonly string[];
}

/**
 * A correction by a person or a rule of a workspace. All given conditions must hold; text conditions ignore case,
 * accents and punctuation and look for whole words.
 */
export interface CategoryRule {
  /** What the reason of a decision names. */
  id: string;
  /** The stored rule of the workspace that it is. */
  ruleId?: string;
  kind: 'correction' | 'workspace_rule';
  categoryId: string;
  /** Matches this one booking only. */
  transactionId?: string;
  partner?: string;
  purpose?: string;
  creditorId?: string;
  iban?: string;
  /** Signed minor units, both ends included. */
  amountMinorFrom?: number;
  amountMinorTo?: number;
  /** ISO 4217; only transactions in it match. */
  currency?: string;
}

export interface CategorizationContext {
  userType: 'person' | 'company';
  /** All accounts of the user: money between them is nobody's income. */
  accounts: readonly Account[];
  /** In the order of precedence; corrections come before workspace rules. */
  rules?: readonly CategoryRule[];
}
