/** Entry point: `npm start`. */
import { readConfig } from './config.ts';
import { launchWorker } from './start-worker.ts';
import { listenForStop } from './stop-signals.ts';

const stop = listenForStop();
try {
  const config = readConfig();
  // It loads its code on another core while this thread does the same.
  const launched = config.roles.has('worker') ? launchWorker() : null;
  const { createLogger } = await import('#platform/log/index.ts');
  const { startKontor } = await import('./kontor.ts');
  const { printWelcome } = await import('./welcome.ts');
  const log = createLogger({ level: config.logLevel });
  process.on('uncaughtException', (error) => {
    // Here rather than in Node's own report, because the log censors secrets and personal data.
    log.fatal({ err: error }, 'Kontor broke and ends; start it again');
    process.exit(1);
  });
  const kontor = await startKontor(config, log, { launched, stop: stop.signal });
  printWelcome(config, kontor);
  const signal = await stop.asked;
  log.info({ signal }, 'Shutting down: finishing what runs');
  await kontor.stop();
  log.info({}, 'Shut down');
  process.exit(0);
} catch (error) {
  if (stop.signal.aborted) process.exit(error === stop.signal.reason ? 0 : 1);
  process.stderr.write(`\nKontor could not start. ${sentence((error as Error).message)}\n\n`);
  process.exit(1);
}

function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
