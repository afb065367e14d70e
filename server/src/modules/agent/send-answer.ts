import { Readable } from 'node:stream';
import type { Static } from 'typebox';
import { type ConversationEvent, presentEvent } from '#modules/conversations/index.ts';
import type { DetachedContext } from '#platform/context.ts';
import type { Reply } from '#platform/http/route.ts';
import type { GenerateAnswer } from './agent.schemas.ts';
import { type Exchange, generateAnswer } from './generate-answer.ts';

/** How an event looks to who hears it. */
type Present<T extends { message: string }> = (event: ConversationEvent) => T;

/** The message and the answer, once both are there. */
export async function sendAnswer(ctx: DetachedContext, input: Static<typeof GenerateAnswer>): Promise<Reply> {
  return whole(await generateAnswer(ctx, input), presentEvent);
}

const whole = ({ incoming, reply }: Exchange, present: Present<{ message: string }>): Reply => ({
  status: 201,
  body: (reply ? [incoming, reply] : [incoming]).map(present),
});

/** Proxies must neither keep nor collect the pieces. */
const STREAM_HEADERS = { 'cache-control': 'no-store', 'x-accel-buffering': 'no' };

/**
 * The same as server-sent events while the answer comes about: `message`, then `delta` after `delta` of the answer's text,
 * `reply` with the stored answer, `done`. A `reset` takes back all deltas before it. What is refused is refused before the
 * stream begins; afterwards the answer comes about and is stored also when nobody listens any more.
 */
export async function streamAnswer<T extends { message: string }>(
  ctx: DetachedContext,
  input: Static<typeof GenerateAnswer>,
  present: Present<T>,
): Promise<Reply> {
  const heard = createPieces();
  const begun = Promise.withResolvers<T>();
  const answered = generateAnswer(ctx, input, {
    onIncoming: (incoming) => begun.resolve(present(incoming)),
    onText: heard.add,
  }).finally(heard.end);
  let hasBegun = false;
  answered.catch((error: unknown) => {
    begun.reject(error);
    // What is refused before it has begun is answered like any other request.
    if (hasBegun) ctx.log.error({ err: error, requestId: ctx.requestId }, 'An answer was not streamed to its end');
  });
  const said = await begun.promise;
  hasBegun = true;
  return {
    status: 200,
    headers: STREAM_HEADERS,
    body: Readable.from(streamEvents(said, heard.read(), answered, present)),
    repeated: async () => whole(await answered, present),
  };
}

/** What was answered before, as a stream once more: the message, and the reply if there is one. */
export function streamAgain(events: readonly { message: string }[]): Reply {
  const [said, reply] = events;
  const lines = [line('message', said ?? {}), ...(reply ? [...remaining(reply, '')] : []), line('done', {})];
  return { status: 200, headers: STREAM_HEADERS, body: Readable.from(lines) };
}

const line = (event: 'message' | 'delta' | 'reset' | 'reply' | 'done', data: unknown) =>
  `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

async function* streamEvents<T extends { message: string }>(
  said: T,
  heard: AsyncGenerator<string>,
  answered: Promise<Exchange>,
  present: Present<T>,
) {
  yield line('message', said);
  let streamed = '';
  for await (const text of heard) {
    streamed += text;
    yield line('delta', { text });
  }
  const { reply } = await answered;
  if (reply) yield* remaining(present(reply), streamed);
  yield line('done', {});
}

function* remaining(reply: { message: string }, streamed: string): Generator<string> {
  const goesOn = reply.message.startsWith(streamed.trimEnd());
  if (!goesOn) yield line('reset', {});
  const rest = goesOn ? reply.message.slice(streamed.length) : reply.message;
  for (const text of rest.match(/[\s\S]+?(?:[.!?…]["”“)*]*\s+|\n+|$)/gu) ?? []) yield line('delta', { text });
  yield line('reply', reply);
}

/** Hands on what is added, in order, as soon as somebody reads it. */
function createPieces() {
  const waiting: string[] = [];
  let wake = Promise.withResolvers<void>();
  let isOver = false;
  return {
    add(text: string) {
      waiting.push(text);
      wake.resolve();
    },
    end() {
      isOver = true;
      wake.resolve();
    },
    async *read() {
      for (;;) {
        for (let text = waiting.shift(); text !== undefined; text = waiting.shift()) yield text;
        if (isOver) return;
        await wake.promise;
        wake = Promise.withResolvers<void>();
      }
    },
  };
}
