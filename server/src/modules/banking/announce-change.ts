import type { Context } from '#platform/context.ts';
import type { ActiveUser } from '#modules/users/index.ts';
import { accountsChanged, transactionsChanged } from './banking.events.ts';

export interface BankDataChange {
  /** Names the analysis that may follow. */
  correlationId: string;
  accountIds: string[];
  /** Absent: only transactions changed. */
  change?: 'uploaded' | 'updated' | 'deleted';
  added?: number;
  updated?: number;
  removed?: number;
}

/** Tells the others what changed in a user's bank data, in the transaction of the change. */
export async function announceChange(ctx: Context, user: ActiveUser, change: BankDataChange): Promise<void> {
  const { correlationId, accountIds: accountIDs } = change;
  const { added = 0, updated = 0, removed = 0 } = change;
  if (change.change && accountIDs.length > 0) {
    await ctx.events.publish(ctx, accountsChanged, { userId: user.userId, correlationId, accountIDs, change: change.change });
  }
  if (added + updated + removed > 0) {
    await ctx.events.publish(ctx, transactionsChanged, { userId: user.userId, correlationId, accountIDs, added, updated, removed });
  }
}
