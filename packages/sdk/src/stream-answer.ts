import type { ConversationEvent } from './api.gen.ts';
import type { Deadline } from './deadline.ts';
import { ConnectionError } from './errors.ts';
import { readLines } from './read-answer.ts';

/** What is heard while an answer comes about. */
export type AnswerPiece =
  /** The customer's message, as it is stored. */
  | { type: 'message'; message: ConversationEvent }
  /** A piece of the answer's text. */
  | { type: 'delta'; text: string }
  /** Forget all deltas so far. */
  | { type: 'reset' }
  /** The answer, as it is stored. */
  | { type: 'reply'; reply: ConversationEvent };

/**
 * The pieces of an answer. `ask` sends the question, by the same idempotency key each time: when the connection breaks, the
 * question is asked again, and the stored answer follows after a `reset`.
 */
export async function* streamAnswer(ask: () => Promise<AsyncGenerator<AnswerPiece>>): AsyncGenerator<AnswerPiece> {
  let hasMessage = false;
  const first = await ask();
  try {
    for await (const piece of first) {
      hasMessage ||= piece.type === 'message';
      yield piece;
    }
    return;
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
  }
  yield { type: 'reset' };
  for await (const piece of await ask()) if (!hasMessage || piece.type !== 'message') yield piece;
}

/** Reads server-sent events, or the JSON that a repetition gets. */
export async function readPieces(response: Response, deadline: Deadline): Promise<AsyncGenerator<AnswerPiece>> {
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) return streamed(response, deadline);
  const events = (await response.json()) as ConversationEvent[];
  deadline.end();
  return stored(events);
}

async function* stored([message, reply]: ConversationEvent[]): AsyncGenerator<AnswerPiece> {
  if (message) yield { type: 'message', message };
  if (!reply) return;
  yield { type: 'delta', text: reply.message };
  yield { type: 'reply', reply };
}

async function* streamed(response: Response, deadline: Deadline): AsyncGenerator<AnswerPiece> {
  for await (const [event, data] of readEvents(response, deadline)) {
    if (event === 'done') return;
    if (event === 'message') yield { type: 'message', message: data as ConversationEvent };
    if (event === 'delta') yield { type: 'delta', text: (data as { text: string }).text };
    if (event === 'reset') yield { type: 'reset' };
    if (event === 'reply') yield { type: 'reply', reply: data as ConversationEvent };
  }
  throw new ConnectionError('The answer was cut off.');
}

/** Names and data of server-sent events; comments and unknown fields are passed over. */
async function* readEvents(response: Response, deadline: Deadline): AsyncGenerator<[string, unknown]> {
  let event = '';
  let data = '';
  for await (const line of readLines(response, deadline)) {
    if (line === '') {
      if (data !== '') yield [event, JSON.parse(data)];
      event = '';
      data = '';
    } else if (line.startsWith('event:')) event = line.slice(6).trim();
    else if (line.startsWith('data:')) data += line.slice(5);
  }
}
