/** The schema of every result that the engine writes, by the name it is stored under. */
import type { TSchema } from 'typebox';
import {
  Cashflow,
  CashTransactions,
  CompanyRisk,
  ForeignPayments,
  InternalBookings,
  Liquidity,
  SharedStructure,
} from './company.schemas.ts';
import {
  AdultCheck,
  CountedRisk,
  GamblingRisk,
  HouseholdBudget,
  IncomeAnalysis,
  IncomeModule,
  LivingSituation,
  OverdraftRisk,
  SpendingAnalysis,
  SpendingModule,
} from './person.schemas.ts';

const eachOf = (prefix: string, names: readonly string[], schema: TSchema) =>
  names.map((name): [string, TSchema] => [`${prefix}/${name}`, schema]);

/** Result name → schema. */
export const RESULT_SCHEMAS: Readonly<Record<string, TSchema>> = Object.fromEntries([
  ...eachOf('person/income', Object.keys(IncomeAnalysis.properties), IncomeModule),
  ...eachOf('person/spending', Object.keys(SpendingAnalysis.properties), SpendingModule),
  ...eachOf('person/risk', ['backDebit', 'garnishment', 'collection'], CountedRisk),
  ['person/risk/gambling', GamblingRisk],
  ['person/risk/overdraft', OverdraftRisk],
  ['person/household-budget', HouseholdBudget],
  ['person/adult-check', AdultCheck],
  ['person/living-situation', LivingSituation],
  ['person/liquidity', Liquidity],
  ['company/cashflow', Cashflow],
  ['company/cash-transactions', CashTransactions],
  ['company/liquidity', Liquidity],
  ['company/foreign-payments', ForeignPayments],
  ['company/risk', CompanyRisk],
  ...eachOf('company', ['credits', 'insurances', 'investments'], SharedStructure),
  ['company/internal-bookings', InternalBookings],
]);
