import type { LedgerRow } from './ledger.ts';

/** What the address says is wanted; an empty text wants nothing in particular. */
export interface RowFilter {
  q: string;
  account: string;
  category: string;
  direction: '' | 'in' | 'out';
  from: string;
  to: string;
  min: string;
  max: string;
}

export const FILTER_NAMES = ['q', 'account', 'category', 'direction', 'from', 'to', 'min', 'max'] as const;

export function readFilter(query: URLSearchParams): RowFilter {
  const text = (name: (typeof FILTER_NAMES)[number]) => query.get(name) ?? '';
  const direction = text('direction');
  return {
    q: text('q'),
    account: text('account'),
    category: text('category'),
    direction: direction === 'in' || direction === 'out' ? direction : '',
    from: text('from'),
    to: text('to'),
    min: text('min'),
    max: text('max'),
  };
}

/** `1.234,56` and `1,234.56` as people type them; null for what is no amount. */
export function readAmount(text: string): number | null {
  const plain = text.replace(/[^\d.,]/g, '').replace(/[.,](?=\d{3}(\D|$))/g, '');
  return plain === '' ? null : Number(plain.replace(',', '.'));
}

/**
 * The rows that match, in their order. Amounts are compared without their sign; the category of a search is found by its
 * name in the reader's language (`nameOf`).
 */
export function filterRows(rows: readonly LedgerRow[], filter: RowFilter, nameOf: ReadonlyMap<string, string>) {
  const words = filter.q.toLowerCase().split(/\s+/).filter(Boolean);
  const [min, max] = [readAmount(filter.min), readAmount(filter.max)];
  if (words.length === 0 && FILTER_NAMES.every((name) => name === 'q' || filter[name] === '')) return rows;
  const named = words.map(
    (word) => new Set([...nameOf].filter(([, name]) => name.toLowerCase().includes(word)).map(([id]) => id)),
  );
  return rows.filter((row) => {
    if (filter.account !== '' && row.accountId !== filter.account) return false;
    if (filter.category !== '' && row.categoryId !== filter.category) return false;
    if (filter.direction !== '' && row.amount > 0 !== (filter.direction === 'in')) return false;
    if (filter.from !== '' && row.date < filter.from) return false;
    if (filter.to !== '' && row.date > filter.to) return false;
    const size = Math.abs(row.amount);
    if ((min !== null && size < min) || (max !== null && size > max)) return false;
    return words.every((word, n) => row.text.includes(word) || named[n]?.has(row.categoryId));
  });
}
