/** Results as the engines write them, small but with every part of the page; `name` stands wherever others chose a text. */
import type { CockpitData, ContractResult, ModuleResult, RecurringResult } from '../cockpit.types.ts';

const MONTHS = ['2026-03', '2026-02', '2026-01'] as const;
const observedTimespan = { from: '2026-01-01', to: '2026-03-15' };
const figures = { current: 1200.5, median: 1100, average: 1150.25 };
const account = { accountId: 'giro', iban: 'DE89370400440532013000', type: 'GIRO' };
const monthly = <Row extends object>(row: Row) => MONTHS.map((month) => ({ month, ...row }));

const module = (name: string): ModuleResult => ({
  available: true,
  currency: 'EUR',
  ...figures,
  sources: [
    {
      name,
      kind: 'salary',
      frequency: 'MONTHLY',
      ...figures,
      firstDate: '2026-01-30',
      lastDate: '2026-02-27',
      nextExpectedDate: '2026-03-30',
      stability: 1,
      transactionIDs: ['t-1'],
    },
  ],
  monthlyOverview: monthly({ amount: 1200.5, transactionIDs: ['t-1'] }),
  observedTimespan,
});

const nothing: ModuleResult = { ...module(''), available: false, sources: [], current: 0, median: 0, average: 0 };

const contract = (
  name: string,
  direction: 'income' | 'expense',
  frequency: ContractResult['frequency'],
): ContractResult => ({
  contractId: `c-${direction}`,
  name,
  direction,
  category: { id: 'salary', primary: 'income', label: 'Salary' },
  currency: 'EUR',
  accountId: 'giro',
  frequency,
  status: 'active',
  firstDate: '2026-01-30',
  lastDate: '2026-02-27',
  nextExpectedDate: '2026-03-30',
  averageAmount: direction === 'income' ? 1200.5 : -1200.5,
  lastAmount: direction === 'income' ? 1200.5 : -1200.5,
  priceChanges: [],
  confidence: 0.9,
  transactionIDs: ['t-1'],
});

const contracts = (name: string): ContractResult[] => [
  contract(name, 'income', 'MONTHLY'),
  contract(name, 'expense', 'YEARLY'),
  { ...contract(name, 'expense', 'MONTHLY'), status: 'early' },
  { ...contract(name, 'expense', 'MONTHLY'), status: 'ended' },
];

const stored = (name: string): Pick<CockpitData, 'analyzedAt' | 'expiresAt' | 'accounts' | 'contracts'> => ({
  analyzedAt: '2026-03-16T08:00:00.000Z',
  expiresAt: '2026-03-17T08:00:00.000Z',
  contracts: contracts(name),
  accounts: [
    {
      accountId: 'giro',
      accountNumber: '532013000',
      iban: 'DE89370400440532013000',
      bic: null,
      bankCode: null,
      bankName: name,
      name,
      owner: name,
      type: 'GIRO',
      currency: 'EUR',
      balanceMinor: -12_345,
      overdraftLimitMinor: 100_000,
    },
  ],
});

export const personData = (name: string): CockpitData => ({
  ...stored(name),
  results: {
    type: 'person',
    income: { salary: module(name), pension: nothing },
    spending: { housing: module(name), children: nothing },
    risk: {
      backDebit: { available: true, monthlyOverview: monthly({ count: 2, transactionIDs: [] }), observedTimespan },
      gambling: {
        available: true,
        currency: 'EUR',
        monthlyOverview: monthly({ count: 1, amount: -20, transactionIDs: [] }),
        observedTimespan,
      },
      overdraft: {
        available: true,
        currency: 'EUR',
        accounts: [
          {
            account,
            monthlyOverview: monthly({
              days: 1,
              overdraftDays: [{ date: '2026-02-03', amount: -123.45 }],
              transactionIDs: [],
            }),
          },
        ],
        accountsWithoutBalance: [],
        observedTimespan,
      },
    },
    householdBudget: {
      available: true,
      currency: 'EUR',
      income: figures,
      spending: figures,
      balance: { current: -10, median: -10, average: -10 },
      monthlyOverview: monthly({
        income: 1200.5,
        spending: 1210.5,
        balance: -10,
        fixedIncome: 1200,
        fixedSpending: 800,
        incomeTransactionIDs: [],
        spendingTransactionIDs: [],
      }),
      observedTimespan,
    },
    adultCheck: {
      result: 'adult',
      evidence: [{ kind: 'rent', statement: name, transactionIDs: [] }],
      observedTimespan,
    },
    livingSituation: {
      currency: 'EUR',
      family: {
        children: 'yes',
        maintenanceFromSpouse: 'unknown',
        evidence: [{ kind: 'child_benefit', transactionIDs: [] }],
      },
      mobility: { car: 'unknown', publicTransport: 'yes', evidence: [] },
      homeOwnership: { owner: 'unknown', monthlyPayment: null, evidence: [] },
      renting: { tenant: 'yes', monthlyRent: 800, evidence: [] },
      observedTimespan,
    },
  },
});

const recurring = (name: string): RecurringResult => ({
  available: true,
  currency: 'EUR',
  current: -100,
  median: -100,
  average: -100,
  monthlyOverview: monthly({
    amount: -100,
    recurringAmount: -100,
    nonRecurringAmount: 0,
    recurringTransactionIDs: [],
    nonRecurringTransactionIDs: [],
  }),
  contractSummary: contracts(name),
  observedTimespan,
});

const both = {
  incomings: { sum: 50, count: 1, transactionIDs: [] },
  outgoings: { sum: 70, count: 2, transactionIDs: [] },
};

export const companyData = (name: string): CockpitData => ({
  ...stored(name),
  results: {
    type: 'company',
    cashflow: {
      available: true,
      currency: 'EUR',
      inflow: figures,
      outflow: figures,
      net: { current: -10, median: -10, average: -10 },
      monthlyOverview: monthly({
        inflow: 1200.5,
        outflow: 1210.5,
        net: -10,
        startBalance: 100,
        endBalance: 90,
        revenue: 1200,
        payroll: 500,
        taxes: 100,
        loanPayments: 50,
        revenueTransactionIDs: [],
        payrollTransactionIDs: [],
        taxTransactionIDs: [],
        loanPaymentTransactionIDs: [],
        transactionIDs: [],
      }),
      forecast: ['2026-05', '2026-04', '2026-03'].map((month) => ({
        month,
        inflow: 1200,
        outflow: 1100,
        net: 100,
        interval: { level: 0.8, low: -200, high: 400 },
        endBalance: null,
      })),
      observedTimespan,
    },
    cash: {
      available: true,
      currency: 'EUR',
      overview: { ...both, totalTransactionAmount: 120, totalTransactionCount: 3 },
      monthlyOverview: [],
      observedTimespan,
    },
    liquidity: {
      available: true,
      currency: 'EUR',
      overview: {
        currentBalance: 90,
        overdraftLimit: 1000,
        availableLiquidity: 1090,
        minBalance: -50,
        maxBalance: 500,
        averageBalance: 100,
      },
      accountLiquidity: [
        {
          account,
          overview: {
            currentBalance: 90,
            overdraftLimit: 1000,
            availableLiquidity: 1090,
            minBalance: -50,
            maxBalance: 500,
            averageBalance: 100,
          },
          monthlyOverview: monthly({
            endOfMonthBalance: 90,
            minBalance: -50,
            maxBalance: 500,
            averageBalance: 100,
            transactionIDs: [],
          }),
        },
      ],
      accountsWithoutBalance: [],
      observedTimespan,
    },
    foreignPayments: {
      available: true,
      currency: 'EUR',
      homeCountry: 'DE',
      overview: both,
      monthlyOverview: [],
      countries: [{ country: 'AT', ...both, monthlyIncoming: figures, monthlyOutgoing: figures, monthlyOverview: [] }],
      unknown: both,
      observedTimespan,
    },
    risk: {
      available: true,
      currency: 'EUR',
      accountRisks: [
        {
          account,
          monthlyOverview: monthly({
            backDebit: { count: 1, transactionIDs: [] },
            garnishment: { count: 0, transactionIDs: [] },
            overdraftDays: null,
            overdrafts: [],
            overdraftTransactionIDs: [],
          }),
        },
      ],
      observedTimespan,
    },
    credits: recurring(name),
    insurances: recurring(name),
    investments: { ...recurring(name), available: false, contractSummary: [] },
    internalBookings: recurring(name),
  },
});
