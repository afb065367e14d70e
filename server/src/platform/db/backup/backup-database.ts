import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { columnList, listTables, PORTABLE_SESSION, quoted, readMigrations, readSequences } from './backup-catalog.ts';
import { withClient } from './backup-connection.ts';
import {
  BACKUP_VERSION,
  type BackupEnd,
  type BackupHeader,
  encodeFrames,
  type Frame,
  jsonFrame,
} from './backup-format.ts';

/** What a backup holds; `rows` by `schema.table`. */
export type BackupSummary = { createdAt: string; migrations: string[]; rows: Record<string, number> };

/**
 * Writes a compressed copy of all rows of Kontor's schemas, as of one moment, into `destination` and ends it. Works
 * while Kontor runs, blocks no writer, and needs memory for a few chunks only. Schema, roles and keys outside of the
 * database (KONTOR_DATA_DIR, environment) are not part of it.
 *
 * @param adminUrl connection string of the tables' owner or a superuser: row-level security must not hide rows from it.
 */
export async function backupDatabase(adminUrl: string, destination: Writable): Promise<BackupSummary> {
  return withClient(adminUrl, async (client) => {
    await client.query(PORTABLE_SESSION);
    await client.query('begin isolation level repeatable read read only');
    const summary: BackupSummary = { createdAt: new Date().toISOString(), migrations: [], rows: {} };
    await pipeline(encodeFrames(dump(client, summary)), createGzip({ level: 4 }), destination);
    await client.query('commit');
    return summary;
  });
}

/**
 * `backupDatabase` into a file of mode 0600 that appears under its name only when it is complete and on disk.
 * Refuses to overwrite.
 */
export async function backupToFile(adminUrl: string, path: string): Promise<BackupSummary> {
  if (existsSync(path)) throw new Error(`${path} exists already; a backup never overwrites a file.`);
  const partial = `${path}.partial`;
  try {
    const summary = await backupDatabase(adminUrl, createWriteStream(partial, { mode: 0o600, flush: true }));
    await rename(partial, path);
    const directory = await open(dirname(path), 'r');
    await directory.sync();
    await directory.close();
    return summary;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** Yields the frames of a backup, and notes in `summary` what they hold. */
async function* dump(client: pg.Client, summary: BackupSummary): AsyncGenerator<Frame> {
  const tables = await listTables(client);
  if (tables.length > 0) await client.query(`lock table ${tables.map(quoted).join(', ')} in access share mode`);
  const migrations = await readMigrations(client);
  summary.migrations = migrations.map(({ name }) => name);
  const { createdAt } = summary;
  yield jsonFrame('header', {
    format: 'kontor-backup',
    version: BACKUP_VERSION,
    createdAt,
    migrations,
  } satisfies BackupHeader);
  for (const table of tables) {
    yield jsonFrame('table', table);
    // COPY of a query, because a partitioned table can't be copied by its name before PostgreSQL 18.
    const from = `${table.partitions.length > 0 ? '' : 'only '}${quoted(table)}`;
    const copy = client.query(copyTo(`copy (select ${columnList(table.columns)} from ${from}) to stdout`));
    for await (const payload of copy as AsyncIterable<Buffer>) yield { kind: 'data', payload };
    // The number of rows comes with the message after the last one; this query is answered after it.
    await client.query('select');
    summary.rows[`${table.schema}.${table.name}`] = copy.rowCount;
    yield jsonFrame('rows', copy.rowCount);
  }
  yield jsonFrame('end', { sequences: await readSequences(client) } satisfies BackupEnd);
}
