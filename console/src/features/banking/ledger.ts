/** All categorised transactions of a user in the browser: read once, as lines, and kept small. */
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError, addressOfOperation, getToken, type Result, Unreachable } from '../../app/api.ts';

const STREAM = 'GET /api/users/{user-id}/categorization/stream';
export const LEDGER = STREAM;
/** What its lines have, as the pages of the list do. */
type CategorizedTransaction = Result<'GET /api/users/{user-id}/categorization'>['transactions'][number];
/** So often those who wait see more rows. */
const SHOW_EVERY_MS = 200;

export interface LedgerRow {
  id: string;
  accountId: string;
  amount: number;
  currency: string;
  /** `YYYY-MM-DD`. */
  date: string;
  partner: string;
  purpose: string;
  categoryId: string;
  /** In English; `GET /api/categories` has the other names. */
  label: string;
  confidence: number;
  level: CategorizedTransaction['confidenceLevel'];
  reason: string;
  merchant: string | null;
  contractId: string | null;
  /** What a search looks into, in small letters. */
  text: string;
}

export interface Ledger {
  /** Newest first. Grows until `total` are there; a change makes a new `Ledger` around it. */
  rows: LedgerRow[];
  total: number;
}

const keyOf = (userId: string) => [LEDGER, { params: { 'user-id': userId } }];

/** Rows as they arrive. What was read stays until an analysis or a correction changes it. */
export function useLedger(userId: string, isWanted = true) {
  const client = useQueryClient();
  const queryKey = keyOf(userId);
  // Those who see all rows already go on seeing them until all of the new ones are there.
  const show = (ledger: Ledger) =>
    client.setQueryData<Ledger>(queryKey, (shown) => (shown && shown.rows.length >= shown.total ? shown : ledger));
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => readLedger(userId, signal, show),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isWanted,
    // Compared part by part, a hundred thousand rows would take longer than to draw them.
    structuralSharing: false,
  });
}

/** Puts other rows in the place of those of the same id, in what is shown. */
export function replaceRows(client: QueryClient, userId: string, changed: readonly LedgerRow[]) {
  const byId = new Map(changed.map((row) => [row.id, row]));
  client.setQueryData<Ledger>(keyOf(userId), (ledger) =>
    ledger ? { ...ledger, rows: ledger.rows.map((row) => byId.get(row.id) ?? row) } : ledger,
  );
}

async function readLedger(userId: string, signal: AbortSignal, show: (ledger: Ledger) => void): Promise<Ledger> {
  const lines = linesOf(await open(userId, signal));
  const head = await lines.next();
  const { transactionCount: total } = JSON.parse(head.value ?? '{}') as { transactionCount: number };
  const rows: LedgerRow[] = [];
  const intern = createInterner();
  let shownAt = 0;
  for await (const line of lines) {
    for (const transaction of JSON.parse(line) as CategorizedTransaction[]) rows.push(toRow(transaction, intern));
    const now = performance.now();
    if (now - shownAt < SHOW_EVERY_MS) continue;
    shownAt = now;
    show({ rows: [...rows], total });
  }
  if (rows.length < total) throw new Unreachable('The server can not be reached.');
  return { rows, total };
}

async function open(userId: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const { accessToken } = await getToken();
  const url = addressOfOperation(STREAM, { params: { 'user-id': userId } });
  const response = await fetch(url, { headers: { authorization: `Bearer ${accessToken}` }, signal }).catch(() => {
    throw new Unreachable('The server can not be reached.');
  });
  if (!response.ok) throw new ApiError(response.status, await response.json().catch(() => ({})));
  if (!response.body) throw new Unreachable('The server can not be reached.');
  return response.body;
}

async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const pieces = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = pieces.pop() ?? '';
      yield* pieces;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

type Intern = (text: string) => string;

/** The same text once, however many rows have it. */
function createInterner(): Intern {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    known.set(text, text);
    return text;
  };
}

function toRow(transaction: CategorizedTransaction, intern: Intern): LedgerRow {
  const { paymentPartner, merchant, category, amount } = transaction;
  const partner = intern(merchant?.name ?? paymentPartner?.name ?? '');
  const purpose = transaction.purpose ?? '';
  const digits = amount.toFixed(2);
  const other = merchant && paymentPartner?.name ? ` ${paymentPartner.name}` : '';
  return {
    id: transaction.transactionId,
    accountId: intern(transaction.accountId),
    amount,
    currency: intern(transaction.currency),
    date: intern(transaction.bookingDate),
    partner,
    purpose,
    categoryId: intern(category.id),
    label: intern(category.label),
    confidence: transaction.confidence,
    level: transaction.confidenceLevel,
    reason: intern(transaction.reason),
    merchant: merchant ? intern(merchant.name) : null,
    contractId: transaction.contractId,
    text: `${partner}${other} ${purpose} ${digits} ${digits.replace('.', ',')}`.toLowerCase(),
  };
}
