/** What a client of the banking API may hold. Source of the documented ones: the tables of "Person" and "Company". */
export const CLIENT_SCOPES = [
  'users',
  'banking',
  'banking-upload',
  'categorization',
  'analysis',
  'contracts',
  'webhooks',
  'person-income-salary',
  'person-income-pension',
  'person-income-child-benefit',
  'person-income-parental-allowance',
  'person-income-rental',
  'person-income-investment',
  'person-income-loan',
  'person-income-alimony',
  'person-income-self-employment',
  'person-income-other',
  'person-spending-housing',
  'person-spending-utilities',
  'person-spending-groceries',
  'person-spending-mobility',
  'person-spending-insurance',
  'person-spending-credit',
  'person-spending-communication',
  'person-spending-media',
  'person-spending-leisure',
  'person-spending-health',
  'person-spending-savings',
  'person-spending-children',
  'person-spending-taxes',
  'person-spending-other',
  'person-risk-backDebit',
  'person-risk-garnishment',
  'person-risk-collection',
  'person-risk-gambling',
  'person-risk-overdraft-amount',
  'person-household-budget',
  'person-adult-check',
  'person-living-situation',
  'company-cashflow',
  'company-cash',
  'company-liquidity',
  'company-foreign-payment',
  'company-risk',
  'company-credit',
  'company-insurance',
  'company-investment',
  'company-internal-booking',
] as const;

/** What a workspace key may hold: `read` and `write` open the agent API, `contract` the endpoints of the contract. */
export const API_KEY_SCOPES = ['read', 'write', 'contract'] as const;

export type ApiKeyScope = (typeof API_KEY_SCOPES)[number];

/** Those of `asked` that don't exist. */
export function unknownScopes(asked: readonly string[], known: readonly string[]): string[] {
  return asked.filter((scope) => !known.includes(scope));
}
