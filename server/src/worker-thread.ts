/** The worker role: a thread of its own, so that the engines never hold up a request of the same process. */
import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { getCategorizer } from '#modules/categorization/index.ts';
import { createLogger, type LogLevel } from '#platform/log/index.ts';
import { createServices, type ServicesOptions } from './assemble.ts';

export interface WorkerThreadData extends Omit<ServicesOptions, 'log' | 'worker'> {
  logLevel: LogLevel;
  shutdownMs: number;
}

if (!parentPort) throw new Error('worker-thread.ts runs as a thread of Kontor, not by itself.');
const port = parentPort;
const [data] = (await once(port, 'message')) as [WorkerThreadData | 'stop'];
if (data === 'stop') process.exit(0);

const { logLevel, shutdownMs, ...options } = data;
const log = createLogger({ level: logLevel });
const running = await createServices({ ...options, log, worker: true });
await running.work();
port.postMessage('ready');
// Now, while there is nothing to do, rather than in the first analysis after a start.
setImmediate(getCategorizer);
port.once('message', () => {
  running.close(shutdownMs).then(
    () => process.exit(0),
    (error) => {
      log.error({ err: error }, 'The worker did not stop cleanly');
      process.exit(1);
    },
  );
});
