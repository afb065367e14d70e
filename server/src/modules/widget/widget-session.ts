import type { Services } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { widgetSessionEnded } from './widget.errors.ts';

const LIFETIME_MS = 86_400_000;
const placeOf = (widgetId: string) => `widget.session:${widgetId}`;

/** What lets a browser go on with a conversation for a day: sealed, so that nothing of it is stored and nobody can make one. */
export const sealSession = (services: Pick<Services, 'secrets' | 'now'>, widgetId: string, conversationId: string) =>
  services.secrets.seal(
    JSON.stringify({ conversationId, endsMs: services.now().getTime() + LIFETIME_MS }),
    placeOf(widgetId),
  );

/** The conversation. Throws `widget_session_ended` for one of another widget, a made-up one, and after its day. */
export function openSession(services: Pick<Services, 'secrets' | 'now'>, widgetId: string, sealed: string): string {
  const { conversationId, endsMs } = parse(services, widgetId, sealed);
  if (endsMs > services.now().getTime()) return conversationId;
  throw new AppError(widgetSessionEnded, 'The conversation was left for more than a day. Begin a new one.');
}

function parse(services: Pick<Services, 'secrets'>, widgetId: string, sealed: string) {
  try {
    return JSON.parse(services.secrets.open(sealed, placeOf(widgetId))) as { conversationId: string; endsMs: number };
  } catch {
    throw new AppError(widgetSessionEnded, 'The session is none of this widget. Begin a new conversation.');
  }
}
