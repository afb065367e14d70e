import type { ValueType } from './integrations.types.ts';

export interface BankField {
  name: string;
  type: ValueType;
  description: string;
}

const field = (name: string, type: ValueType, description: string): BankField => ({ name, type, description });

/**
 * What Kontor itself knows of a customer whose bank data it has analysed. Amounts are in major units of `currency`; what is
 * not known is null. Dates are ISO 8601.
 */
export const BANK_FIELDS: readonly BankField[] = [
  field('currency', 'string', 'ISO 4217 code of all amounts.'),
  field('account_count', 'number', 'Accounts that are known.'),
  field('total_balance', 'number', 'Sum of the balances of all accounts in that currency.'),
  field('balance_date', 'string', 'The day of the newest balance.'),
  field('has_salary', 'boolean', 'Whether a salary comes in regularly.'),
  field('salary_amount', 'number', 'The usual salary.'),
  field('salary_payer', 'string', 'Who pays it.'),
  field('last_salary_date', 'string', 'When it last came.'),
  field('next_salary_date', 'string', 'When it is expected next.'),
  field('salary_day_of_month', 'number', 'The day of the month on which it usually comes.'),
  field('monthly_income', 'number', 'All income, per month.'),
  field('monthly_spending', 'number', 'All spending, per month.'),
  field('monthly_rent', 'number', 'Rent and housing, per month.'),
  field('contract_count', 'number', 'Running contracts that were recognised.'),
  field('contract_names', 'string', 'Their partners, separated by commas, the dearest first.'),
  field('next_contract_payment_date', 'string', 'When the next contract is due.'),
  field('has_overdraft', 'boolean', 'Whether an account was overdrawn in the last months.'),
  field('has_returned_debits', 'boolean', 'Whether debits were returned in the last months.'),
  field('has_collection', 'boolean', 'Whether there were payments to debt collectors.'),
  field('has_garnishment', 'boolean', 'Whether there are signs of garnishment.'),
  field('has_gambling', 'boolean', 'Whether there was gambling.'),
  field('analysed_at', 'string', 'When the bank data was last analysed.'),
];
