import { sha256Hex } from '#platform/crypto/random.ts';
import { ProviderError } from '../provider.types.ts';
import { daysBefore } from './bank-day.ts';
import { BankRefusal } from './bank-messages.ts';
import { askBank, type BankLine, linksOf } from './client.ts';
import { objectOf } from './read-json.ts';

/** Bookings of one kind from one page, as the bank wrote them. */
export interface PageOfBookings {
  entries: unknown[];
  status: 'booked' | 'pending';
  /** The number of the first of them within the reading, from 1. */
  startLine: number;
}

export interface PagesRequest {
  path: string;
  headers: Record<string, string>;
  /** First booking date asked for. */
  from: string;
  today: string;
}

/** What every bank must give long after an authentication: older bookings are refused then as `PERIOD_INVALID`. */
const ALWAYS_READABLE_DAYS = 89;
/** At 20 bookings a page, what the smallest pages have, it is more than any account of ten years. */
const MOST_PAGES = 2_000;
const MOST_EMPTY_PAGES = 20;

/**
 * Reads all pages by their `next` links. Throws `ProviderError` when a page is none, or when the pages lead in circles:
 * the same address or the same content once more.
 */
export async function* readPages(line: BankLine, request: PagesRequest): AsyncGenerator<PageOfBookings> {
  const statuses = line.bank.bothStatuses ? ['both'] : ['booked', 'pending'];
  let lines = 0;
  for (const status of statuses) {
    const query = new URLSearchParams({ dateFrom: request.from, bookingStatus: status }).toString();
    const seen = new Set<string>();
    let emptyPages = 0;
    let next: string | undefined = `${request.path}?${query}`;
    while (next) {
      const body: Record<string, unknown> = await readPage(line, request, next);
      const list = objectOf(body.transactions ?? body.cardTransactions);
      const before = lines;
      for (const kind of ['booked', 'pending'] as const) {
        const entries = entriesOf(line, list[kind]);
        if (entries.length > 0) yield { entries, status: kind, startLine: lines + 1 };
        lines += entries.length;
      }
      const content = lines > before ? sha256Hex(JSON.stringify([list.booked, list.pending])) : '';
      if (content === '') emptyPages += 1;
      if (seen.has(next) || seen.has(content) || emptyPages > MOST_EMPTY_PAGES || seen.size > MOST_PAGES * 2) {
        throw new ProviderError('invalid_answer', `${line.bank.name} sends pages of bookings that never end`);
      }
      seen.add(next);
      if (content !== '') seen.add(content);
      next = linksOf(list, line.bank).next ?? linksOf(body, line.bank).next;
    }
  }
}

async function readPage(line: BankLine, { path, headers, today }: PagesRequest, address: string) {
  try {
    return (await askBank(line, { method: 'GET', path: address, headers })).body;
  } catch (error) {
    const isTooOld = error instanceof BankRefusal && error.code === 'PERIOD_INVALID';
    const url = new URL(address, line.bank.baseUrl);
    const from = daysBefore(today, ALWAYS_READABLE_DAYS);
    if (!isTooOld || url.pathname !== path || (url.searchParams.get('dateFrom') ?? '') >= from) throw error;
    url.searchParams.set('dateFrom', from);
    return (await askBank(line, { method: 'GET', path: url.pathname + url.search, headers })).body;
  }
}

function entriesOf(line: BankLine, value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  throw new ProviderError('invalid_answer', `${line.bank.name} sent bookings that are no list`);
}
