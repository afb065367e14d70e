/** What the sandbox does wrong for whom, seen by the client: the table of docs/providers.md. */
import { afterAll, describe, expect, test } from 'vitest';
import type { StatementPart } from '../../statements/statement.types.ts';
import { FAULTS } from './customers.ts';
import { connectAs, openSandbox, readAll } from './sandbox.testing.ts';

const sandbox = await openSandbox('2026-11-20T10:00:00Z');
const { provider, present } = sandbox;
afterAll(() => sandbox.close());

const bookings = (parts: StatementPart[]) =>
  parts.flatMap((part) => (part.kind === 'transactions' ? part.transactions : []));
const closing = (parts: StatementPart[]) =>
  parts.flatMap((part) => (part.kind === 'balance' ? [part.balance.amountMinor] : []));

const whileConnecting = {
  'wrong-pin': { kind: 'credentials', problem: 'wrong_credentials' },
  locked: { kind: 'failed', problem: 'login_locked', canRetry: false },
  'wrong-code': { kind: 'enter-code', problem: 'wrong_code' },
  'code-expired': { kind: 'failed', problem: 'code_expired', canRetry: true },
  refused: { kind: 'failed', problem: 'consent_refused', canRetry: true },
  down: { kind: 'failed', problem: 'bank_unavailable', canRetry: true },
} as const;

test.each(Object.entries(whileConnecting))('%s shows while connecting', async (fault, step) => {
  expect((await connectAs(sandbox, `student.${fault}`)).step).toMatchObject(step);
});

test.each(['sandbox-app'])('%s: a refusal in the app', async (bankId) => {
  const { step, path } = await connectAs(sandbox, 'student.refused', bankId);
  expect(path.at(-1)).toBe('approve-in-app');
  expect(step).toMatchObject({ kind: 'failed', problem: 'consent_refused' });
});

test.each(['nobody', 'employee.nothing', 'employee.slow.slow', '', 'EMPLOYEE@bank'])(
  'nobody is called %j',
  async (userName) => {
    expect((await connectAs(sandbox, userName)).step).toMatchObject({
      kind: 'credentials',
      problem: 'wrong_credentials',
    });
  },
);

const whileReading = {
  'down-later': { problem: 'bank_unavailable' },
  'rate-limited': { problem: 'too_many_requests', retryAfterMs: 6 * 3_600_000 },
  'consent-expired': { problem: 'consent_expired', consentEnded: true },
  malformed: { problem: 'invalid_answer' },
  html: { problem: 'invalid_answer' },
  endless: { problem: 'invalid_answer' },
} as const;

test.each(Object.entries(whileReading))('%s shows while reading', async (fault, error) => {
  const { state, step } = await connectAs(sandbox, `student.${fault}`);
  expect(step.kind).toBe('authorised');
  await expect(readAll(provider, present, state)).rejects.toMatchObject(error);
});

describe('banks that are only odd', () => {
  test('slow: each answer takes its time', async () => {
    const started = performance.now();
    const { state } = await sandbox.begin('sandbox-code');
    const values = { userId: 'student.slow', password: '12345' };
    const { step } = await provider.proceed(present, state, { kind: 'credentials', values });
    expect(step.kind).toBe('enter-code');
    expect(performance.now() - started).toBeGreaterThan(2 * sandbox.slowMs);
  });

  test('expiring: the consent lasts five days', async () => {
    expect((await connectAs(sandbox, 'student.expiring')).step).toEqual({
      kind: 'authorised',
      validUntil: '2026-11-25',
    });
  });

  test('renumbered and no-ids: the same bookings under other numbers, or under none', async () => {
    const read = async (userName: string) => {
      const { state } = await connectAs(sandbox, userName);
      const first = bookings(await readAll(provider, present, state));
      sandbox.clock.now = new Date(sandbox.clock.now.getTime() + 1_000);
      return [first, bookings(await readAll(provider, present, state))] as const;
    };
    const content = (list: ReturnType<typeof bookings>) => list.map(({ bankIds: _, ...rest }) => rest);
    const [before, after] = await read('student.renumbered');
    expect(content(after)).toEqual(content(before));
    expect(after[0]?.bankIds).not.toEqual(before[0]?.bankIds);
    const [plain, again] = await read('student');
    expect(again).toEqual(plain);
    const [bare] = await read('student.no-ids');
    expect(content(bare)).toEqual(content(plain));
    expect(bare.filter(({ bankIds }) => bankIds.length > 0)).toEqual([]);
  });

  test('gap: the balance is not what the bookings end in', async () => {
    const right = closing(await readAll(provider, present, (await connectAs(sandbox, 'student')).state));
    const wrong = closing(await readAll(provider, present, (await connectAs(sandbox, 'student.gap')).state));
    expect(wrong[0]).toBe(right[0]! - 12_34);
  });
});

test('every fault is tried here', () => {
  const tried = [...Object.keys(whileConnecting), ...Object.keys(whileReading)];
  expect([...FAULTS].toSorted()).toEqual([...tried, 'slow', 'expiring', 'renumbered', 'no-ids', 'gap'].toSorted());
});
