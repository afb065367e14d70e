/** Histories through Actual Budget as its user would: a local budget, rules, an import, and "Find schedules". */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LabelledHistory } from '../../server/test/histories/history.types.ts';
import type { Detection } from './detection.ts';
import type { InstalledPeer } from './install-actual.ts';

type Booking = LabelledHistory['input']['transactions'][number];

/** A recurrence as the peer's detector tells it; https://actualbudget.org/docs/schedules */
interface DiscoveredSchedule {
  accountId: string;
  payee: string;
  amount: number;
  date: { frequency: string; interval?: number; patterns?: { type: string; value: number }[] };
}

interface Answer {
  wallMs: number;
  cpuMs: number;
  schedules: DiscoveredSchedule[];
}

export interface PeerRun {
  detections: Detection[];
  wallMs: number;
  cpuMs: number;
}

/** How far an amount may be off for the peer to call it about the same: its `getApproxNumberThreshold`. */
const APPROXIMATELY = 0.075;

/**
 * The payee as a person would have cleaned it up: the name that the bank gave, or the text without its numbers. Without
 * that the peer would see a new payee in every text that carries a date, and find nothing.
 */
function payeeOf(booking: Booking): string {
  const text = booking.paymentPartner?.name ?? booking.purpose ?? booking.bookingText ?? 'unknown';
  return (
    text
      .replace(/\S*\d\S*/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() || 'unknown'
  );
}

/** What the API's importTransactions takes: https://actualbudget.org/docs/api/reference#transaction */
const toActual = (booking: Booking) => ({
  date: booking.bookingDate,
  amount: booking.amountMinor,
  payee_name: payeeOf(booking),
  imported_payee: payeeOf(booking),
  imported_id: booking.transactionId,
  notes: booking.purpose ?? '',
  cleared: true,
});

function jobOf({ name, input }: LabelledHistory) {
  const bookings = [...input.transactions].sort((a, b) => (a.bookingDate < b.bookingDate ? -1 : 1));
  const kinds = new Map(bookings.map((booking) => [payeeOf(booking), booking.categoryId]));
  return {
    name,
    accounts: input.accounts.map(({ accountId }) => ({
      accountId,
      transactions: bookings.filter((booking) => booking.accountId === accountId).map(toActual),
    })),
    rules: [...kinds].map(([payee, category]) => ({ payee, category })),
  };
}

/** Its rhythms in our words. The 1st and 3rd (2nd and 4th) weekday of a month passes for every other week too. */
function frequenciesOf({ frequency, interval = 1, patterns = [] }: DiscoveredSchedule['date']): string[] {
  if (frequency === 'weekly') return [interval === 2 ? 'BIWEEKLY' : 'WEEKLY'];
  return patterns.length > 1 ? ['SEMI_MONTHLY', 'BIWEEKLY'] : ['MONTHLY'];
}

/** The bookings that the schedule would be matched with: account, payee, about the amount. */
function membersOf({ accountId, payee, amount }: DiscoveredSchedule, bookings: readonly Booking[]): string[] {
  return bookings
    .filter((booking) => booking.accountId === accountId && payeeOf(booking).toLowerCase() === payee.toLowerCase())
    .filter((booking) => Math.abs(booking.amountMinor - amount) <= Math.abs(amount) * APPROXIMATELY)
    .sort((a, b) => (a.bookingDate < b.bookingDate ? -1 : 1))
    .map((booking) => booking.transactionId);
}

/**
 * Runs all histories in one process of the peer. Time is that of the import (with rules) and of the detection; creating
 * budget, accounts and rules is not counted.
 */
export async function runActual(peer: InstalledPeer, histories: readonly LabelledHistory[]): Promise<PeerRun[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-peer-job-'));
  try {
    const [job, answer] = [join(folder, 'job.json'), join(folder, 'answer.json')];
    await writeFile(job, JSON.stringify(histories.map(jobOf)));
    const script = join(import.meta.dirname, 'actual-process.mjs');
    await promisify(execFile)(peer.node, [script, peer.entry, job, answer], { maxBuffer: 2 ** 26 });
    const answers: Answer[] = JSON.parse(await readFile(answer, 'utf8'));
    return answers.map(({ wallMs, cpuMs, schedules }, n) => ({
      wallMs,
      cpuMs,
      detections: schedules.map((schedule) => ({
        name: schedule.payee,
        frequencies: frequenciesOf(schedule.date),
        transactionIDs: membersOf(schedule, histories[n]?.input.transactions ?? []),
      })),
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
