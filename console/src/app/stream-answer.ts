/** An answer of a bot while it comes about, by server-sent events. */
import type { ConversationEvent, GenerateAnswer } from './api.gen.ts';
import { ApiError, addressOfOperation, getToken, parseAnswer, Unreachable } from './api.ts';

export interface AnswerHeard {
  /** The message is stored: from here on its answer comes about, also when nobody listens. */
  onMessage(message: ConversationEvent): void;
  /** All of the answer's text so far; it may still be taken back. */
  onText(text: string): void;
  onReply(reply: ConversationEvent): void;
}

/** Sends a message and hears the answer. Rejects with `ApiError` or `Unreachable`. */
export async function streamAnswer(body: GenerateAnswer, heard: AnswerHeard): Promise<void> {
  const { accessToken } = await getToken();
  const address = addressOfOperation('POST /v2/hc-interactions/events/public', { query: { stream: true } });
  const headers = { 'kontor-console': '1', 'content-type': 'application/json', authorization: `Bearer ${accessToken}` };
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => {
    throw new Unreachable('The server can not be reached.');
  });
  if (!response.ok || !response.body) {
    throw new ApiError(response.status, parseAnswer(await response.text()) ?? {});
  }
  let text = '';
  for await (const { event, data } of eventsOf(response.body)) {
    if (event === 'message') heard.onMessage(data);
    if (event === 'reply') heard.onReply(data);
    if (event === 'reset') text = '';
    if (event === 'delta') text += data.text;
    if (event === 'delta' || event === 'reset') heard.onText(text);
  }
}

/** The events of a stream, each with its data read. */
async function* eventsOf(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let waiting = '';
  for (;;) {
    const { value, done } = await reader.read().catch(() => {
      throw new Unreachable('The connection was lost; the answer is stored all the same.');
    });
    if (done) return;
    const blocks = (waiting + decoder.decode(value, { stream: true })).split('\n\n');
    waiting = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string) => block.match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1] ?? '';
      yield { event: field('event'), data: parseAnswer(field('data')) };
    }
  }
}
