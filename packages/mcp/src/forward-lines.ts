import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Message, Post } from './post.ts';

const PARSE_ERROR = -32700;
/** Of the range that JSON-RPC leaves to implementations. */
const NOT_FORWARDED = -32000;

/**
 * One message per line, in both directions. Each is sent by itself and answered when its answer is there, in whichever
 * order. Ends when the input has ended and everything is answered.
 */
export async function forwardLines(input: Readable, output: Writable, post: Post): Promise<void> {
  const running = new Map<string | number, AbortController>();
  const pending = new Set<Promise<void>>();
  const write = (answer: unknown) => output.write(`${JSON.stringify(answer)}\n`);
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const message = parse(line);
    if (!message) {
      write({ jsonrpc: '2.0', id: null, error: { code: PARSE_ERROR, message: 'The line is no JSON-RPC message.' } });
    } else if (message.method === 'notifications/cancelled') {
      running.get(message.params?.requestId as string | number)?.abort();
    } else {
      const task = forward(message, running, post, write).finally(() => pending.delete(task));
      pending.add(task);
      // Everything after it depends on the version that it agrees on.
      if (message.method === 'initialize') await task;
    }
  }
  await Promise.all(pending);
}

async function forward(
  message: Message,
  running: Map<string | number, AbortController>,
  post: Post,
  write: (answer: unknown) => void,
): Promise<void> {
  const { id } = message;
  const controller = new AbortController();
  if (id !== undefined) running.set(id, controller);
  try {
    const answer = await post(message, controller.signal);
    if (answer !== undefined && id !== undefined) write(answer);
  } catch (error) {
    // What was cancelled gets no answer, and neither does a notification.
    if (id === undefined || controller.signal.aborted) return;
    write({ jsonrpc: '2.0', id, error: { code: NOT_FORWARDED, message: (error as Error).message } });
  } finally {
    if (id !== undefined) running.delete(id);
  }
}

function parse(line: string): Message | undefined {
  try {
    const message = JSON.parse(line) as Message | null;
    return typeof message === 'object' && message !== null && !Array.isArray(message) ? message : undefined;
  } catch {
    return undefined;
  }
}
