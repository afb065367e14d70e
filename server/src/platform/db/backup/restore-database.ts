import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { columnList, listTables, PORTABLE_SESSION, quoted, readMigrations } from './backup-catalog.ts';
import { withClient } from './backup-connection.ts';
import type { BackupSummary } from './backup-database.ts';
import {
  type BackupEnd,
  type BackupHeader,
  type Frame,
  parseFrame,
  readFrames,
  type TableHeader,
} from './backup-format.ts';
import { createMissingPartitions } from './missing-partitions.ts';
import { suspendTriggers } from './suspend-triggers.ts';
import { verifyBackup } from './verify-backup.ts';

/** The backup does not fit this database; nothing was changed. */
class RestoreError extends Error {
  override name = 'RestoreError';
}

/**
 * Puts the rows of a backup file into a migrated database, all or nothing: the file is verified from end to end first,
 * then everything happens in one transaction. The database must have had exactly the migrations of the backup, and its
 * tables in `public` must be empty (the job queue's are replaced in any case) unless `force` allows to discard what they
 * hold. Kontor must not run on it meanwhile.
 *
 * @param adminUrl connection string of the tables' owner or a superuser.
 * @throws BackupFileError | RestoreError
 */
export async function restoreDatabase(
  adminUrl: string,
  path: string,
  options: { force?: boolean } = {},
): Promise<BackupSummary> {
  const { header, summary } = await verifyBackup(path);
  await withClient(adminUrl, async (client) => {
    await client.query(PORTABLE_SESSION);
    await client.query('begin');
    const target = await prepareTarget(client, header, options.force ?? false);
    const resumeTriggers = await suspendTriggers(client, target);
    const end = await loadTables(client, path, target);
    await compareCounts(client, summary.rows);
    await resumeTriggers();
    // setval is not undone by a rollback, so it comes last.
    for (const { schema, name, lastValue, isCalled } of end.sequences) {
      await client.query('select setval($1::regclass, $2, $3)', [quoted({ schema, name }), lastValue, isCalled]);
    }
    await client.query('commit');
    for (const table of target) await client.query(`analyze ${quoted(table)}`);
  });
  return summary;
}

async function prepareTarget(client: pg.Client, header: BackupHeader, force: boolean): Promise<TableHeader[]> {
  requireSameMigrations(header, await readMigrations(client));
  const target = await listTables(client);
  if (target.length === 0)
    throw new RestoreError('The database has no tables. Start Kontor on it once, or migrate it.');
  const names = target.map(quoted).join(', ');
  await client.query(`lock table ${names} in access exclusive mode`).catch((cause: { code?: string }) => {
    if (cause.code !== '55P03') throw cause;
    throw new RestoreError('The tables are in use. Stop Kontor (all its processes) and restore again.', { cause });
  });
  if (!force) await requireEmpty(client, target);
  await client.query(`truncate ${names}`);
  return target;
}

function requireSameMigrations(header: BackupHeader, present: BackupHeader['migrations']): void {
  const name = (list: BackupHeader['migrations']) => list.at(-1)?.name ?? 'none';
  if (JSON.stringify(header.migrations) === JSON.stringify(present)) return;
  throw new RestoreError(
    `The backup was made by another version of Kontor: its newest migration is ${name(header.migrations)} ` +
      `(${header.migrations.length} in all), the database's is ${name(present)} (${present.length}). ` +
      'Restore it with the version that made it, then upgrade.',
  );
}

async function requireEmpty(client: pg.Client, target: TableHeader[]): Promise<void> {
  const filled: string[] = [];
  for (const table of target.filter(({ schema, name }) => schema === 'public' && name !== 'schema_migrations')) {
    const { rows } = await client.query<{ filled: boolean }>(`select exists (select from ${quoted(table)}) as filled`);
    if (rows[0]?.filled) filled.push(table.name);
  }
  if (filled.length === 0) return;
  throw new RestoreError(
    `The database is not empty (rows in ${filled.join(', ')}). Restore into a new database, or use --force to ` +
      'discard what it holds now.',
  );
}

/** Reads the file a second time, now into the tables. Should it have changed since, its checksum fails here. */
async function loadTables(client: pg.Client, path: string, target: TableHeader[]): Promise<BackupEnd> {
  const frames = readFrames(path);
  let end: BackupEnd = { sequences: [] };
  try {
    for (let next = await frames.next(); !next.done; next = await frames.next()) {
      const frame = next.value;
      if (frame.kind === 'table') await loadTable(client, parseFrame(frame) as TableHeader, frames, target);
      if (frame.kind === 'end') end = parseFrame(frame) as BackupEnd;
    }
  } finally {
    await frames.return();
  }
  return end;
}

async function loadTable(client: pg.Client, table: TableHeader, frames: AsyncGenerator<Frame>, target: TableHeader[]) {
  const present = target.find(({ schema, name }) => schema === table.schema && name === table.name);
  const difference = present ? differing(table.columns, present.columns) : ['the table itself'];
  if (!present || difference.length > 0) {
    throw new RestoreError(
      `The table ${table.schema}.${table.name} of the backup differs from the database's (${difference.join(', ')}). ` +
        'Restore it with the version of Kontor that made it.',
    );
  }
  await createMissingPartitions(client, table, present);
  const copy = client.query(copyFrom(`copy ${quoted(table)} (${columnList(table.columns)}) from stdin`));
  await pipeline(dataFrames(frames), copy);
}

function differing(one: string[], other: string[]): string[] {
  return [...one.filter((name) => !other.includes(name)), ...other.filter((name) => !one.includes(name))];
}

/** The COPY text of one table; takes the frame that ends it too. Must not close `frames` when it is done. */
async function* dataFrames(frames: AsyncGenerator<Frame>): AsyncGenerator<Buffer> {
  for (let next = await frames.next(); !next.done && next.value.kind === 'data'; next = await frames.next()) {
    yield next.value.payload;
  }
}

async function compareCounts(client: pg.Client, expected: Record<string, number>): Promise<void> {
  for (const [table, rows] of Object.entries(expected)) {
    const dot = table.indexOf('.');
    const [schema, name] = [table.slice(0, dot), table.slice(dot + 1)];
    const counted = await client.query<{ rows: string }>(
      `select count(*)::text as rows from ${quoted({ schema, name })}`,
    );
    if (Number(counted.rows[0]?.rows) === rows) continue;
    throw new RestoreError(
      `${table} has ${counted.rows[0]?.rows} rows after the restore instead of ${rows}. Nothing was changed.`,
    );
  }
}
