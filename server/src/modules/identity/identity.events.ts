import { defineEvent } from '#platform/events/events.ts';

/** A workspace begins: modules give it what every workspace has. */
export const workspaceCreated = defineEvent<{ workspaceId: string }>('workspace.created');
