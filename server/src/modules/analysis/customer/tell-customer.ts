import { INCOME_SCOPES, RISK_SCOPES, SPENDING_SCOPES } from '../result-modules.ts';
import type { CustomerData, FlatFields, Flow } from './customer.types.ts';
import { tellAccounts } from './flows/accounts.ts';
import { tellCashflow } from './flows/cashflow.ts';
import { tellContracts } from './flows/contracts.ts';
import { scopeOf } from './flows/figures.ts';
import { tellIncome, tellSpending } from './flows/kinds-of-money.ts';
import { tellRisk } from './flows/risk.ts';
import { tellSummary } from './flows/summary.ts';

const TELLERS: Record<Flow, (data: CustomerData) => FlatFields> = {
  summary: tellSummary,
  income: tellIncome,
  spending: tellSpending,
  risk: tellRisk,
  accounts: tellAccounts,
  cashflow: tellCashflow,
  contracts: tellContracts,
};

/** One flow as a flat answer. Pure; the schema of the flow says that no field is ever missing. */
export function tellCustomer(flow: Flow, data: CustomerData): FlatFields {
  return {
    customer_id: data.customerId,
    customer_type: data.type,
    has_analysis: data.analyzedAt !== null,
    analyzed_at: data.analyzedAt?.toISOString() ?? null,
    ...scopeOf(data),
    ...TELLERS[flow](data),
  };
}

const below = (prefix: string, modules: Readonly<Record<string, string>>) =>
  Object.values(modules).map((name) => `${prefix}/${name}`);
/** Every flow tells currency and timespan by them. */
const BROADEST = ['person/household-budget', 'company/cashflow'];
const RISKS = [...below('person/risk', RISK_SCOPES), 'company/risk'];

/** The stored results that a flow is made of. */
export const RESULTS_OF: Record<Flow, readonly string[]> = {
  summary: [...BROADEST, ...RISKS, 'contracts'],
  income: [...BROADEST, ...below('person/income', INCOME_SCOPES)],
  spending: [...BROADEST, ...below('person/spending', SPENDING_SCOPES)],
  risk: [...BROADEST, ...RISKS],
  accounts: BROADEST,
  cashflow: BROADEST,
  contracts: [...BROADEST, 'contracts'],
};
