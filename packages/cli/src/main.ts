#!/usr/bin/env node
import module from 'node:module';

// Before anything else is loaded, so that the second start need not compile again. Node 20 does not have it.
module.enableCompileCache?.();
const [{ runCommandLine }, { processWorld }] = await Promise.all([
  import('./run-command-line.ts'),
  import('./world.ts'),
]);

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());
// Whoever reads has read enough: `kontor users list | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await runCommandLine(process.argv.slice(2), processWorld(stop.signal));
// A terminal that was asked something would keep the process alive.
process.stdin.unref?.();
