import type { Context } from '#platform/context.ts';
import { selectUnanswered } from './conversations.queries.ts';
import { eventsOf, requireEvent } from './read-conversations.ts';

/** What a customer asked, and what people answered. */
export interface Exchange {
  eventId: string;
  /** Empty when no message of a customer belongs to the event. */
  question: string;
  /** Messages of the company's people after the question, until the customer writes again. */
  answers: string[];
}

/** The exchange that a message belongs to: the customer's question before or at it, and the answers of people to that. */
export async function requireExchange(ctx: Context, eventId: string): Promise<Exchange> {
  const { eventId: id, conversationId } = await requireEvent(ctx, eventId);
  const events = await eventsOf(ctx, conversationId);
  const at = events.findIndex((event) => event.eventId === id);
  const asked = events.slice(0, at + 1).findLastIndex(({ role }) => role === 'user');
  const after = events.slice(asked + 1);
  const next = after.findIndex(({ role }) => role === 'user');
  const answers = (next === -1 ? after : after.slice(0, next)).filter(({ role }) => role === 'agent');
  return { eventId: id, question: events[asked]?.message ?? '', answers: answers.map(({ message }) => message) };
}

/** A customer's message that the bot had no answer to. */
export interface Unanswered {
  question: string;
  askedAt: Date;
}

export interface UnansweredFilter {
  since: Date;
  until: Date;
  botId: string | null;
}

/** Messages of customers to which the bot said that it does not know, oldest first; the newest when there are too many. */
export const unansweredQuestions = (ctx: Context, filter: UnansweredFilter): Promise<Unanswered[]> =>
  selectUnanswered(ctx.session, ctx.workspaceId, filter);
