import { existsSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const globalSetup = path.join(import.meta.dirname, 'server/test/harness/global-setup.ts');

export default defineConfig({
  test: {
    include: ['{packages,examples,skills,server,console,site,scripts,bench}/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Files of one worker share its modules, as they share its database: to load them anew for each is half of all work.
    isolate: false,
    retry: 0,
    testTimeout: 240_000,
    // For what never ends. How long things take beside other work is no matter of tests but of `bench/`.
    expect: { poll: { timeout: 60_000, interval: 20 } },
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
    // One PostgreSQL for the whole run, one database per worker.
    globalSetup: existsSync(globalSetup) ? [globalSetup] : [],
  },
});
