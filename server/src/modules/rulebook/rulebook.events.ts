import { defineEvent } from '#platform/events/events.ts';

/** What bots may play has changed: rules, or who plays them. */
export const rulesChanged = defineEvent<{ ruleIds: string[] }>('rules.changed');
