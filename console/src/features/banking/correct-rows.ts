import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../app/api.ts';
import { type LedgerRow, replaceRows } from './ledger.ts';

const CORRECT = 'PATCH /api/users/{user-id}/categorization';
/** What one call takes. */
const MOST = 1_000;
/** The server's own words for what a person decided. */
const CORRECTED = 'A person corrected this';

interface Change {
  before: readonly LedgerRow[];
  after: readonly LedgerRow[];
  /** null: it was taken back. */
  categoryId: string | null;
}

/** Corrects categories: shown at once, taken back when the server refuses, and undone on demand. */
export function useCorrections(userId: string) {
  const client = useQueryClient();
  const [last, setLast] = useState<Change | null>(null);
  const change = useMutation({
    mutationFn: (wanted: Change) => send(userId, wanted),
    onMutate: (wanted) => replaceRows(client, userId, wanted.after),
    onSuccess: (_, wanted) => {
      setLast(wanted);
      void forget(client);
    },
    onError: (_, wanted) => replaceRows(client, userId, wanted.before),
  });
  return {
    last,
    error: change.error,
    correct: (rows: readonly LedgerRow[], categoryId: string, label: string) =>
      change.mutate({
        before: rows,
        after: rows.map((row) => ({
          ...row,
          ...{ categoryId, label, confidence: 1, level: 'VERY_HIGH' as const, reason: CORRECTED },
        })),
        categoryId,
      }),
    undo: () => {
      if (last?.categoryId) change.mutate({ before: last.after, after: last.before, categoryId: null });
    },
  };
}

/** Analyses may have begun by themselves. */
const forget = (client: QueryClient) => client.invalidateQueries({ queryKey: ['GET /api/users/{user-id}/analyses'] });

/** What a person had said before is said again; else the word is taken back. */
async function send(userId: string, { before, after, categoryId }: Change) {
  const corrections = after.map((row) => ({
    transactionId: row.id,
    categoryId: categoryId ?? (row.reason === CORRECTED ? row.categoryId : null),
  }));
  for (let from = 0; from < before.length; from += MOST) {
    const body = { corrections: corrections.slice(from, from + MOST) };
    await call(CORRECT, { params: { 'user-id': userId }, body });
  }
}
