import { type TProperties, Type } from 'typebox';
import { Contract } from './contracts.schemas.ts';
import {
  AccountReference,
  AccountsWithoutBalance,
  Amount,
  Available,
  Count,
  Currency,
  Month,
  MonthlyFigures,
  monthlyFigures,
  nullable,
  ObservedTimespan,
  strict,
  TransactionIDs,
} from './figures.schemas.ts';
import { OverdrawnDay } from './person.schemas.ts';

const EveryMonth = { description: 'Every month of the data, newest first.' };

const Forecast = strict(
  {
    month: Month,
    inflow: Amount('Expected money in.'),
    outflow: Amount('Expected money out, positive.'),
    net: Amount('Expected inflow less outflow.'),
    interval: strict(
      {
        level: Type.Number({ description: 'Share of months that the interval is meant to hold.' }),
        low: Amount('Lower end of the net.'),
        high: Amount('Upper end of the net.'),
      },
      'Interval of the net, from the errors of the same forecast on past months.',
    ),
    endBalance: nullable(
      Amount('Balance.'),
      'Balance at the end of the month if the net comes true; null where none is known.',
    ),
  },
  'A month ahead.',
);

/** `…/analysis/company/cashflow`. */
export const Cashflow = strict(
  {
    available: Available,
    currency: Currency,
    inflow: MonthlyFigures('Money in.'),
    outflow: MonthlyFigures('Money out, positive.'),
    net: MonthlyFigures('Inflow less outflow.'),
    monthlyOverview: Type.Array(
      strict(
        {
          month: Month,
          inflow: Amount('Money in, without transfers between own accounts.'),
          outflow: Amount('Money out, positive, without transfers between own accounts.'),
          net: Amount('Inflow less outflow.'),
          startBalance: nullable(
            Amount('Balance.'),
            'Of all payment accounts before the month; null where none is known.',
          ),
          endBalance: nullable(Amount('Balance.'), 'Of all payment accounts at its end; null where none is known.'),
          revenue: Amount('Revenue less what customers got back.'),
          payroll: Amount('Wages and social contributions, positive.'),
          taxes: Amount('Taxes less tax refunds, positive.'),
          loanPayments: Amount('Loan instalments, positive.'),
          revenueTransactionIDs: TransactionIDs('Of the revenue.'),
          payrollTransactionIDs: TransactionIDs('Of the wages and contributions.'),
          taxTransactionIDs: TransactionIDs('Of the taxes.'),
          loanPaymentTransactionIDs: TransactionIDs('Of the instalments.'),
          transactionIDs: TransactionIDs('What the month is made of.'),
        },
        'A month.',
      ),
      EveryMonth,
    ),
    forecast: Type.Array(Forecast, {
      description:
        'The three months after the latest complete one, newest first; empty with fewer than three complete months.',
    }),
    observedTimespan: ObservedTimespan,
  },
  'Money in and out, and what is to be expected.',
);

const Direction = (description: string) =>
  strict(
    {
      sum: Amount('Sum, positive.'),
      count: Count('Number of bookings.'),
      transactionIDs: TransactionIDs('The bookings.'),
    },
    description,
  );
const directions = { incomings: Direction('Money in.'), outgoings: Direction('Money out.') };

const cashTotals = {
  ...directions,
  totalTransactionAmount: Amount('Incomings plus outgoings: the volume.'),
  totalTransactionCount: Count('Number of bookings in both directions.'),
};

/** `…/analysis/company/cash-transactions`. */
export const CashTransactions = strict(
  {
    available: Available,
    currency: Currency,
    overview: strict(cashTotals, 'The whole time.'),
    monthlyOverview: Type.Array(strict({ month: Month, ...cashTotals }, 'A month.'), EveryMonth),
    observedTimespan: ObservedTimespan,
  },
  'Cash deposits and withdrawals.',
);

const extremes = {
  minBalance: Amount('Lowest end-of-day balance.'),
  maxBalance: Amount('Highest end-of-day balance.'),
  averageBalance: Amount('Average of the end-of-day balances.'),
};

/** `…/analysis/person/liquidity` and `…/analysis/company/liquidity`. */
export const Liquidity = strict(
  {
    available: Type.Boolean({ description: 'False: no balance is known.' }),
    currency: Currency,
    overview: nullable(
      strict(
        {
          currentBalance: Amount('Newest balance.'),
          overdraftLimit: Amount('Sum of the known overdraft limits.'),
          availableLiquidity: Amount('Balance plus overdraft limits.'),
          ...extremes,
        },
        'All payment accounts together.',
      ),
      'All payment accounts together; null where no balance is known.',
    ),
    accountLiquidity: Type.Array(
      strict(
        {
          account: AccountReference,
          overview: strict(
            {
              currentBalance: Amount('Newest balance.'),
              overdraftLimit: nullable(Amount('Limit.'), 'How far the account may go below zero; null when not known.'),
              availableLiquidity: Amount('Balance plus overdraft limit.'),
              ...extremes,
            },
            'The whole time.',
          ),
          monthlyOverview: Type.Array(
            strict(
              {
                month: Month,
                endOfMonthBalance: Amount('Balance at its end, or the newest one in a month that goes on.'),
                ...extremes,
                transactionIDs: TransactionIDs('The bookings of the account in this month, which led to its balances.'),
              },
              'A month.',
            ),
            { description: 'Months in which the balance is known, newest first.' },
          ),
        },
        'An account.',
      ),
      { description: 'Payment accounts with a known balance.' },
    ),
    accountsWithoutBalance: AccountsWithoutBalance,
    observedTimespan: ObservedTimespan,
  },
  'Balances by the end of each day.',
);

/** `…/analysis/company/foreign-payments`. */
export const ForeignPayments = strict(
  {
    available: Available,
    currency: Currency,
    homeCountry: nullable(
      Type.String({ pattern: '^[A-Z]{2}$' }),
      'Where most accounts are kept, ISO 3166; null when not known, then nothing can be called foreign.',
    ),
    overview: strict(directions, 'All foreign payments.'),
    monthlyOverview: Type.Array(strict({ month: Month, ...directions }, 'A month.'), EveryMonth),
    countries: Type.Array(
      strict(
        {
          country: Type.String({
            pattern: '^[A-Z]{2}$',
            description: 'ISO 3166 country of the counterparty’s account.',
          }),
          ...directions,
          monthlyIncoming: MonthlyFigures('Money in.'),
          monthlyOutgoing: MonthlyFigures('Money out, positive.'),
          monthlyOverview: Type.Array(strict({ month: Month, ...directions }, 'A month.'), EveryMonth),
        },
        'A country.',
      ),
      { description: 'Largest volume first.' },
    ),
    unknown: strict(directions, 'Bookings whose counterparty has neither IBAN nor BIC: cards, cash, fees.'),
    observedTimespan: ObservedTimespan,
  },
  'Payments from and to accounts in other countries.',
);

const Counted = (description: string) =>
  strict({ count: Count('Number of bookings.'), transactionIDs: TransactionIDs('The bookings.') }, description);

/** `…/analysis/company/risk`. */
export const CompanyRisk = strict(
  {
    available: Available,
    currency: Currency,
    accountRisks: Type.Array(
      strict(
        {
          account: AccountReference,
          monthlyOverview: Type.Array(
            strict(
              {
                month: Month,
                backDebit: Counted('Returned debits: the larger of returns and their fees.'),
                garnishment: Counted('Payments under a garnishment.'),
                overdraftDays: nullable(
                  Count('Days.'),
                  'Days that ended below the overdraft limit; null where no balance is known.',
                ),
                overdrafts: Type.Array(OverdrawnDay, { description: 'These days in the order of time.' }),
                overdraftTransactionIDs: TransactionIDs(
                  'The bookings that led to these balances: those of the account in this month; none without such a day.',
                ),
              },
              'A month.',
            ),
            EveryMonth,
          ),
        },
        'An account.',
      ),
      { description: 'All accounts but loans.' },
    ),
    observedTimespan: ObservedTimespan,
  },
  'Signs of trouble, account by account.',
);

const recurringRow = {
  month: Month,
  amount: Amount('Net of the month, signed: negative when more was paid than received.'),
  recurringAmount: Amount('The part that belongs to contracts.'),
  nonRecurringAmount: Amount('The rest.'),
  recurringTransactionIDs: TransactionIDs('Bookings that belong to contracts.'),
  nonRecurringTransactionIDs: TransactionIDs('The other bookings.'),
};

const recurringStructure = <Row extends TProperties>(row: Row, description: string) =>
  strict(
    {
      available: Available,
      currency: Currency,
      ...monthlyFigures,
      monthlyOverview: Type.Array(strict(row, 'A month.'), EveryMonth),
      contractSummary: Type.Array(Contract, { description: 'The contracts that its bookings belong to.' }),
      observedTimespan: ObservedTimespan,
    },
    description,
  );

/** `…/analysis/company/credits`, `/insurances` and `/investments`. */
export const SharedStructure = recurringStructure(recurringRow, 'Bookings of one kind, recurring and single.');

/** `…/analysis/company/internal-bookings`. */
export const InternalBookings = recurringStructure(
  {
    ...recurringRow,
    incoming: Amount('What came in from own accounts, positive.'),
    outgoing: Amount('What went out to own accounts, positive.'),
  },
  'Transfers between own accounts. Where both are known, the net of a transfer is zero.',
);
