import { type TProperties, Type } from 'typebox';
import { Amount, CalendarDate, Count, Frequency, Month, nullable, strict } from '../figures.schemas.ts';
import { INCOME_SCOPES, SPENDING_SCOPES } from '../result-modules.ts';

/** Which analysis the answer is made of. */
export const FLOWS = ['summary', 'income', 'spending', 'risk', 'accounts', 'cashflow', 'contracts'] as const;

export const CustomerQuery = Type.Object({
  email: Type.Optional(
    Type.String({ pattern: '^[^@\\s]+@[^@\\s]+$', maxLength: 254, description: 'The e-mail address of the customer.' }),
  ),
  customer_id: Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: 'The id of the customer: `userId` or `externalId`.' }),
  ),
  flow: Type.Optional(Type.Enum([...FLOWS], { description: 'Which figures are asked for; default `summary`.' })),
});

const amount = (description: string) => nullable(Amount(description), `${description} Null when not known.`);
const count = (description: string) => nullable(Count(description), `${description} Null when not known.`);
const date = (description: string) => nullable(CalendarDate('Date.'), `${description} Null when not known.`);
const text = (description: string) => nullable(Type.String(), `${description} Null when not known.`);
const frequency = (description: string) => nullable(Frequency, `${description} Null when not known.`);

/** The three figures of everything that is told per month, under one name. */
const monthly = <Name extends string>(name: Name, description: string) =>
  ({
    [`${name}_current`]: amount(`${description} Sum of the latest complete month.`),
    [`${name}_median`]: amount(`${description} Median month.`),
    [`${name}_average`]: amount(`${description} Average month.`),
  }) as Record<`${Name}_${'current' | 'median' | 'average'}`, ReturnType<typeof amount>>;

/** `childBenefit` → `child_benefit`. */
export const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const kinds = (modules: Readonly<Record<string, string>>, what: string) =>
  Object.fromEntries(
    Object.values(modules).map((kind) => [`${snake(kind)}_median`, amount(`${what}: ${snake(kind)}. Median month.`)]),
  );

/** Stands at the head of every flow. */
const head = {
  customer_id: Type.String({ description: 'The `userId` of the customer.' }),
  customer_type: Type.Enum(['person', 'company'], { description: 'What the customer is.' }),
  has_analysis: Type.Boolean({ description: 'False: no analysis was completed yet, so its figures are null.' }),
  analyzed_at: nullable(Type.String(), 'When the analysis was completed, ISO 8601. Null without one.'),
  data_from: date('Booking date of the first transaction.'),
  data_until: date('Booking date of the last transaction.'),
  currency: text('ISO 4217 currency of the amounts.'),
};

const flow = <Fields extends TProperties>(fields: Fields, description: string) =>
  strict({ ...head, ...fields }, description);

const nextPayments = {
  next_income_name: text('Who pays next.'),
  next_income_date: date('When the next income is due.'),
  next_income_amount: amount('What came the last time, positive.'),
  next_payment_name: text('Who is paid next.'),
  next_payment_date: date('When the next payment is due.'),
  next_payment_amount: amount('What was paid the last time, positive.'),
};

export const CustomerSummary = flow(
  {
    account_count: Count('Accounts.'),
    total_balance: amount('Balances of all accounts in this currency together.'),
    income_median: amount('Money in, median month.'),
    spending_median: amount('Money out, median month, positive.'),
    ...nextPayments,
    recurring_count: count('Recurring payments that are paid today, in both directions.'),
    has_risk_signs: nullable(
      Type.Boolean(),
      'Returned debits, garnishments, collection or overdrawn days in the latest 12 months. Null without an analysis.',
    ),
  },
  'A customer at a glance.',
);

export const CustomerIncome = flow(
  {
    ...monthly('income', 'Money in.'),
    salary_name: text('Who pays the salary; of several the largest.'),
    salary_frequency: frequency('How often it is paid.'),
    salary_last_date: date('When it was paid last.'),
    salary_next_date: date('When it is due next.'),
    ...kinds(INCOME_SCOPES, 'Income'),
  },
  'Income of a customer. Companies have no kinds of it.',
);

export const CustomerSpending = flow(
  {
    ...monthly('spending', 'Money out, positive.'),
    largest_kind: text('The kind with the largest median.'),
    ...kinds(SPENDING_SCOPES, 'Spending'),
  },
  'Spending of a customer. Companies have no kinds of it.',
);

const counted = (name: string, what: string) => ({
  [`${name}_count_3_months`]: count(`${what}, in the latest 3 months.`),
  [`${name}_count_12_months`]: count(`${what}, in the latest 12 months.`),
});

export const CustomerRisk = flow(
  {
    has_risk_signs: CustomerSummary.properties.has_risk_signs,
    ...counted('returned_debit', 'Returned debits'),
    ...counted('garnishment', 'Payments under a garnishment'),
    ...counted('collection', 'Payments to debt collectors; persons only'),
    ...counted('gambling', 'Stakes in gambling; persons only'),
    gambling_amount_12_months: amount('Stakes in gambling in the latest 12 months, positive; persons only.'),
    ...counted('overdrawn_day', 'Days that ended overdrawn, summed over the accounts'),
  },
  'Signs of financial trouble.',
);

export const CustomerAccounts = flow(
  {
    account_count: Count('Accounts.'),
    total_balance: amount('Balances of all accounts in this currency together.'),
    total_overdraft_limit: amount('How far these accounts may go below zero together.'),
    main_account_id: text('The account with the largest balance.'),
    main_account_name: text('Its name.'),
    main_account_type: text('Its type, such as `GIRO`.'),
    main_account_bank: text('Its bank.'),
    main_account_last_digits: text('The last four digits of its IBAN.'),
    main_account_balance: amount('Its balance.'),
    main_account_overdraft_limit: amount('How far it may go below zero.'),
  },
  'The accounts of a customer.',
);

export const CustomerCashflow = flow(
  {
    ...monthly('inflow', 'Money in.'),
    ...monthly('outflow', 'Money out, positive.'),
    ...monthly('net', 'Inflow less outflow.'),
    forecast_month: nullable(Month, 'The next month that is forecast; companies only. Null without a forecast.'),
    forecast_net: amount('Expected inflow less outflow of that month.'),
    forecast_net_low: amount('Lower end of its interval.'),
    forecast_net_high: amount('Upper end of its interval.'),
    forecast_end_balance: amount('Balance at its end.'),
  },
  'Money in and out.',
);

export const CustomerContracts = flow(
  {
    income_count: count('Recurring incomes that are paid today.'),
    payment_count: count('Recurring payments that are paid today.'),
    ended_count: count('Recurring payments that have ended.'),
    ...nextPayments,
    largest_payment_name: text('Who gets the largest recurring payment.'),
    largest_payment_amount: amount('What was paid the last time, positive.'),
    largest_payment_frequency: frequency('How often it is paid.'),
    latest_price_change_name: text('Whose price changed last.'),
    latest_price_change_date: date('When it changed.'),
    latest_price_change_amount: amount('The change, positive when it got dearer.'),
  },
  'Recurring payments of a customer.',
);

export const CustomerAnswer = Type.Union(
  [
    CustomerSummary,
    CustomerIncome,
    CustomerSpending,
    CustomerRisk,
    CustomerAccounts,
    CustomerCashflow,
    CustomerContracts,
  ],
  { description: 'The fields of the flow that was asked for: always all of them, null where there is nothing.' },
);
