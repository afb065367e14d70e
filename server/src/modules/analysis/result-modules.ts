/** Scope → name of the module on the wire, in the order of the answer. Source of the scopes: the table of "Person". */

export const INCOME_SCOPES = {
  'person-income-salary': 'salary',
  'person-income-pension': 'pension',
  'person-income-child-benefit': 'childBenefit',
  'person-income-parental-allowance': 'parentalAllowance',
  'person-income-rental': 'rental',
  'person-income-investment': 'investment',
  'person-income-loan': 'loan',
  'person-income-alimony': 'alimony',
  'person-income-self-employment': 'selfEmployment',
  'person-income-other': 'other',
} as const;

export const SPENDING_SCOPES = {
  'person-spending-housing': 'housing',
  'person-spending-utilities': 'utilities',
  'person-spending-groceries': 'groceries',
  'person-spending-mobility': 'mobility',
  'person-spending-insurance': 'insurance',
  'person-spending-credit': 'credit',
  'person-spending-communication': 'communication',
  'person-spending-media': 'media',
  'person-spending-leisure': 'leisure',
  'person-spending-health': 'health',
  'person-spending-savings': 'savings',
  'person-spending-children': 'children',
  'person-spending-taxes': 'taxes',
  'person-spending-other': 'other',
} as const;

export const RISK_SCOPES = {
  'person-risk-backDebit': 'backDebit',
  'person-risk-garnishment': 'garnishment',
  'person-risk-collection': 'collection',
  'person-risk-gambling': 'gambling',
  'person-risk-overdraft-amount': 'overdraft',
} as const;
