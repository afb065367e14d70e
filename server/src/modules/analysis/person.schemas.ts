import { type TSchema, Type } from 'typebox';
import {
  AccountReference,
  AccountsWithoutBalance,
  Amount,
  Available,
  CalendarDate,
  Count,
  Currency,
  Frequency,
  Month,
  MonthlyFigures,
  monthlyFigures,
  nullable,
  ObservedTimespan,
  strict,
  TransactionIDs,
} from './figures.schemas.ts';

const Source = strict(
  {
    name: Type.String({ description: 'Counterparty.' }),
    kind: Type.String({ description: 'Category of most of its bookings.' }),
    frequency: nullable(Frequency, 'How often it is paid; null when it is no recurring payment.'),
    ...monthlyFigures,
    firstDate: CalendarDate('Booking date of its first transaction.'),
    lastDate: CalendarDate('Booking date of its last transaction.'),
    nextExpectedDate: nullable(CalendarDate('Date.'), 'When the next payment is due; null when none is expected.'),
    stability: Type.Number({
      minimum: 0,
      maximum: 1,
      description: 'Share of its complete months with a booking, times how equal the amounts are.',
    }),
    transactionIDs: TransactionIDs('Its bookings in the order of time.'),
  },
  'A contract, or all single bookings with one counterparty. Its median and average run over its own months.',
);

const moduleOf = (amount: string, description: string) =>
  strict(
    {
      available: Available,
      currency: Currency,
      ...monthlyFigures,
      sources: Type.Array(Source, { description: 'Largest sum first.' }),
      monthlyOverview: Type.Array(
        strict(
          {
            month: Month,
            amount: Amount(amount),
            transactionIDs: TransactionIDs('The bookings that the amount is made of.'),
          },
          'A month.',
        ),
        { description: 'Every month of the data, newest first.' },
      ),
      observedTimespan: ObservedTimespan,
    },
    description,
  );

/** One module of the income analysis. */
export const IncomeModule = moduleOf('Money received.', 'One kind of income.');
/** One module of the spending analysis. */
export const SpendingModule = moduleOf('Money spent, positive; refunds are taken off.', 'One kind of spending.');

const optionalModules = (schema: TSchema, names: readonly string[], description: string) =>
  strict(Object.fromEntries(names.map((name) => [name, Type.Optional(schema)])), description);

/** `…/analysis/person/income`. */
export const IncomeAnalysis = optionalModules(
  IncomeModule,
  [
    'salary',
    'pension',
    'childBenefit',
    'parentalAllowance',
    'rental',
    'investment',
    'loan',
    'alimony',
    'selfEmployment',
    'other',
  ],
  'The booked income modules.',
);

/** `…/analysis/person/spending`. */
export const SpendingAnalysis = optionalModules(
  SpendingModule,
  [
    'housing',
    'utilities',
    'groceries',
    'mobility',
    'insurance',
    'credit',
    'communication',
    'media',
    'leisure',
    'health',
    'savings',
    'children',
    'taxes',
    'other',
  ],
  'The booked spending modules.',
);

const counted = {
  month: Month,
  count: Count('Number of bookings.'),
  transactionIDs: TransactionIDs('The counted bookings.'),
};

/** Returned debits, garnishments and collection payments per month. */
export const CountedRisk = strict(
  {
    available: Available,
    monthlyOverview: Type.Array(strict(counted, 'A month.'), { description: 'Every month of the data, newest first.' }),
    observedTimespan: ObservedTimespan,
  },
  'Bookings of one kind, counted per month.',
);

/** Stakes per month. */
export const GamblingRisk = strict(
  {
    available: Available,
    currency: Currency,
    monthlyOverview: Type.Array(
      strict({ ...counted, amount: Amount('Sum of the stakes, negative: money out.') }, 'A month.'),
      { description: 'Every month of the data, newest first.' },
    ),
    observedTimespan: ObservedTimespan,
  },
  'Stakes in gambling and lotteries; winnings are not set off.',
);

/** A day that ended below the line. */
export const OverdrawnDay = strict(
  { date: CalendarDate('The day.'), amount: Amount('Balance at its end, below zero.') },
  'An overdrawn day.',
);

/** Overdrawn days per account and month. */
export const OverdraftRisk = strict(
  {
    available: Type.Boolean({ description: 'False: no day ended below zero.' }),
    currency: Currency,
    accounts: Type.Array(
      strict(
        {
          account: AccountReference,
          monthlyOverview: Type.Array(
            strict(
              {
                month: Month,
                days: Count('Days that ended below zero.'),
                overdraftDays: Type.Array(OverdrawnDay, { description: 'These days in the order of time.' }),
                transactionIDs: TransactionIDs(
                  'The bookings that led to these balances: those of the account in this month; none without such a day.',
                ),
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
  'Days overdrawn by the end-of-day balance, reconstructed backwards from the newest balance.',
);

/** `…/analysis/person/risk`. */
export const RiskAnalysis = strict(
  {
    backDebit: Type.Optional(CountedRisk),
    garnishment: Type.Optional(CountedRisk),
    collection: Type.Optional(CountedRisk),
    gambling: Type.Optional(GamblingRisk),
    overdraft: Type.Optional(OverdraftRisk),
  },
  'The booked risk modules.',
);

/** `…/analysis/person/household-budget`. */
export const HouseholdBudget = strict(
  {
    available: Available,
    currency: Currency,
    income: MonthlyFigures('All ten income modules together.'),
    spending: MonthlyFigures('All fourteen spending modules together, positive.'),
    balance: MonthlyFigures('Income less spending.'),
    monthlyOverview: Type.Array(
      strict(
        {
          month: Month,
          income: Amount('Money received.'),
          spending: Amount('Money spent, positive; refunds are taken off.'),
          balance: Amount('Income less spending.'),
          fixedIncome: Amount('The part of the income that recurs.'),
          fixedSpending: Amount('The part of the spending that recurs, positive.'),
          incomeTransactionIDs: TransactionIDs('What the income is made of.'),
          spendingTransactionIDs: TransactionIDs('What the spending is made of.'),
        },
        'A month.',
      ),
      { description: 'Every month of the data, newest first.' },
    ),
    observedTimespan: ObservedTimespan,
  },
  'Income against spending, month by month.',
);

/** `…/analysis/person/adult-check`. */
export const AdultCheck = strict(
  {
    result: Type.Enum(['adult', 'likely_minor', 'unknown'], {
      description: 'What the evidence says. `unknown` where there is none. Never a proof of age.',
    }),
    evidence: Type.Array(
      strict(
        {
          kind: Type.String({ description: 'Stable name of the sign.' }),
          statement: Type.String({ description: 'What was seen, in words.' }),
          transactionIDs: TransactionIDs('The bookings that show it.'),
        },
        'A sign.',
      ),
      { description: 'Everything that speaks for a result.' },
    ),
    observedTimespan: ObservedTimespan,
  },
  'Whether the holder is of age, as far as the bookings show.',
);

const Answer = (description: string) => Type.Enum(['yes', 'unknown'], { description });

const Evidence = Type.Array(
  strict(
    {
      kind: Type.String({ description: 'Stable name of the sign.' }),
      transactionIDs: TransactionIDs('The bookings that show it.'),
    },
    'A sign.',
  ),
  { description: 'What the answers rest on.' },
);

/** `…/analysis/person/living-situation`. */
export const LivingSituation = strict(
  {
    currency: Currency,
    family: strict(
      {
        children: Answer('Lives with or supports children.'),
        maintenanceFromSpouse: Answer('Receives maintenance from a spouse.'),
        evidence: Evidence,
      },
      'Family.',
    ),
    mobility: strict(
      { car: Answer('Keeps a car.'), publicTransport: Answer('Uses public transport.'), evidence: Evidence },
      'Mobility.',
    ),
    homeOwnership: strict(
      {
        owner: Answer('Owns a home or land.'),
        monthlyPayment: nullable(
          Amount('Payment.'),
          'Median mortgage payment of the months with one; null without any.',
        ),
        evidence: Evidence,
      },
      'Home ownership.',
    ),
    renting: strict(
      {
        tenant: Answer('Pays rent.'),
        monthlyRent: nullable(Amount('Rent.'), 'Median rent of the months with one; null without any.'),
        evidence: Evidence,
      },
      'Renting.',
    ),
    observedTimespan: ObservedTimespan,
  },
  'How the holder lives, as far as the bookings show. Nothing seen is `unknown`, never `no`.',
);
