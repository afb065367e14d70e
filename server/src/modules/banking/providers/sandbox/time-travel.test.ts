/** The sandbox's data go on with time, and every reading fits the one before. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { personaNames } from '#modules/personas/index.ts';
import type { StatementPart, StatementTransaction } from '../../statements/statement.types.ts';
import { connectAs, openSandbox, readAll } from './sandbox.testing.ts';

const sandbox = await openSandbox('2026-11-20T10:00:00Z');
const { provider } = sandbox;
afterAll(() => sandbox.close());

const bookings = (parts: StatementPart[], status: 'booked' | 'pending') =>
  parts
    .flatMap((part) => (part.kind === 'transactions' ? part.transactions : []))
    .filter((one) => one.status === status);
const closingOf = (parts: StatementPart[]) => {
  const last = parts.at(-1);
  return last?.kind === 'balance' ? last.balance.amountMinor : Number.NaN;
};
const sum = (list: StatementTransaction[]) => list.reduce((total, { amountMinor }) => total + amountMinor, 0);
const at = (day: string) => {
  sandbox.clock.now = new Date(`${day}T10:00:00Z`);
};

test.each(personaNames)('%s: what is read later continues what was read before, and the balances fit', async (name) => {
  at('2026-11-20');
  const { state } = await connectAs(sandbox, name);
  const count = (await provider.listAccounts(sandbox.present, state)).length;
  for (let account = 0; account < count; account += 1) {
    at('2026-11-20');
    let before = await readAll(provider, sandbox.present, state, account);
    expect(before.filter(({ kind }) => kind === 'rejected')).toEqual([]);
    for (const day of ['2026-11-23', '2026-12-23', '2027-01-22']) {
      const last = bookings(before, 'booked')[0]?.bookingDate ?? '2026-11-02';
      at(day);
      const after = await readAll(provider, sandbox.alone, state, account, '2026-11-02');
      const overlap = (list: StatementTransaction[]) =>
        list.filter(({ bookingDate }) => bookingDate >= '2026-11-02' && bookingDate <= last);
      expect(overlap(bookings(after, 'booked'))).toEqual(overlap(bookings(before, 'booked')));
      const added = bookings(after, 'booked').filter(({ bookingDate }) => bookingDate > last);
      expect(closingOf(after)).toBe(closingOf(before) + sum(added));
      for (const open of bookings(before, 'pending')) {
        const became = added.filter((one) => one.purpose === open.purpose && one.amountMinor === open.amountMinor);
        expect(became.length).toBeGreaterThan(0);
        expect(became.map(({ bankIds }) => bankIds[0])).not.toContain(open.bankIds[0]);
      }
      before = after;
    }
  }
});

test('there is something new on every bank day of a week', async () => {
  at('2026-11-20');
  const { state } = await connectAs(sandbox, 'shop');
  let known = bookings(await readAll(provider, sandbox.present, state), 'booked').length;
  for (const day of ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']) {
    at(day);
    const now = bookings(await readAll(provider, sandbox.present, state), 'booked').length;
    expect(now).toBeGreaterThan(known);
    known = now;
  }
});

test('a new consent shows the same accounts under other ids', async () => {
  at('2026-11-20');
  const list = async () => {
    const { state } = await connectAs(sandbox, 'family');
    return (await provider.listAccounts(sandbox.present, state)).map(({ account }) => account);
  };
  const [first, second] = [await list(), await list()];
  const ids = first.map(({ resourceId }) => resourceId);
  expect(second.filter(({ resourceId }) => ids.includes(resourceId))).toEqual([]);
  expect(second.map(({ iban }) => iban)).toEqual(first.map(({ iban }) => iban));
});

test('consents and histories outlive a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-sandbox-'));
  const path = join(folder, 'sandbox.json');
  const first = await openSandbox('2026-11-20T10:00:00Z', path);
  const { state } = await connectAs(first, 'newcomer');
  const before = await readAll(first.provider, first.present, state);
  await first.close();
  const second = await openSandbox('2026-11-20T18:00:00Z', path);
  const after = await readAll(second.provider, second.present, state);
  expect(bookings(after, 'booked')).toEqual(bookings(before, 'booked'));
  await second.provider.revoke(second.present, state);
  await second.close();
  await rm(folder, { recursive: true });
});
