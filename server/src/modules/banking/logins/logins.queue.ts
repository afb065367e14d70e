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
  /** The login or the visit that the state was sealed for; the row may be gone. */
  sealedFor: string;
  provider: string;
  sealedState: string;
}

export const revokeQueueName: QueueName<RevokeJob> = { name: 'banking.revoke-consent' };
