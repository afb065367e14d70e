import { INCOME_SCOPES, RISK_SCOPES, SPENDING_SCOPES } from '../result-modules.ts';

/** Either of them lets a client read accounts. */
export const ACCOUNT_SCOPES = ['banking', 'banking-upload'] as const;
export const CONTRACT_SCOPE = 'contracts';

/** Scope → stored name of a result that is one document. */
export const PERSON_DOCUMENTS = {
  'person-household-budget': 'person/household-budget',
  'person-adult-check': 'person/adult-check',
  'person-living-situation': 'person/living-situation',
} as const;
export const COMPANY_DOCUMENTS = {
  'company-cashflow': 'company/cashflow',
  'company-cash': 'company/cash-transactions',
  'company-liquidity': 'company/liquidity',
  'company-foreign-payment': 'company/foreign-payments',
  'company-risk': 'company/risk',
  'company-credit': 'company/credits',
  'company-insurance': 'company/insurances',
  'company-investment': 'company/investments',
  'company-internal-booking': 'company/internal-bookings',
} as const;

const prefixed = (prefix: string, modules: Record<string, string>): [string, string][] =>
  Object.entries(modules).map(([scope, name]) => [scope, `${prefix}/${name}`]);

/** Scope → stored name of what a page about a person or a company is made of. */
const RESULTS: Record<'person' | 'company', ReadonlyMap<string, string>> = {
  person: new Map([
    ...prefixed('person/income', INCOME_SCOPES),
    ...prefixed('person/spending', SPENDING_SCOPES),
    ...prefixed('person/risk', RISK_SCOPES),
    ...Object.entries(PERSON_DOCUMENTS),
    [CONTRACT_SCOPE, 'contracts'],
  ]),
  company: new Map([...Object.entries(COMPANY_DOCUMENTS), [CONTRACT_SCOPE, 'contracts']]),
};

/** Of the scopes that a client holds, those that decide what its page shows. */
export function cockpitScopes(userType: 'person' | 'company', held: ReadonlySet<string>): string[] {
  return [...RESULTS[userType].keys(), ...ACCOUNT_SCOPES].filter((scope) => held.has(scope));
}

/** The stored results that these scopes open. */
export function resultNames(userType: 'person' | 'company', scopes: readonly string[]): string[] {
  const names = scopes.flatMap((scope) => RESULTS[userType].get(scope) ?? []);
  // One scope opens both.
  return names.includes('person/household-budget') ? [...names, 'person/liquidity'] : names;
}
