/**
 * Puts a backup into a database that holds nothing yet, all of it or nothing, while Kontor stands still:
 *
 *   npm run restore -- kontor.backup [--force]
 *
 * `--force` discards what the database holds. The secrets of the backup open only with the key they were sealed with.
 */
import { parseArgs } from 'node:util';
import { queues, schedules } from '../server/src/app.ts';
import { readConfig } from '../server/src/config.ts';
import { restoreDatabase } from '../server/src/platform/db/backup/index.ts';
import { migrate } from '../server/src/platform/db/migrate.ts';
import { withAdminDatabase } from '../server/src/platform/db/open-database.ts';
import { prepareJobs } from '../server/src/platform/jobs/jobs.ts';
import { createLogger } from '../server/src/platform/log/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { force: { type: 'boolean', default: false } },
});
const [path] = positionals;
if (!path) {
  process.stderr.write('Say which backup to restore: npm run restore -- kontor.backup\n');
  process.exit(2);
}
try {
  const options = { ...readConfig(), log: createLogger({ level: 'warn' }), mustStandStill: true };
  const { rows } = await withAdminDatabase(options, async (url) => {
    await migrate(url, null);
    await prepareJobs(url, queues, schedules);
    return restoreDatabase(url, path, { force: values.force });
  });
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  process.stdout.write(`${path} is restored: ${total} rows of ${Object.keys(rows).length} tables.\n`);
} catch (error) {
  process.stderr.write(`Nothing was restored. ${(error as Error).message}\n`);
  process.exit(1);
}
