/**
 * Writes everything in the database to one compressed, checksummed file, while Kontor runs or not:
 *
 *   npm run backup -- kontor.backup
 *
 * Secrets stay sealed in it: keep a copy of KONTOR_SECRET_KEY, or of secret.key in the data directory, apart from it.
 */
import { readConfig } from '../server/src/config.ts';
import { backupToFile } from '../server/src/platform/db/backup/index.ts';
import { withAdminDatabase } from '../server/src/platform/db/open-database.ts';
import { createLogger } from '../server/src/platform/log/index.ts';

const [path] = process.argv.slice(2);
if (!path) {
  process.stderr.write('Say where to write the backup: npm run backup -- kontor.backup\n');
  process.exit(2);
}
try {
  const options = { ...readConfig(), log: createLogger({ level: 'warn' }), mustStandStill: false };
  const { rows } = await withAdminDatabase(options, (url) => backupToFile(url, path));
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  process.stdout.write(`${path}: ${total} rows of ${Object.keys(rows).length} tables.\n`);
  process.stdout.write(
    'Its secrets are sealed: keep KONTOR_SECRET_KEY or secret.key of the data directory apart from it.\n',
  );
} catch (error) {
  process.stderr.write(`The backup failed. ${(error as Error).message}\n`);
  process.exit(1);
}
