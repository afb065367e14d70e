import { defineEvent } from '#platform/events/events.ts';

/** Accounts were created, replaced, changed or deleted. */
export const accountsChanged = defineEvent<{
  userId: string;
  correlationId: string;
  accountIDs: string[];
  change: 'uploaded' | 'updated' | 'deleted';
}>('accounts.changed');

/** Transactions came, changed or went. */
export const transactionsChanged = defineEvent<{
  userId: string;
  correlationId: string;
  accountIDs: string[];
  added: number;
  updated: number;
  removed: number;
}>('transactions.changed');
