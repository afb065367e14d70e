import type { Transaction } from '#modules/banking/index.ts';
import { type BookingView, createBookingView, readBooking } from './booking-view.ts';
import { type Candidate, consider, createRanking, type Ranking } from './candidates.ts';
import type { CategorizationContext, CategoryRule, Decision } from './categorization.types.ts';
import { considerCodes, considerMerchants, considerPhrases, considerShape, type Signals } from './collect-evidence.ts';
import { combinedEvidence } from './combined-evidence.ts';
import { confidenceOf, levelOf } from './confidence.ts';
import { findRule, type PreparedRules, prepareRules } from './custom-rules.ts';
import { companyCategory, personCategory } from './evidence/directions.ts';
import { type Lexicon, loadLexicon } from './lexicon/load-lexicon.ts';
import { type OwnAccounts, ownAccountEvidence, readOwnAccounts } from './own-accounts.ts';
import { createDecisionShare } from './share-decisions.ts';
import { categoryOf } from './taxonomy/categories.ts';

export interface Categorizer {
  /** Decides for one booking; never throws for what a bank sent, and the same input gives the same decision. */
  categorize(transaction: Transaction, context: CategorizationContext): Decision;
}

interface PreparedContext {
  own: OwnAccounts;
  rules: PreparedRules;
}

/** Fee for a returned debit rather than a returned debit of one's own customers: people collect none. */
const SMALL_RETURN_MINOR = 1500;
const WEAK = 60;
/** Kindergeldnummern (`123FK456789`) stand on payments that name only the Bundesagentur. */
const childBenefitNumber = /\b\d{3}\s?FK\s?\d{4,}|\bKG\s?\d/i;

const decide = (candidate: Candidate, ranking: Ranking, category: string): Decision => {
  const confidence = confidenceOf(
    category,
    candidate.evidence,
    candidate.weight,
    ranking.rivalWeight,
    ranking.supporters,
  );
  const tags: string[] = [...categoryOf(category).tags];
  if (candidate.refund) tags.push('refund');
  return {
    categoryId: category,
    confidence,
    level: levelOf(confidence),
    reason: candidate.refund ? `${candidate.reason}; money coming in is a refund` : candidate.reason,
    evidence: candidate.evidence,
    merchant: candidate.merchant,
    tags,
  };
};

/** What the category becomes when one knows whose account it is. */
const settleCategory = (candidate: Candidate, view: BookingView, signals: Signals, isCompany: boolean): string => {
  const { category } = candidate;
  if (category === 'garnishment' && signals.publicCreditor) return 'garnishment_public';
  if (category === 'unemployment_benefit' && childBenefitNumber.test(view.statement.purpose)) return 'child_benefit';
  if (!isCompany) {
    if (category === 'back_debit_out' && -view.amountMinor <= SMALL_RETURN_MINOR) return 'back_debit_fee';
    return personCategory[category] ?? category;
  }
  if (view.incoming && candidate.refund && !view.isCard && candidate.evidence !== 'merchant_category_code')
    return 'revenue';
  return companyCategory[category] ?? category;
};

const fallbackCandidate = (view: BookingView, isCompany: boolean): Candidate => {
  const base = { evidence: 'fallback' as const, refund: false, merchant: null };
  if (view.incoming) {
    if (isCompany && view.via)
      return { ...base, category: 'card_settlement', weight: 85, reason: `${view.via} pays out what customers paid` };
    if (isCompany)
      return {
        ...base,
        category: 'revenue',
        weight: 70,
        reason: 'Money coming into a company account, and nothing says otherwise',
      };
    const category = view.isOrganisation ? 'other_income' : 'other_transfer_in';
    return { ...base, category, weight: 40, reason: 'Money coming in, and nothing says what for' };
  }
  if (isCompany && !view.isCard)
    return { ...base, category: 'supplier_payment', weight: 55, reason: 'A company pays, and nothing says otherwise' };
  if (view.isCard)
    return { ...base, category: 'other_shopping', weight: 22, reason: 'A card payment, and nothing says what for' };
  return { ...base, category: 'uncategorized', weight: 15, reason: 'Nothing in the booking says what it was for' };
};

const rankEvidence = (
  view: BookingView,
  signals: Signals,
  transaction: Transaction,
  lexicon: Lexicon,
  isCompany: boolean,
): Ranking => {
  const ranking = createRanking();
  considerCodes(ranking, view, transaction);
  considerMerchants(ranking, view, 'name', lexicon);
  considerPhrases(ranking, signals, view, 'name', lexicon);
  considerPhrases(ranking, signals, view, 'booking', lexicon);
  considerPhrases(ranking, signals, view, 'purpose', lexicon);
  considerMerchants(ranking, view, 'purpose', lexicon);
  if (!ranking.best || ranking.best.weight < 93 || view.isPerson || view.via) considerShape(ranking, view, lexicon);
  if (!ranking.best || ranking.best.weight < WEAK) consider(ranking, fallbackCandidate(view, isCompany));
  return ranking;
};

const customDecision = (rule: CategoryRule): Decision => ({
  categoryId: rule.categoryId,
  confidence: 1,
  level: 'VERY_HIGH',
  reason: rule.kind === 'correction' ? 'A person corrected this' : `A rule of the workspace says so (${rule.id})`,
  evidence: rule.kind,
  merchant: null,
  tags: categoryOf(rule.categoryId).tags,
});

/** Loads the compiled index (once per process is enough) and answers a categorizer that is safe to share. */
export const createCategorizer = (): Categorizer => {
  const lexicon = loadLexicon();
  const view = createBookingView(lexicon);
  const contexts = new WeakMap<CategorizationContext, PreparedContext>();
  const share = createDecisionShare();

  const prepare = (context: CategorizationContext): PreparedContext => {
    const known = contexts.get(context);
    if (known) return known;
    const prepared = { own: readOwnAccounts(context.accounts), rules: prepareRules(context.rules ?? []) };
    contexts.set(context, prepared);
    return prepared;
  };

  const categorize = (transaction: Transaction, context: CategorizationContext): Decision => {
    const { own, rules } = prepare(context);
    const rule = findRule(rules, transaction);
    if (rule) return customDecision(rule);
    readBooking(view, transaction, lexicon);
    const ownAccount = ownAccountEvidence(own, transaction, view.statement);
    const isCompany = context.userType === 'company';
    const internal = view.incoming ? 'internal_transfer_in' : 'internal_transfer_out';
    const ownCandidate: Candidate | null = ownAccount && {
      category: internal,
      weight: ownAccount.sure ? 99 : 96,
      evidence: 'own_account',
      reason: ownAccount.reason,
      refund: false,
      merchant: null,
    };
    if (ownCandidate && ownAccount?.sure) return decide(ownCandidate, createRanking(), internal);
    const signals: Signals = { publicCreditor: false, boughtByTransfer: null };
    const ranking = rankEvidence(view, signals, transaction, lexicon, isCompany);
    if (signals.boughtByTransfer && !view.isPerson && ranking.best?.category === 'private_transfer_out')
      ranking.best = signals.boughtByTransfer;
    ranking.best = combinedEvidence(ranking.best as Candidate, view, isCompany) ?? ranking.best;
    if (ownCandidate) consider(ranking, ownCandidate);
    const best = ranking.best as Candidate;
    const category = best === ownCandidate ? internal : settleCategory(best, view, signals, isCompany);
    return share(decide(best, ranking, category));
  };
  return { categorize };
};
