import type { QueueName } from '#platform/jobs/jobs.ts';

export interface SyncJob {
  workspaceId: string;
  loginId: string;
  /** A job of another synchronisation than the current one has nothing to do. */
  syncId: string;
}

export const syncQueueName: QueueName<SyncJob> = { name: 'banking.sync-login' };

export interface RevokeJob {
  workspaceId: string;
  loginId: string;
  provider: string;
  /** Sealed as in the row that is gone. */
  sealedState: string;
}

export const revokeQueueName: QueueName<RevokeJob> = { name: 'banking.revoke-consent' };
