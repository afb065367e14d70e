import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Logger } from '#platform/log/index.ts';
import type { WorkerThreadData } from './worker-thread.ts';

export interface RunningWorker {
  /** Whether it works at this moment. */
  isReady(): boolean;
  /** Lets running jobs finish. */
  stop(): Promise<void>;
}

const RESTART_MS = 1_000;

/** Runs the worker thread and starts it again when it dies; resolves when it works for the first time. */
export async function startWorker(data: WorkerThreadData, log: Logger): Promise<RunningWorker> {
  let thread: Worker;
  let ready = false;
  let stopping = false;
  const launch = () => {
    thread = new Worker(new URL('./worker-thread.ts', import.meta.url), { workerData: data });
    thread.once('message', () => {
      ready = true;
    });
    thread.on('error', (error) => log.error({ err: error }, 'The worker died'));
    thread.once('exit', () => {
      ready = false;
      if (!stopping) setTimeout(launch, RESTART_MS).unref();
    });
    return thread;
  };
  const [first] = await Promise.race([once(launch(), 'message'), once(thread!, 'exit')]);
  if (first !== 'ready') {
    stopping = true;
    throw new Error('The worker could not start; the log says why.');
  }
  return {
    isReady: () => ready,
    async stop() {
      stopping = true;
      const gone = once(thread, 'exit');
      thread.postMessage('stop');
      await gone;
    },
  };
}
