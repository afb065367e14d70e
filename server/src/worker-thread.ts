/** The worker role: a thread of its own, so that the engines never hold up a request of the same process. */
import { parentPort, workerData } from 'node:worker_threads';
import { createLogger, type LogLevel } from '#platform/log/index.ts';
import { createServices, type ServicesOptions } from './assemble.ts';

export interface WorkerThreadData extends Omit<ServicesOptions, 'log' | 'worker'> {
  logLevel: LogLevel;
  shutdownMs: number;
}

const { logLevel, shutdownMs, ...options } = workerData as WorkerThreadData;
const log = createLogger({ level: logLevel });
const running = await createServices({ ...options, log, worker: true });
await running.work();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage('ready');
parentPort?.once('message', () => {
  running.close(shutdownMs).then(
    () => process.exit(0),
    (error) => {
      log.error({ err: error }, 'The worker did not stop cleanly');
      process.exit(1);
    },
  );
});
