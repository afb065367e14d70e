import { randomBytes } from 'node:crypto';
import { chown, mkdir, open, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostgresBinaries } from './binaries.ts';
import { runProgram } from './run-program.ts';
import type { ServerUser } from './server-user.ts';

export const SUPERUSER = 'postgres';

const PASSWORD_FILE = 'kontor.password';
const UNFINISHED_PREFIX = 'postgres.init-';
const HOST_AUTHENTICATION =
  '# Written by Kontor: password, this machine only.\nhost all all 127.0.0.1/32 scram-sha-256\n';

/** The folder of the database cluster below the data directory. */
export function clusterPath(dataDir: string): string {
  return join(dataDir, 'postgres');
}

/** uid that owns the cluster, or undefined when there is no cluster yet (missing or empty folder). */
export async function clusterOwner(dataDir: string): Promise<number | undefined> {
  const path = clusterPath(dataDir);
  const found = await stat(path).catch(ignoreMissing);
  if (!found) return undefined;
  // As another user we cannot look inside; the caller complains about the owner then.
  const content = await readdir(path).catch(() => ['?']);
  return content.length === 0 ? undefined : found.uid;
}

/**
 * Creates the cluster. All happens in a folder aside that is renamed when it is complete, so that a creation killed
 * half-way leaves nothing that looks like a cluster; its remains are cleared by the next one. The caller holds the lock.
 */
export async function createCluster(
  dataDir: string,
  binaries: PostgresBinaries,
  user: ServerUser,
  options: { sync: boolean },
): Promise<void> {
  const workDir = join(dataDir, `${UNFINISHED_PREFIX}${process.pid}-${randomBytes(4).toString('hex')}`);
  await mkdir(workDir, { mode: 0o700 });
  await chown(workDir, user.uid, user.gid);
  const passwordFile = join(workDir, PASSWORD_FILE);
  await writePassword(passwordFile, user);
  const unfinished = join(workDir, 'data');
  // The built-in C.UTF-8 locale: fast, the same on every machine, and UTF8 even when the environment has no LANG.
  const encoding = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const safety = ['--data-checksums', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '-U', SUPERUSER];
  const initdb = [binaries.initdb, '-D', unfinished, ...encoding, ...safety, ...(options.sync ? [] : ['--no-sync'])];
  const result = await runProgram(initdb, user);
  if (result.exitCode !== 0) {
    await clearUnfinished(dataDir);
    throw new Error(
      `Creating the database cluster in ${dataDir} failed (initdb):\n${result.output}${hint(result.output)}`,
    );
  }
  await writeFile(join(unfinished, 'pg_hba.conf'), HOST_AUTHENTICATION);
  await rename(passwordFile, join(unfinished, PASSWORD_FILE));
  await rmdir(clusterPath(dataDir)).catch(ignoreMissing);
  await rename(unfinished, clusterPath(dataDir));
  await syncDirectory(dataDir);
  await rm(workDir, { recursive: true, force: true });
}

/** Refuses a folder that is not a cluster, or is one of another PostgreSQL major version. */
export async function checkCluster(dataDir: string, binaries: PostgresBinaries): Promise<void> {
  const path = clusterPath(dataDir);
  const version = await readFile(join(path, 'PG_VERSION'), 'utf8').catch(ignoreMissing);
  if (version === undefined) {
    throw new Error(
      `${path} exists but is not a PostgreSQL cluster (no PG_VERSION). Move it away, or use another KONTOR_DATA_DIR.`,
    );
  }
  if (version.trim() === binaries.majorVersion) return;
  throw new Error(
    `${path} was written by PostgreSQL ${version.trim()}, but PostgreSQL ${binaries.majorVersion} is installed. ` +
      'Make a backup with the Kontor version that wrote it and restore it into a new KONTOR_DATA_DIR with this one.',
  );
}

/** The superuser's password; it lies in the cluster folder, so that both appear by one rename and move together. */
export async function readPassword(dataDir: string): Promise<string> {
  const path = join(clusterPath(dataDir), PASSWORD_FILE);
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new Error(
      `The password of the embedded PostgreSQL cannot be read from ${path}. Put it back from your copy.`,
      { cause },
    );
  }
}

async function writePassword(path: string, user: ServerUser): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(randomBytes(32).toString('base64url'));
    await file.chown(user.uid, user.gid);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Removes what a creation that was killed half-way left behind. The caller holds the lock. */
export async function clearUnfinished(dataDir: string): Promise<void> {
  const names = (await readdir(dataDir)).filter((name) => name.startsWith(UNFINISHED_PREFIX));
  // Retries: an initdb whose Kontor was killed a moment ago may still be writing there.
  for (const name of names)
    await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

function hint(output: string): string {
  if (!output.includes('could not look up effective user ID')) return '';
  return '\nThe user Kontor runs as has no entry in /etc/passwd, which PostgreSQL requires. Add one, or set DATABASE_URL.';
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
