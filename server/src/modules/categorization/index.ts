/**
 * Categorization: transaction → category, merchant, confidence and a reason a person can check.
 * Pure: no clock, no I/O after the compiled index is loaded; the same input gives the same decision.
 */
export type {
  CategorizationContext,
  Category,
  CategoryRule,
  CategoryTag,
  ConfidenceLevel,
  Decision,
  EvidenceKind,
  IncomeModule,
  Merchant,
  Primary,
  SpendingModule,
} from './categorization.types.ts';
export { categories, categoryOf, findCategory } from './taxonomy/categories.ts';
export { primaries } from './taxonomy/primaries.ts';
export { type Categorizer, createCategorizer } from './categorizer.ts';
