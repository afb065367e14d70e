import type { Webhook } from 'kontor-sdk';

/** What is wrong with it; null when nothing is. */
export function describeWebhook({ active, failingSince, disabledReason, pausedUntil }: Webhook): string | null {
  if (disabledReason === 'gone') return 'switched off: its endpoint answered 410';
  if (disabledReason === 'failing') return 'switched off: nothing has succeeded for five days';
  if (!active) return 'off';
  if (failingSince) return `fails since ${failingSince}${pausedUntil ? ', asked once a minute' : ''}`;
  return null;
}
