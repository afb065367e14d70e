import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Article } from './retrieval/retrieval.types.ts';

/** What the child is told, one after the other. */
export interface TrainingTask {
  id: number;
  articles: Article[];
  /** The stored index to begin with. */
  before: Uint8Array | null;
}

export type TrainingResult = { id: number; content: Uint8Array } | { id: number; error: string };

interface Waiting {
  resolve(content: Uint8Array): void;
  reject(error: Error): void;
}

interface Trainer {
  child: ChildProcess;
  waiting: Map<number, Waiting>;
  idle: NodeJS.Timeout | undefined;
}

const PROGRAM = fileURLToPath(new URL('./training-process.ts', import.meta.url));
/** The child ends when there was nothing to train for so long. */
const IDLE_MS = 2_000;
/** As the server's: what a training makes and drops is not worth more memory. */
const SETTINGS = ['--max-semi-space-size=8'];

let running: Trainer | null = null;
let lastId = 0;

/**
 * The stored form of the index of these articles, made in a process of its own: ten thousand articles take seconds in which
 * the worker has to beat, and hundreds of megabytes that the server should not keep. One training at a time.
 */
export function trainAside(articles: Article[], before: Uint8Array | null): Promise<Uint8Array> {
  const trainer = (running ??= start());
  clearTimeout(trainer.idle);
  lastId += 1;
  const task: TrainingTask = { id: lastId, articles, before };
  return new Promise((resolve, reject) => {
    trainer.waiting.set(task.id, { resolve, reject });
    trainer.child.channel?.ref();
    trainer.child.send(task, (error) => error && end(trainer, error));
  });
}

function start(): Trainer {
  // Nothing of Kontor's settings, which hold secrets.
  const child = fork(PROGRAM, { execArgv: SETTINGS, serialization: 'advanced', env: {} });
  child.unref();
  const trainer: Trainer = { child, waiting: new Map(), idle: undefined };
  child.on('message', (result) => hear(trainer, result as TrainingResult));
  child.on('error', (error) => end(trainer, error));
  child.on('exit', () => end(trainer, new Error('The process that trains bots ended in the middle of a training')));
  return trainer;
}

function hear(trainer: Trainer, result: TrainingResult): void {
  const waiting = trainer.waiting.get(result.id);
  trainer.waiting.delete(result.id);
  if ('error' in result) waiting?.reject(new Error(`A bot could not be trained: ${result.error}`));
  else waiting?.resolve(result.content);
  if (trainer.waiting.size > 0) return;
  trainer.child.channel?.unref();
  trainer.idle = setTimeout(() => {
    if (running === trainer) running = null;
    if (trainer.child.connected) trainer.child.disconnect();
  }, IDLE_MS).unref();
}

function end(trainer: Trainer, error: Error): void {
  if (running === trainer) running = null;
  clearTimeout(trainer.idle);
  for (const { reject } of trainer.waiting.values()) reject(error);
  trainer.waiting.clear();
}
