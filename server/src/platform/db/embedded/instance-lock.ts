import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type InstanceLock = { release(): void };

const SQLITE_BUSY = 5;

/**
 * Takes the data directory for this process, or throws at once when another live Kontor has it.
 *
 * The lock is a kernel file lock (fcntl), so it is free of races, ends with the process however that dies, cannot be
 * fooled by a reused pid and also holds between containers of one machine. Node offers no such lock by itself; an
 * exclusive transaction of its built-in SQLite on an empty file is one. `kontor.pid` beside it only serves the message.
 */
export function acquireInstanceLock(dataDir: string): InstanceLock {
  const ownerFile = join(dataDir, 'kontor.pid');
  const lockFile = join(dataDir, 'kontor.lock');
  createPrivately(lockFile);
  const lock = new DatabaseSync(lockFile, { timeout: 0 });
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    writeFileSync(ownerFile, JSON.stringify({ pid: process.pid, host: hostname(), since: new Date() }), {
      mode: 0o600,
    });
  } catch (cause) {
    lock.close();
    if ((cause as { errcode?: number }).errcode !== SQLITE_BUSY) throw cause;
    throw new Error(
      `The data directory ${dataDir} is in use by another running Kontor (${describeOwner(ownerFile)}). ` +
        'Stop that one first, or give this one its own KONTOR_DATA_DIR. ' +
        'To run several Kontor processes on one database, set DATABASE_URL to a PostgreSQL server.',
      { cause },
    );
  }
  return { release: () => lock.close() };
}

/** Mode 0600: who may open the file may lock it. An existing file is not opened, since closing it would end our lock. */
function createPrivately(path: string): void {
  try {
    writeFileSync(path, '', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function describeOwner(ownerFile: string): string {
  try {
    const owner = JSON.parse(readFileSync(ownerFile, 'utf8')) as { pid: number; host: string; since: string };
    return `pid ${owner.pid} on host ${owner.host}, since ${owner.since}`;
  } catch {
    return 'pid not known yet, it is just starting';
  }
}
