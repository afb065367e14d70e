import type { Category } from '#modules/categorization/index.ts';
import type { CategorizedTransaction } from '../engine.types.ts';

/**
 * How likely payments of this kind belong to a contract, before looking at their rhythm:
 * `contract` kinds may vary in amount, `purchase` kinds must be equal and punctual to count, `none` never count.
 */
export type RecurrencePrior = 'contract' | 'neutral' | 'purchase' | 'none';

/** A prior of payments that can recur. */
export type RecurringPrior = Exclude<RecurrencePrior, 'none'>;

const CONTRACT_PRIMARIES = new Set(['income', 'insurance', 'utilities', 'communication', 'savings_investment']);
const PURCHASE_PRIMARIES = new Set(['food_drink', 'shopping', 'mobility', 'travel', 'health', 'leisure']);

const BY_CATEGORY: Readonly<Record<string, RecurrencePrior>> = {
  payroll: 'contract',
  social_contributions: 'contract',
  loan_instalment: 'contract',
  mortgage_payment: 'contract',
  car_loan_payment: 'contract',
  student_loan_payment: 'contract',
  bnpl_payment: 'contract',
  leasing: 'contract',
  credit_card_payment: 'contract',
  garnishment: 'contract',
  garnishment_public: 'contract',
  account_fee: 'contract',
  rent: 'contract',
  service_charges: 'contract',
  home_security: 'contract',
  tv_film: 'contract',
  music_audio: 'contract',
  fitness: 'contract',
  childcare: 'contract',
  child_support_paid: 'contract',
  education: 'contract',
  storage: 'contract',
  software_online: 'contract',
  membership: 'contract',
  tax_payment: 'contract',
  vehicle_tax: 'contract',
  property_tax: 'contract',
  broadcasting_fee: 'contract',
  donation: 'contract',
  savings_out: 'neutral',
  interest_income: 'neutral',
  dividends: 'neutral',
  securities_purchase: 'neutral',
  crypto_purchase: 'neutral',
  video_games: 'neutral',
  books_press: 'neutral',
  rental_car: 'neutral',
  children_goods: 'purchase',
  furniture: 'purchase',
  hardware_garden: 'purchase',
  home_repair: 'purchase',
  home_other: 'purchase',
  postage: 'purchase',
  bonus_pay: 'none',
  cashback: 'none',
  expense_reimbursement: 'none',
  insurance_payout: 'none',
  tax_refund: 'none',
  securities_sale: 'none',
  crypto_sale: 'none',
  atm_fee: 'none',
  foreign_fee: 'none',
  overdraft_fee: 'none',
  late_fee: 'none',
  cash_advance_fee: 'none',
  check_deposit: 'none',
};

const UNDECIDED_PRIMARIES = new Set(['other', 'transfer']);

const NEVER_RECURRING_TAGS = ['back_debit', 'back_debit_fee', 'cash_deposit', 'cash_withdrawal', 'refund'];

/** Standing orders and subscriptions that the bank itself calls recurring. */
const CALLED_RECURRING = /dauerauftrag|standing order|recurring p|\bautopay\b|direct dep|payroll/i;

/** Moved between own accounts, by the pairing of accounts or by its category. */
export const isOwnTransfer = (transaction: CategorizedTransaction, category: Category): boolean =>
  transaction.isInternalTransfer || category.tags.includes('internal_transfer');

/** The prior of one booking. */
export function recurrencePrior(transaction: CategorizedTransaction, category: Category): RecurrencePrior {
  const { amountMinor, bookingText, purpose } = transaction;
  const isTagged = (tag: string): boolean =>
    transaction.tags.includes(tag) || (category.tags as readonly string[]).includes(tag);
  if (NEVER_RECURRING_TAGS.some(isTagged) || (amountMinor > 0 && isTagged('loan_payout'))) return 'none';
  const prior = priorOfCategory(category);
  if (prior === 'none') return 'none';
  // Money that comes back from a shop or an insurer is a refund, whether or not it was recognised as one.
  const isOfSpending = category.spendingModule !== null && category.incomeModule === null;
  if (amountMinor > 0 && isOfSpending && !UNDECIDED_PRIMARIES.has(category.primary)) return 'none';
  const isOwn = isOwnTransfer(transaction, category);
  if (prior === 'contract' && !isOwn) return prior;
  if (CALLED_RECURRING.test(bookingText ?? '') || CALLED_RECURRING.test(purpose ?? '')) return 'contract';
  return isOwn ? 'neutral' : prior;
}

function priorOfCategory(category: Category): RecurrencePrior {
  const explicit = BY_CATEGORY[category.id];
  if (explicit) return explicit;
  if (CONTRACT_PRIMARIES.has(category.primary)) return 'contract';
  return PURCHASE_PRIMARIES.has(category.primary) ? 'purchase' : 'neutral';
}

/** The prior of a group: contracts where most bookings are of such a kind, purchases where at least half are. */
export function priorOfGroup(priors: readonly RecurrencePrior[]): RecurrencePrior {
  let contracts = 0;
  let purchases = 0;
  for (const prior of priors) {
    if (prior === 'contract') contracts++;
    else if (prior === 'purchase') purchases++;
  }
  if (contracts >= priors.length * 0.6) return 'contract';
  return purchases >= priors.length * 0.5 ? 'purchase' : 'neutral';
}
