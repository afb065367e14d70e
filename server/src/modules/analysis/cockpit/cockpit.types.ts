/** What a page shows. Absent: the client that made the link may not read it. */
import type { Static } from 'typebox';
import type { Account } from '#modules/banking/index.ts';
import type {
  Cashflow,
  CashTransactions,
  CompanyRisk,
  ForeignPayments,
  InternalBookings,
  Liquidity,
  SharedStructure,
} from '../company.schemas.ts';
import type { Contract } from '../contracts.schemas.ts';
import type {
  AdultCheck,
  CountedRisk,
  GamblingRisk,
  HouseholdBudget,
  IncomeModule,
  LivingSituation,
  OverdraftRisk,
} from '../person.schemas.ts';

/** Income and spending modules have one shape. */
export type ModuleResult = Static<typeof IncomeModule>;
export type ContractResult = Static<typeof Contract>;
export type RecurringResult = Static<typeof SharedStructure> | Static<typeof InternalBookings>;
export type LiquidityResult = Static<typeof Liquidity>;
export type CashflowResult = Static<typeof Cashflow>;

/** A person's results by their stored names, without `person/`. */
export interface PersonResults {
  income: Readonly<Record<string, ModuleResult>>;
  spending: Readonly<Record<string, ModuleResult>>;
  risk: {
    backDebit?: Static<typeof CountedRisk>;
    garnishment?: Static<typeof CountedRisk>;
    collection?: Static<typeof CountedRisk>;
    gambling?: Static<typeof GamblingRisk>;
    overdraft?: Static<typeof OverdraftRisk>;
  };
  householdBudget?: Static<typeof HouseholdBudget>;
  liquidity?: LiquidityResult;
  adultCheck?: Static<typeof AdultCheck>;
  livingSituation?: Static<typeof LivingSituation>;
}

/** A company's results. */
export interface CompanyResults {
  cashflow?: CashflowResult;
  cash?: Static<typeof CashTransactions>;
  liquidity?: LiquidityResult;
  foreignPayments?: Static<typeof ForeignPayments>;
  risk?: Static<typeof CompanyRisk>;
  credits?: RecurringResult;
  insurances?: RecurringResult;
  investments?: RecurringResult;
  internalBookings?: RecurringResult;
}

/** What a page or a report shows. */
export interface ShownResults {
  /** ISO 8601; null: no run has been completed yet. */
  analyzedAt: string | null;
  accounts?: Account[];
  contracts?: ContractResult[];
  results: ({ type: 'person' } & PersonResults) | ({ type: 'company' } & CompanyResults);
}

export interface CockpitData extends ShownResults {
  expiresAt: string;
}
