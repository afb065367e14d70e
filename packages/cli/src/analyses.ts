import type { OperationName } from 'kontor-sdk';

/** Each analysis by the name that people say, and the operation that answers it for `{userId}`. */
export const ANALYSES = {
  transactions: 'listCategorizedTransactions',
  contracts: 'listContracts',
  income: 'getPersonIncome',
  spending: 'getPersonSpending',
  risk: 'getPersonRisk',
  'household-budget': 'getHouseholdBudget',
  liquidity: 'getPersonLiquidity',
  'adult-check': 'getAdultCheck',
  'living-situation': 'getLivingSituation',
  'company-cashflow': 'getCompanyCashflow',
  'company-cash-transactions': 'getCompanyCashTransactions',
  'company-liquidity': 'getCompanyLiquidity',
  'company-foreign-payments': 'getCompanyForeignPayments',
  'company-risk': 'getCompanyRisk',
  'company-credits': 'getCompanyCredits',
  'company-insurances': 'getCompanyInsurances',
  'company-investments': 'getCompanyInvestments',
  'company-internal-bookings': 'getCompanyInternalBookings',
} as const satisfies Record<string, OperationName>;
