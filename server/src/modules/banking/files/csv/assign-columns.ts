/** Headings (and what stands below them) → columns with their roles. */
import { looksLikeAmount } from '../amounts.ts';
import { looksLikeDate, looksLikeDayOfYear } from '../dates.ts';
import { type ColumnRole, type Columns, normalizeHeading, rolesOfHeading } from './columns.ts';
import type { CsvProfile } from './layout.types.ts';

interface Candidate {
  column: number;
  role: ColumnRole;
  rank: number;
}

/** Roles of which a row has one; the rest may be spread over several columns. */
const SINGLE = new Set<ColumnRole>([
  'bookingDate',
  'valueDate',
  'amount',
  'debit',
  'credit',
  'mark',
  'currency',
  'status',
  'ownAccount',
  'ownBank',
  'id',
  'balance',
  'fee',
]);
const DATES = new Set<ColumnRole>(['bookingDate', 'valueDate']);
const AMOUNTS = new Set<ColumnRole>(['amount', 'debit', 'credit', 'balance', 'fee']);

/** The profile whose headings are all there; of several, the one that asks for most. */
export function chooseProfile(
  profiles: readonly CsvProfile[],
  headings: string[],
  preamble: string,
): CsvProfile | null {
  const present = new Set(headings.map(normalizeHeading));
  const weight = (profile: CsvProfile) => profile.headings.length + (profile.preamble ? 1 : 0);
  return (
    profiles
      .filter(({ headings: needed }) => needed.every((heading) => present.has(normalizeHeading(heading))))
      .filter((profile) => !profile.preamble || profile.preamble.test(preamble))
      .sort((a, b) => weight(b) - weight(a))[0] ?? null
  );
}

/** `samples` are rows below the headings: a column of dates is no amount, whatever its heading may mean. */
export function assignColumns(headings: string[], samples: string[][], profile: CsvProfile | null): Columns {
  const named = candidatesOf(headings, profile).filter((candidate) => fits(candidate, samples));
  const columns: Columns = {};
  const taken = new Set<number>();
  const inOrder = named.toSorted((a, b) => a.rank - b.rank || a.column - b.column);
  for (const { column, role } of inOrder) {
    if (taken.has(column) || (SINGLE.has(role) && columns[role])) continue;
    columns[role] = [...(columns[role] ?? []), column];
    taken.add(column);
  }
  chooseCurrency(columns, named);
  return settle(columns, headings);
}

function candidatesOf(headings: string[], profile: CsvProfile | null): Candidate[] {
  const ignored = new Set((profile?.ignore ?? []).map(normalizeHeading));
  const own = new Map<string, { role: ColumnRole; rank: number }[]>();
  for (const [role, names] of Object.entries(profile?.columns ?? {})) {
    for (const [n, name] of names.entries())
      own.set(normalizeHeading(name), [{ role: role as ColumnRole, rank: n - 1000 }]);
  }
  return headings.flatMap((heading, column) => {
    const name = normalizeHeading(heading);
    if (ignored.has(name)) return [];
    return (own.get(name) ?? rolesOfHeading(name)).map((candidate) => ({ column, ...candidate }));
  });
}

function fits({ column, role }: Candidate, samples: string[][]): boolean {
  const values = samples.map((cells) => cells[column]?.trim() ?? '').filter((value) => value !== '');
  if (values.length === 0) return true;
  const mostly = (test: (value: string) => boolean) => values.filter(test).length * 2 >= values.length;
  const isDate = (value: string) => looksLikeDate(value) || (role === 'bookingDate' && looksLikeDayOfYear(value));
  if (DATES.has(role)) return mostly((value) => isDate(value) || /^(?:offen|--|pending)/i.test(value));
  if (AMOUNTS.has(role)) return mostly((value) => looksLikeAmount(value) && !/^\d{1,2}\.\d{1,2}\.\d{4}/.test(value));
  if (role === 'mark') return mostly((value) => /^[a-z+-]{1,10}\.?$/i.test(value));
  return true;
}

/** Of several columns of currencies, the one behind the amount; else the one before it. */
function chooseCurrency(columns: Columns, named: Candidate[]): void {
  const amount = columns.amount?.[0] ?? columns.credit?.[0] ?? columns.debit?.[0];
  const all = named.filter(({ role }) => role === 'currency').map(({ column }) => column);
  if (amount === undefined || all.length < 2) return;
  const distance = (column: number) => (column > amount ? column - amount : 1000 + amount - column);
  const nearest = all.toSorted((a, b) => distance(a) - distance(b))[0];
  if (nearest !== undefined) columns.currency = [nearest];
}

/** What a heading means because of the others that are there. */
function settle(columns: Columns, headings: string[]): Columns {
  const settled = { ...columns };
  if (!settled.bookingDate && settled.valueDate) {
    settled.bookingDate = settled.valueDate;
    delete settled.valueDate;
  }
  // An account that stands before the dates is the one the file is about.
  const firstDate = Math.min(...(settled.bookingDate ?? []), ...(settled.valueDate ?? []));
  const before = settled.partnerAccount?.filter((column) => column < firstDate) ?? [];
  if (!settled.ownAccount && before.length > 0) {
    settled.ownAccount = before.slice(0, 1);
    settled.partnerAccount = settled.partnerAccount?.filter((column) => column >= firstDate);
  }
  if (settled.partnerName?.length === 0) delete settled.partnerName;
  // Only one side is named: then it is the other one.
  if (Boolean(settled.payer) !== Boolean(settled.payee)) {
    settled.partnerName = [...(settled.partnerName ?? []), ...(settled.payer ?? []), ...(settled.payee ?? [])];
    delete settled.payer;
    delete settled.payee;
  }
  const buchungstext = settled.bookingText?.find(
    (column) => normalizeHeading(headings[column] ?? '') === 'buchungstext',
  );
  if (!settled.purpose && buchungstext !== undefined) {
    settled.purpose = [buchungstext];
    settled.bookingText = settled.bookingText?.filter((column) => column !== buchungstext);
  }
  if (settled.purpose) settled.purpose = settled.purpose.toSorted((a, b) => a - b);
  return settled;
}
