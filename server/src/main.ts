/** Entry point: `npm start`. */
import { createLogger } from '#platform/log/index.ts';
import { readConfig } from './config.ts';
import { startKontor } from './kontor.ts';
import { listenForStop } from './stop-signals.ts';
import { printWelcome } from './welcome.ts';

const stop = listenForStop();
try {
  const config = readConfig();
  const log = createLogger({ level: config.logLevel });
  process.on('uncaughtException', (error) => {
    // Here rather than in Node's own report, because the log censors secrets and personal data.
    log.fatal({ err: error }, 'Kontor broke and ends; start it again');
    process.exit(1);
  });
  const kontor = await startKontor(config, log, stop.signal);
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
