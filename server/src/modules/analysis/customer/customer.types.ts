import type { Static } from 'typebox';
import type { Account } from '#modules/banking/index.ts';
import type { CashflowResult, ContractResult, ModuleResult, PersonResults } from '../cockpit/cockpit.types.ts';
import type { CompanyRisk } from '../company.schemas.ts';
import type { FLOWS } from './customer.schemas.ts';

export type Flow = (typeof FLOWS)[number];

/** What the flows are made of. Results are of the last completed run; undefined where it had none of the name. */
export interface CustomerData {
  customerId: string;
  type: 'person' | 'company';
  /** null: no run was completed yet. */
  analyzedAt: Date | null;
  accounts: readonly Account[];
  result: ResultReader;
}

/** Stored results by their names, as the schemas of the analysis describe them. */
export interface ResultReader {
  (name: 'person/household-budget'): PersonResults['householdBudget'];
  (name: 'company/cashflow'): CashflowResult | undefined;
  (name: 'company/risk'): Static<typeof CompanyRisk> | undefined;
  (name: 'contracts'): { contracts: ContractResult[] } | undefined;
  (name: `person/income/${string}` | `person/spending/${string}`): ModuleResult | undefined;
  <Name extends keyof PersonResults['risk']>(name: `person/risk/${Name}`): PersonResults['risk'][Name];
}

/** A flat answer: what a field may be. */
export type FlatFields = Record<string, string | number | boolean | null>;
