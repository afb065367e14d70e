import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Logger } from '#platform/log/index.ts';
import type { WorkerThreadData } from './worker-thread.ts';

export interface RunningWorker {
  /** Whether it works at this moment. */
  isReady(): boolean;
  /** Lets running jobs finish, at most for the time it was started with. Never rejects; safe to call twice. */
  stop(): Promise<void>;
}

const RESTART_MS = 1_000;
/** What a worker may need, beyond the time for its jobs, to close its connections. */
const CLOSE_MS = 3_000;

export interface LaunchedWorker {
  thread: Worker;
  /** Resolves when it works; rejects when it ended before that. */
  works: Promise<void>;
}

/** Starts a thread that loads its code, and works once `startWorker` has told it for whom. */
export function launchWorker(): LaunchedWorker {
  const thread = new Worker(new URL('./worker-thread.ts', import.meta.url));
  const works = firstMessage(thread);
  // Somebody will await it, but perhaps only after it has failed.
  works.catch(() => undefined);
  return { thread, works };
}

/**
 * Sets the launched thread to work, and starts another whenever it dies; resolves when it works for the first time.
 *
 * @throws Error when the first start fails, with its reason.
 */
export async function startWorker(
  data: WorkerThreadData,
  log: Logger,
  launched: LaunchedWorker,
): Promise<RunningWorker> {
  let { thread } = launched;
  let ready = false;
  let stopping = false;
  let restart: NodeJS.Timeout | undefined;
  let stopped: Promise<void> | undefined;

  function begin() {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    thread.postMessage(data);
  }
  function watch() {
    thread.once('message', () => {
      ready = true;
      log.info({}, 'The worker is running');
    });
    thread.on('error', (error) => log.error({ err: error }, 'The worker died; starting it again'));
    thread.once('exit', () => {
      ready = false;
      if (stopping) return;
      restart = setTimeout(() => {
        ({ thread } = launchWorker());
        begin();
        watch();
      }, RESTART_MS);
    });
  }

  async function stop() {
    stopping = true;
    clearTimeout(restart);
    // Dead already, and its restart was just called off.
    if (thread.threadId === -1) return;
    const gone = once(thread, 'exit').catch(() => undefined);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    thread.postMessage('stop');
    await Promise.race([gone, sleep(data.shutdownMs + CLOSE_MS, undefined, { ref: false })]);
    await thread.terminate();
  }

  begin();
  await launched.works;
  ready = true;
  watch();
  return { isReady: () => ready, stop: () => (stopped ??= stop()) };
}

async function firstMessage(thread: Worker): Promise<void> {
  const gone = once(thread, 'exit').then(() => {
    throw new Error('The worker ended while it started.');
  });
  try {
    await Promise.race([once(thread, 'message'), gone]);
  } catch (error) {
    throw new Error(`The worker could not start: ${(error as Error).message}`, { cause: error });
  }
}
