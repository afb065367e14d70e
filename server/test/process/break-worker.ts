/** Loaded before Kontor by a test: throws in the worker thread, outside of any job, once the file of the plan is there. */
import { existsSync, rmSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const plan = process.env.BREAK_WORKER_FILE ?? '';
if (!isMainThread) {
  setInterval(() => {
    if (!existsSync(plan)) return;
    rmSync(plan);
    throw new Error('broken by the test');
  }, 20).unref();
}
