/**
 * Claim: categorisation runs at 150,000 bookings a second on one core, at most 8 times one bare pass of lower-casing
 * and tokenising the same strings; the index loads in 150 ms and 60 MB. Prints one JSON line.
 * `node --expose-gc bench/categorization.ts [bookings]`: the texts are distinct (numbers and places vary). Both passes
 * take turns; other work on the machine costs the categorizer more, because its index has to come back into the caches.
 */
import { createCategorizer } from '../server/src/modules/categorization/categorizer.ts';
import { readLabelled } from '../server/test/fixtures/labelled-transactions.ts';
import { report } from './harness/report.ts';
import { median, round, spread } from './harness/statistics.ts';

const count = Number(process.argv[2] ?? 60_000);
const ROUNDS = 9;
const collect = (globalThis as { gc?: () => void }).gc;

const before = process.memoryUsage();
const startedAt = performance.now();
const categorizer = createCategorizer();
const startUpMs = performance.now() - startedAt;
collect?.();
const after = process.memoryUsage();

const templates = ['labelled-de.txt', 'labelled-en.txt'].flatMap((file) =>
  readLabelled(file).map((row) => row.transaction),
);
const places = ['KOELN', 'AUSTIN TX', 'BERLIN', 'LEEDS', 'DENVER CO', 'HAMBURG', 'YORK', 'TAMPA FL'];
const bookings = Array.from({ length: count }, (_, index) => {
  const template = templates[index % templates.length] as (typeof templates)[number];
  return {
    ...template,
    transactionId: String(index),
    purpose: `${template.purpose ?? ''} ${index} ${places[index % places.length]}`.trim(),
  };
});
const context = { userType: 'person', accounts: [] } as const;

const barePass = (): number => {
  let words = 0;
  for (const { bookingText, purpose, paymentPartner } of bookings) {
    for (const text of [bookingText, paymentPartner?.name, purpose])
      if (text) words += text.toLowerCase().split(/[^a-z0-9äöüß]+/).length;
  }
  return words;
};

const fullPass = (): number => {
  let sum = 0;
  for (const booking of bookings) sum += categorizer.categorize(booking, context).confidence;
  return sum;
};

const cpuMs = (work: () => number): number => {
  const from = process.cpuUsage();
  work();
  const spent = process.cpuUsage(from);
  return (spent.user + spent.system) / 1000;
};

barePass();
fullPass();
const bare: number[] = [];
const full: number[] = [];
for (let n = 0; n < ROUNDS; n++) {
  bare.push(cpuMs(barePass));
  full.push(cpuMs(fullPass));
}
report('categorization', {
  bookings: count,
  perSecond: { value: Math.round(count / (median(full) / 1000)), atLeast: 150_000 },
  barePassMs: round(median(bare)),
  categorizeMs: { ...spread(full), median: round(median(full)) },
  ratio: { value: round(median(full) / median(bare)), atMost: 8 },
  startUpMs: { value: round(startUpMs), atMost: 150 },
  indexMb: round(
    (after.heapUsed + after.external + after.arrayBuffers - before.heapUsed - before.external - before.arrayBuffers) /
      2 ** 20,
  ),
  residentGrowthMb: { value: round((after.rss - before.rss) / 2 ** 20), atMost: 60 },
});
