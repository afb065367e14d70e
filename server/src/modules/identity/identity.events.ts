import { defineEvent } from '#platform/events/events.ts';

/** Asked inside the transaction that creates a workspace: modules give it what every workspace has. */
export const workspaceCreating = defineEvent<{ workspaceId: string }>('workspace.creating');
