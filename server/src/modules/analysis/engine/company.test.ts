import { describe, expect, it } from 'vitest';
import { account, booking, monthly, repeated, rowOf, run as runAny } from './bookings.testing.ts';
import { countryOf } from './foreign-payments.ts';

const DE = 'DE02100100100006820101';
const company = [account('a', { iban: DE, balanceMinor: 1_000_000, overdraftLimitMinor: 200_000 })];
const run: typeof runAny = (transactions, input) =>
  runAny(transactions, { userType: 'company', accounts: company, ...input });

describe('cashflow', () => {
  const entries = [
    booking('2025-06-01', 500_000, 'revenue'),
    booking('2025-06-04', -20_000, 'revenue'),
    booking('2025-06-10', -150_000, 'payroll'),
    booking('2025-06-11', -40_000, 'social_contributions'),
    booking('2025-06-12', -30_000, 'tax_payment'),
    booking('2025-06-13', 5_000, 'tax_refund'),
    booking('2025-06-15', -60_000, 'loan_instalment'),
    booking('2025-06-16', 8_000, 'back_debit_in'),
    booking('2025-06-17', -70_000, 'internal_transfer_out', { isInternalTransfer: true }),
    booking('2025-06-30', -1_000, 'groceries'),
    booking('2025-07-01', -1_000, 'groceries'),
  ];

  it('is money in and out without own transfers, returned debits included', () => {
    const row = rowOf(run(entries, { asOf: '2025-07-02' }).results['company/cashflow'], '2025-06');
    expect(row).toMatchObject({
      inflow: 5130,
      outflow: 3010,
      net: 2120,
      revenue: 4800,
      payroll: 1900,
      taxes: 250,
      loanPayments: 600,
    });
  });

  it('names the bookings that each part of it is made of', () => {
    const row = rowOf(run(entries, { asOf: '2025-07-02' }).results['company/cashflow'], '2025-06');
    const idOf = new Map(entries.map(({ transactionId, amountMinor }) => [transactionId, amountMinor]));
    const sum = (ids: string[]) => ids.reduce((total, id) => total + (idOf.get(id) ?? Number.NaN), 0) / 100;
    expect([sum(row.revenueTransactionIDs), -sum(row.payrollTransactionIDs)]).toEqual([row.revenue, row.payroll]);
    expect([-sum(row.taxTransactionIDs), -sum(row.loanPaymentTransactionIDs)]).toEqual([row.taxes, row.loanPayments]);
    expect(sum(row.transactionIDs)).toBe(row.net);
  });

  it('tells balances before and at the end of each month', () => {
    const { monthlyOverview } = run(entries, { asOf: '2025-07-02' }).results['company/cashflow'];
    expect(monthlyOverview[0]).toMatchObject({ month: '2025-07', startBalance: 10_010, endBalance: 10_000 });
    expect(monthlyOverview[1]).toMatchObject({ month: '2025-06', startBalance: 8_590, endBalance: 10_010 });
  });

  it('has no balances where none is known, and no forecast from one month', () => {
    const { results } = run(entries, { accounts: [account('a', { balanceMinor: null })], asOf: '2025-07-02' });
    expect(rowOf(results['company/cashflow'], '2025-06')).toMatchObject({ startBalance: null, endBalance: null });
    expect(results['company/cashflow'].forecast).toEqual([]);
  });

  it('forecasts due payments of contracts exactly, and nothing of ended ones', () => {
    const contracts = [
      ...repeated(monthly(2025, 1), -100_000, 'rent', { partner: { name: 'Halle GbR' } }),
      ...repeated(monthly(2025, 28), 300_000, 'revenue', {
        partner: { name: 'Kunde AG' },
        purpose: 'Wartung Pauschale',
      }),
      ...repeated(monthly(2025, 5, 6), -20_000, 'leasing', { partner: { name: 'Leasing GmbH' } }),
      ...repeated(['2025-01-15', '2025-04-15', '2025-07-15', '2025-10-15'], -50_000, 'other_insurance', {
        partner: { name: 'Versicherung AG' },
      }),
    ];
    const { forecast } = run(contracts).results['company/cashflow'];
    expect(forecast.map((row: { month: string }) => row.month)).toEqual(['2026-03', '2026-02', '2026-01']);
    expect(forecast.map((row: { net: number }) => row.net)).toEqual([2000, 2000, 1500]);
    expect(forecast[2].endBalance).toBe(11_500);
    for (const { interval, net } of forecast) {
      expect(interval.level).toBe(0.8);
      expect(interval.low).toBeLessThanOrEqual(net);
      expect(interval.high).toBeGreaterThanOrEqual(net);
    }
  });
});

describe('cash', () => {
  it('counts deposits and withdrawals only, both positive', () => {
    const { results } = run([
      booking('2025-06-01', 30_000, 'cash_deposit'),
      booking('2025-06-02', -10_000, 'cash_withdrawal'),
      booking('2025-07-02', -2_500, 'cash_withdrawal'),
      booking('2025-07-03', -99_900, 'rent'),
    ]);
    const cash = results['company/cash-transactions'];
    expect(cash.overview).toMatchObject({
      incomings: { sum: 300, count: 1 },
      outgoings: { sum: 125, count: 2 },
      totalTransactionAmount: 425,
      totalTransactionCount: 3,
    });
    expect(cash.monthlyOverview[0]).toMatchObject({ month: '2025-07', outgoings: { sum: 25, count: 1 } });
  });
});

describe('liquidity', () => {
  it('tells end-of-month, least and greatest balance per account and altogether', () => {
    const accounts = [
      ...company,
      account('b', { type: 'TAGESGELD', balanceMinor: 50_000 }),
      account('c', { balanceMinor: null }),
    ];
    const entries = [
      booking('2025-06-02', 100_000, 'revenue'),
      booking('2025-06-20', -300_000, 'rent'),
      booking('2025-06-30', 1_000, 'revenue'),
      booking('2025-06-25', 50_000, 'savings_in', { accountId: 'b' }),
    ];
    const { overview, accountLiquidity, accountsWithoutBalance } = run(entries, { accounts, asOf: '2025-07-02' })
      .results['company/liquidity'];
    expect(accountLiquidity[0].monthlyOverview).toEqual([
      {
        month: '2025-06',
        endOfMonthBalance: 10_000,
        minBalance: 9_990,
        maxBalance: 12_990,
        averageBalance: 11_857,
        transactionIDs: entries.slice(0, 3).map(({ transactionId }) => transactionId),
      },
    ]);
    expect(accountLiquidity[0].overview).toMatchObject({
      currentBalance: 10_000,
      overdraftLimit: 2000,
      availableLiquidity: 12_000,
    });
    expect(overview).toMatchObject({ currentBalance: 10_500, availableLiquidity: 12_500, maxBalance: 12_990 });
    expect(accountsWithoutBalance).toEqual([{ accountId: 'c', iban: null, type: 'GIRO' }]);
  });
});

describe('company risk', () => {
  it('counts days below the overdraft limit, not below zero', () => {
    const accounts = [account('a', { balanceMinor: 0, overdraftLimitMinor: 100_000 })];
    const entries = [
      booking('2025-06-02', -50_000, 'rent'),
      booking('2025-06-05', -60_000, 'payroll'),
      booking('2025-06-09', 110_000, 'revenue'),
      booking('2025-06-10', 4_000, 'back_debit_in'),
      booking('2025-06-10', -4_000, 'garnishment'),
    ];
    const [risk] = run(entries, { accounts, asOf: '2025-06-11' }).results['company/risk'].accountRisks;
    expect(risk.monthlyOverview[0]).toMatchObject({
      month: '2025-06',
      backDebit: { count: 1 },
      garnishment: { count: 1 },
      overdraftDays: 4,
    });
    expect(risk.monthlyOverview[0].overdrafts[0]).toEqual({ date: '2025-06-05', amount: -1100 });
    expect(new Set(risk.monthlyOverview[0].overdraftTransactionIDs)).toEqual(
      new Set(entries.map(({ transactionId }) => transactionId)),
    );
  });

  it('does not claim to know the days of an account without balance', () => {
    const accounts = [account('a', { balanceMinor: null })];
    const [risk] = run([booking('2025-06-02', -1, 'rent')], { accounts }).results['company/risk'].accountRisks;
    expect(risk.monthlyOverview[0].overdraftDays).toBeNull();
  });
});

describe('foreign payments', () => {
  it('reads the country from the IBAN, else from the BIC', () => {
    expect(countryOf({ iban: 'FR76 3000 6000 0112 3456 7890 189', bic: 'DEUTDEFF' })).toBe('FR');
    expect(countryOf({ iban: null, bic: 'BOFAUS3NXXX' })).toBe('US');
    expect(countryOf({ iban: '12345', bic: 'X' })).toBeNull();
  });

  it('groups by country and leaves out the own one', () => {
    const { results } = run([
      booking('2025-06-02', 100_000, 'revenue', {
        partner: { name: 'Client SA', iban: 'FR7630006000011234567890189' },
      }),
      booking('2025-06-03', -40_000, 'supplier_payment', {
        partner: { name: 'Legno', iban: 'IT60X0542811101000000123456' },
      }),
      booking('2025-06-04', 30_000, 'revenue', { partner: { name: 'Kunde', iban: 'DE89370400440532013000' } }),
      booking('2025-06-05', -5_000, 'fuel'),
    ]);
    const foreign = results['company/foreign-payments'];
    expect(foreign.homeCountry).toBe('DE');
    expect(foreign.countries.map((row: { country: string }) => row.country)).toEqual(['FR', 'IT']);
    expect(foreign.overview).toMatchObject({ incomings: { sum: 1000, count: 1 }, outgoings: { sum: 400, count: 1 } });
    expect(foreign.unknown.outgoings).toMatchObject({ sum: 50, count: 1 });
  });

  it('calls nothing foreign when the own country is not known', () => {
    const paid = booking('2025-06-02', 100_000, 'revenue', { partner: { iban: 'FR7630006000011234567890189' } });
    const foreign = run([paid], { accounts: [account('a')] }).results['company/foreign-payments'];
    expect(foreign).toMatchObject({ available: false, homeCountry: null, unknown: { incomings: { count: 1 } } });
  });
});

describe('shared structure', () => {
  it('nets credits and parts what recurs from what does not', () => {
    const { results } = run([
      ...repeated(monthly(2025, 15), -60_000, 'loan_instalment', { partner: { name: 'Volksbank' } }),
      booking('2025-06-20', 1_000_000, 'loan_payout', { partner: { name: 'Sparkasse' } }),
      booking('2025-06-30', -2_000, 'credit_line_interest'),
    ]);
    const credits = results['company/credits'];
    expect(rowOf(credits, '2025-06')).toMatchObject({ amount: 9380, recurringAmount: -600, nonRecurringAmount: 9980 });
    expect(rowOf(credits, '2025-06').recurringTransactionIDs).toHaveLength(1);
    expect(credits).toMatchObject({ available: true, current: -600, median: -600 });
    expect(credits.contractSummary).toHaveLength(1);
    expect(credits.contractSummary[0]).toMatchObject({ name: 'Volksbank', frequency: 'MONTHLY', averageAmount: -600 });
  });

  it('shows own transfers in internal bookings and nowhere else', () => {
    const { results } = run(
      [
        booking('2025-06-01', -70_000, 'internal_transfer_out', { isInternalTransfer: true }),
        booking('2025-06-01', 70_000, 'internal_transfer_in', { isInternalTransfer: true, accountId: 'b' }),
        booking('2025-06-30', -100, 'account_fee'),
      ],
      { accounts: [...company, account('b')] },
    );
    expect(rowOf(results['company/internal-bookings'], '2025-06')).toMatchObject({
      amount: 0,
      incoming: 700,
      outgoing: 700,
    });
    expect(rowOf(results['company/cashflow'], '2025-06')).toMatchObject({ inflow: 0, outflow: 1 });
    expect(results['company/investments'].available).toBe(false);
  });

  it('recur on both sides: what comes in recurs with the contract of the side that goes out', () => {
    const own = { isInternalTransfer: true };
    const sent = repeated(monthly(2025, 3), -50_000, 'internal_transfer_out', own);
    const arrived = repeated(monthly(2025, 5), 50_000, 'internal_transfer_in', { ...own, accountId: 'b' });
    const once = [
      booking('2025-06-03', 50_000, 'internal_transfer_in', own),
      booking('2025-06-20', 50_000, 'internal_transfer_in', { ...own, accountId: 'b' }),
    ];
    const { results } = run([...sent, ...arrived, ...once], { accounts: [...company, account('b')] });
    expect(rowOf(results['company/internal-bookings'], '2025-05')).toMatchObject({
      ...{ amount: 0, recurringAmount: 0, nonRecurringAmount: 0, incoming: 500, outgoing: 500 },
      nonRecurringTransactionIDs: [],
    });
    expect(rowOf(results['company/internal-bookings'], '2025-06')).toMatchObject({
      ...{ recurringAmount: 0, nonRecurringAmount: 1000 },
      nonRecurringTransactionIDs: once.map(({ transactionId }) => transactionId),
    });
  });

  it('name money from and to a savings account that is not connected; a person saves it', () => {
    const entries = [booking('2025-06-02', 70_000, 'savings_in'), booking('2025-06-05', -20_000, 'savings_out')];
    const { results } = run([...entries, booking('2025-06-30', -100, 'groceries')], {
      accounts: company,
      asOf: '2025-07-02',
    });
    expect(rowOf(results['company/internal-bookings'], '2025-06')).toMatchObject({ incoming: 700, outgoing: 200 });
    expect(rowOf(results['company/cashflow'], '2025-06')).toMatchObject({ inflow: 0, outflow: 1 });
    expect(results['company/investments'].available).toBe(false);
    const person = runAny(entries, { asOf: '2025-07-02' }).results['person/spending/savings'];
    expect(rowOf(person, '2025-06').amount).toBe(200);
  });
});
