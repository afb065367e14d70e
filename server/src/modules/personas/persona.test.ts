import { describe, expect, test } from 'vitest';
import { isBankDay } from './calendar.ts';
import { isValidIban } from './identifiers.ts';
import { createPersona, type PersonaName, personaNames } from './persona.ts';
import type { Persona, UploadAccount } from './persona.types.ts';

const until = '2026-11-20';
const seeds = [1, 2, 3, 4];

function transactionsOf(persona: Persona) {
  return persona.accounts.flatMap((account) => account.transactions);
}

function cents(amount: number): number {
  return Math.round(amount * 100);
}

/** Balances in cents after each transaction, the opening first. */
function balances(account: UploadAccount): number[] {
  const moved = account.transactions.reduce((sum, transaction) => sum + cents(transaction.amount), 0);
  let balance = cents(account.balance) - moved;
  return [balance, ...account.transactions.map((transaction) => (balance += cents(transaction.amount)))];
}

/** How many bookings 24 months hold at least: a person with one account pays less often than a company. */
const fewest: Record<PersonaName, number> = {
  ...{ employee: 800, company: 800, family: 800, freelancer: 600, shop: 800, gambler: 600 },
  ...{ pensioner: 500, student: 500, 'over-indebted': 500, newcomer: 5 },
};

describe.each(personaNames)('%s', (name: PersonaName) => {
  test('is the same for the same day and seed, another for another seed', () => {
    expect(createPersona(name, { until, seed: 1 })).toEqual(createPersona(name, { until, seed: 1 }));
    expect(createPersona(name, { until, seed: 1 })).not.toEqual(createPersona(name, { until, seed: 2 }));
  });

  test.each(seeds)('seed %i: has 24 months of bookings on bank days, up to the last day asked for', (seed) => {
    const transactions = transactionsOf(createPersona(name, { until, seed }));
    expect(transactions.length).toBeGreaterThanOrEqual(fewest[name]);
    expect(transactions.length).toBeLessThanOrEqual(2_500);
    const days = transactions.map((transaction) => transaction.bookingDate);
    expect(days.filter((day) => !isBankDay(day))).toEqual([]);
    const before = name === 'newcomer' ? '2026-10-31' : '2024-11-20';
    expect(days.filter((day) => day > until || day <= before)).toEqual([]);
    expect(new Set(days.map((day) => day.slice(0, 7))).size).toBe(name === 'newcomer' ? 1 : 25);
    const order = createPersona(name, { until, seed }).accounts.map((account) =>
      account.transactions.map((transaction) => transaction.bookingDate),
    );
    expect(order).toEqual(order.map((list) => list.toSorted()));
  });

  test('gives every transaction an id of its own', () => {
    const ids = transactionsOf(createPersona(name, { until, seed: 1 })).map((transaction) => transaction.transactionId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(seeds)('seed %i: amounts are whole cents and no account leaves a plausible range', (seed) => {
    const { accounts } = createPersona(name, { until, seed });
    for (const account of accounts) {
      for (const { amount } of account.transactions) {
        expect(cents(amount) / 100).toBe(amount);
        expect(amount).not.toBe(0);
      }
      const all = balances(account);
      const floor = account.type === 'KREDIT_KARTE' ? -2_500_00 : -cents(account.overdraftLimit ?? 0) - 700_00;
      expect(Math.min(...all)).toBeGreaterThan(floor);
      expect(Math.max(...all)).toBeLessThan(name === 'company' ? 200_000_00 : 80_000_00);
    }
  });

  test('uses IBANs with correct check digits that belong to nobody', () => {
    const persona = createPersona(name, { until, seed: 1 });
    const ibans = [
      ...persona.accounts.flatMap((account) => account.iban ?? []),
      ...transactionsOf(persona).flatMap((transaction) => transaction.paymentPartner?.iban ?? []),
    ];
    expect(ibans.length).toBeGreaterThan(name === 'newcomer' ? 3 : 100);
    expect(ibans.filter((iban) => !isValidIban(iban))).toEqual([]);
    expect(ibans.filter((iban) => iban.startsWith('DE') && iban[4] !== '9')).toEqual([]);
  });

  test('books a transfer between its own accounts on both sides', () => {
    const { accounts } = createPersona(name, { until, seed: 1 });
    const own = new Map(accounts.map((account) => [account.iban, account]));
    const internal = accounts.flatMap((account) =>
      account.transactions.flatMap((transaction) => {
        const other = own.get(transaction.paymentPartner?.iban);
        return other && transaction.paymentPartner?.iban ? [{ account, other, transaction }] : [];
      }),
    );
    if (own.size > 1) expect(internal.length).toBeGreaterThan(10);
    for (const { account, other, transaction } of internal) {
      expect(other.transactions).toContainEqual(
        expect.objectContaining({
          amount: -transaction.amount,
          bookingDate: transaction.bookingDate,
          paymentPartner: expect.objectContaining({ iban: account.iban }),
        }),
      );
    }
  });

  test('a later last day only adds, and what was pending is booked', () => {
    const at = (day: string) => createPersona(name, { anchor: until, until: day, seed: 1 });
    for (const [early, late] of [
      ['2026-11-20', '2026-12-20'],
      ['2026-12-31', '2027-01-04'],
      ['2027-03-26', '2027-03-30'],
    ] as const) {
      const [before, after] = [at(early), at(late)];
      for (const [index, account] of before.accounts.entries()) {
        const grown = after.accounts[index]!;
        expect(grown.transactions.slice(0, account.transactions.length)).toEqual(account.transactions);
        const added = grown.transactions.slice(account.transactions.length);
        const sum = added.reduce((total, { amount }) => total + cents(amount), 0);
        expect(cents(grown.balance)).toBe(cents(account.balance) + sum);
        for (const open of before.pending[account.accountId] ?? []) {
          expect(added.some((one) => one.purpose === open.purpose && one.amount === open.amount)).toBe(true);
        }
      }
    }
  });

  test('works for any last day, 29 February too', () => {
    for (const day of ['2024-02-29', '2025-01-01', '2027-12-31']) {
      const persona = createPersona(name, { until: day, seed: 1 });
      expect(transactionsOf(persona).every((transaction) => transaction.bookingDate <= day)).toBe(true);
      expect(transactionsOf(persona).length).toBeGreaterThanOrEqual(fewest[name]);
    }
  });
});

test.each(['employee', 'company'] as const)(
  '%s: a month that is over stays as it was when the anchor moves',
  (name) => {
    const early = createPersona(name, { until: '2026-09-30', seed: 1 });
    const late = createPersona(name, { until: '2026-10-30', seed: 1 });
    const march = (persona: Persona) =>
      transactionsOf(persona)
        .filter((transaction) => transaction.bookingDate.startsWith('2025-03'))
        .filter(
          (transaction) => !/Umbuchung|Übertrag|ABSCHLUSS|ZINSEN/.test(transaction.purpose + transaction.bookingText),
        )
        .map((transaction) => `${transaction.bookingDate} ${transaction.amount} ${transaction.purpose}`);
    expect(march(late)).toEqual(march(early));
  },
);

test('the employee has pay, child benefit, a returned debit with its fee, and a settled credit card', () => {
  const [giro, , card] = createPersona('employee', { until, seed: 1 }).accounts;
  const bookings = giro?.transactions ?? [];
  const pay = bookings.filter((transaction) => transaction.purposeCode === 'SALA');
  expect(pay).toHaveLength(24);
  expect(new Set(pay.map((transaction) => transaction.amount)).size).toBe(3);
  expect(bookings.filter((transaction) => transaction.purpose.includes('KINDERGELD'))).toHaveLength(24);

  const returned = bookings.filter((transaction) => transaction.bookingText === 'RUECKLASTSCHRIFT');
  expect(returned).toHaveLength(1);
  const debit = bookings.find(
    (transaction) =>
      transaction.amount === -(returned[0]?.amount ?? 0) &&
      transaction.mandateId === returned[0]?.mandateId &&
      returned[0]?.purpose.endsWith(transaction.purpose),
  );
  expect((debit?.bookingDate ?? '9999') < (returned[0]?.bookingDate ?? '')).toBe(true);
  expect(bookings.filter((transaction) => transaction.purpose.includes('NICHT EINGELOESTE LASTSCHRIFT'))).toHaveLength(
    1,
  );

  for (const settled of card?.transactions.filter((transaction) => transaction.amount > 0) ?? []) {
    expect(bookings).toContainEqual(
      expect.objectContaining({ amount: -settled.amount, bookingDate: settled.bookingDate }),
    );
  }
});

test('the company pays staff, social security and taxes, buys abroad and pays overdraft interest', () => {
  const { user, accounts } = createPersona('company', { until, seed: 1 });
  const bookings = accounts[0]?.transactions ?? [];
  const having = (part: string) => bookings.filter((transaction) => transaction.purpose.includes(part));
  expect(bookings.filter((transaction) => transaction.purposeCode === 'SALA')).toHaveLength(4 * 24);
  expect(having('Gesamtsozialversicherungsbeitrag')).toHaveLength(3 * 24);
  expect(having('UMS.ST')).toHaveLength(24);
  expect(having('LOHNST')).toHaveLength(24);
  expect(having('Gewerbesteuer Vorausz.')).toHaveLength(8);
  expect(having('Sollzinsen Kontokorrent').length).toBeGreaterThan(0);
  expect(having('SB-AUTOMAT').length).toBeGreaterThan(20);
  const countries = new Set(bookings.flatMap((transaction) => transaction.paymentPartner?.iban?.slice(0, 2) ?? []));
  expect([...countries]).toEqual(expect.arrayContaining(['AT', 'NL', 'DE']));
  expect(user.company).toEqual({
    name: 'Holzwerk Brandt GmbH',
    legalForm: 'GmbH',
    registerNumber: 'HRB 104718 Amtsgericht Köln',
    vatId: 'DE999418006',
  });
});

test('refuses a last day that does not exist and says so', () => {
  expect(() => createPersona('company', { until: '2026-02-30', seed: 1 })).toThrow(/2026-02-30.*is no day/);
});
