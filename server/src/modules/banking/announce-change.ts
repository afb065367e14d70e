import { randomUUID } from 'node:crypto';
import type { ActiveUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { accountsChanged, transactionsChanged } from './banking.events.ts';
import { webhookDataOf } from './connect/webhook-data.ts';

export interface BankDataChange {
  accountIds: string[];
  /** Absent: only transactions changed. */
  change?: 'uploaded' | 'imported' | 'updated' | 'deleted';
  /** Of the process that this is part of; a new one if absent. */
  correlationId?: string;
  added?: number;
  updated?: number;
  removed?: number;
}

/**
 * Tells the others what changed in a user's bank data, in the transaction of the change. Answers the correlation id of
 * the analysis that follows by itself; null when none does, because nothing changed or the user is `suspended`.
 */
export async function announceChange(ctx: Context, user: ActiveUser, change: BankDataChange): Promise<string | null> {
  const { accountIds: accountIDs, added = 0, updated = 0, removed = 0 } = change;
  const correlationId = change.correlationId ?? randomUUID();
  const accounts = change.change && accountIDs.length > 0 ? change.change : null;
  const transactions = added + updated + removed > 0;
  const webhookData = change.correlationId ? await webhookDataOf(ctx, { ...user, correlationId }) : null;
  const about = { userId: user.userId, correlationId, webhookData, accountIDs };
  if (accounts) await ctx.events.publish(ctx, accountsChanged, { ...about, change: accounts });
  if (transactions) {
    await ctx.events.publish(ctx, transactionsChanged, { ...about, added, updated, removed });
  }
  return user.automaticAnalysis === 'active' && (accounts || transactions) ? correlationId : null;
}
