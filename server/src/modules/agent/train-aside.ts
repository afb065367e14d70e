import { Worker } from 'node:worker_threads';
import type { Article } from './retrieval/retrieval.types.ts';

/** What the thread is told, one after the other. */
export interface TrainingTask {
  id: number;
  articles: Article[];
  /** The stored index to begin with. */
  before: Uint8Array | null;
}

export type TrainingResult = { id: number; content: Uint8Array } | { id: number; error: Error };

interface Waiting {
  resolve(content: Uint8Array): void;
  reject(error: Error): void;
}

/** What the thread used goes back to the system when it ends: it does so when there was nothing to train for so long. */
const IDLE_MS = 2_000;
const YOUNG_GENERATION_MB = 12;

let running: { thread: Worker; waiting: Map<number, Waiting>; idle: NodeJS.Timeout | undefined } | null = null;
let lastId = 0;

/**
 * The stored form of the index of these articles, made in a thread of its own: ten thousand articles take seconds in which
 * the worker has to beat, and memory that it does not need otherwise. One training at a time per process.
 */
export function trainAside(articles: Article[], before: Uint8Array | null): Promise<Uint8Array> {
  const trainer = (running ??= start());
  clearTimeout(trainer.idle);
  lastId += 1;
  const task: TrainingTask = { id: lastId, articles, before };
  return new Promise((resolve, reject) => {
    trainer.waiting.set(task.id, { resolve, reject });
    trainer.thread.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    trainer.thread.postMessage(task);
  });
}

function start() {
  const thread = new Worker(new URL('./training-thread.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  const trainer = { thread, waiting: new Map<number, Waiting>(), idle: undefined as NodeJS.Timeout | undefined };
  thread.on('message', (result: TrainingResult) => {
    const waiting = trainer.waiting.get(result.id);
    trainer.waiting.delete(result.id);
    if ('error' in result) waiting?.reject(result.error);
    else waiting?.resolve(result.content);
    if (trainer.waiting.size === 0) rest();
  });
  thread.on('error', (error) => end(error as Error));
  thread.on('exit', () => end(new Error('The thread that trains bots ended in the middle of a training')));

  function rest() {
    thread.unref();
    trainer.idle = setTimeout(() => {
      if (running === trainer) running = null;
      void thread.terminate();
    }, IDLE_MS).unref();
  }
  function end(error: Error) {
    if (running === trainer) running = null;
    clearTimeout(trainer.idle);
    for (const { reject } of trainer.waiting.values()) reject(error);
    trainer.waiting.clear();
  }
  return trainer;
}
