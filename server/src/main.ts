/** Entry point: `npm start`. */
import { createLogger } from '#platform/log/index.ts';
import { readConfig } from './config.ts';
import { printWelcome } from './welcome.ts';
import { startKontor } from './kontor.ts';

try {
  const config = readConfig();
  const log = createLogger({ level: config.logLevel });
  const kontor = await startKontor(config, log);
  printWelcome(config, kontor);
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // A second Ctrl-C means it.
      if (stopping) process.exit(130);
      stopping = true;
      log.info({ signal }, 'Shutting down');
      kontor.stop().then(
        () => process.exit(0),
        (error) => {
          log.error({ err: error }, 'The shutdown failed');
          process.exit(1);
        },
      );
    });
  }
} catch (error) {
  process.stderr.write(`\nKontor could not start. ${(error as Error).message}\n\n`);
  process.exit(1);
}
