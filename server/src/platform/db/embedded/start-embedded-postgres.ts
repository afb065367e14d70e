import { access, constants, mkdir, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { locateBinaries, type PostgresBinaries } from './binaries.ts';
import {
  checkCluster,
  clearUnfinished,
  clusterOwner,
  clusterPath,
  createCluster,
  readPassword,
  SUPERUSER,
} from './cluster.ts';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded-postgres.types.ts';
import { findFreePort } from './free-port.ts';
import { acquireInstanceLock, type InstanceLock } from './instance-lock.ts';
import { type LaunchPlan, launchPostmaster, type Postmaster } from './postmaster.ts';
import { retirePredecessor } from './predecessor.ts';
import { limitLog } from './server-log.ts';
import { clusterName } from './server-processes.ts';
import { settingsArguments } from './server-settings.ts';
import { becomeAccount, ownUser, type ServerUser, unprivilegedAccounts } from './server-user.ts';
import { supervise } from './supervise.ts';

const DEFAULT_START_TIMEOUT_MS = 120_000;
const LAUNCH_ATTEMPTS = 10;

/**
 * Starts a PostgreSQL of our own in `<dataDir>/postgres` (created at the first start), watches over it, and returns how
 * to connect. It is durable (fsync, checksums), listens on a free port of 127.0.0.1 only, asks for a password, restarts
 * after a crash on the same port, and never outlives this process. Its log is `<dataDir>/postgres.log`.
 *
 * Throws an Error that says what to do when another Kontor uses the data directory, when it belongs to another user,
 * when it cannot be reached by the user PostgreSQL has to run as, or, with the tail of its log, when it does not start.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log } = options;
  if (!isAbsolute(dataDir)) throw new Error(`The data directory must be an absolute path, not "${dataDir}".`);
  const binaries = await locateBinaries();
  await prepareDataDir(dataDir);
  const user = ownUser() ?? (await chooseAccount(dataDir, binaries));
  await checkOwner(dataDir, user);
  const lock = acquireInstanceLock(dataDir);
  try {
    await prepareCluster(options, binaries, user);
    const { plan, postmaster, port } = await launchOnFreePort(options, binaries, user);
    log.info({ port, pid: postmaster.pid, dataDir, user: user.name }, 'Embedded PostgreSQL is running');
    return endWith(supervise(plan, postmaster, log), { url: plan.url, port }, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Root's new directory is 0711, not 0700: the user that PostgreSQL runs as must pass it to its own folder, not list it. */
export async function prepareDataDir(dataDir: string): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  try {
    await mkdir(dataDir, { recursive: true, mode: isRoot ? 0o711 : 0o700 });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const isFile = code === 'EEXIST' || code === 'ENOTDIR';
    const why = isFile ? 'is no directory, or lies below a file' : `can not be made (${code})`;
    throw new Error(
      `The data directory ${dataDir} ${why}. Name one that Kontor may make and write to: KONTOR_DATA_DIR`,
      { cause },
    );
  }
  try {
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const { uid } = await stat(dataDir);
    throw new Error(
      `The data directory ${dataDir} belongs to uid ${uid} and is not open to uid ${process.getuid?.()}, which Kontor ` +
        `runs as. Run Kontor as that user, or hand the directory over: ${handOver(dataDir, process.getuid?.())}`,
      { cause },
    );
  }
}

/** As root: the account that owns the cluster already, else the best there is. */
async function chooseAccount(dataDir: string, binaries: PostgresBinaries): Promise<ServerUser> {
  const accounts = await unprivilegedAccounts();
  const owner = await clusterOwner(dataDir);
  const account = accounts.find(({ uid }) => uid === owner) ?? accounts[0];
  if (!account) throw new Error('unprivilegedAccounts returned none');
  return becomeAccount(account, { directory: dataDir, program: binaries.postgres });
}

async function checkOwner(dataDir: string, user: ServerUser): Promise<void> {
  const owner = await clusterOwner(dataDir);
  if (owner === undefined || owner === user.uid) return;
  const asRoot = process.getuid?.() === 0;
  throw new Error(
    `The database in ${clusterPath(dataDir)} belongs to uid ${owner}, but PostgreSQL would run as ${user.name} (uid ` +
      `${user.uid}): it was first started ${asRoot ? 'by a normal user, and now by root' : 'by root or another user'}. ` +
      `Start Kontor as the same user as before, or hand it over: ${handOver(asRoot ? clusterPath(dataDir) : dataDir, user.uid)}`,
  );
}

function handOver(path: string, uid: number | undefined): string {
  return `sudo chown -R ${uid} ${path}`;
}

async function prepareCluster(
  options: EmbeddedPostgresOptions,
  binaries: PostgresBinaries,
  user: ServerUser,
): Promise<void> {
  const { dataDir, log, settings } = options;
  await clearUnfinished(dataDir);
  if ((await clusterOwner(dataDir)) === undefined) {
    log.info({ dataDir }, 'Creating the embedded PostgreSQL cluster');
    await createCluster(dataDir, binaries, user, { sync: settings?.fsync !== 'off' });
  }
  await checkCluster(dataDir, binaries);
  await retirePredecessor(clusterPath(dataDir), log);
}

type Launched = { plan: LaunchPlan; postmaster: Postmaster; port: number };

/** Tries again when somebody took the port meanwhile, or processes of a crashed server still hold its shared memory. */
async function launchOnFreePort(
  options: EmbeddedPostgresOptions,
  binaries: PostgresBinaries,
  user: ServerUser,
): Promise<Launched> {
  const password = await readPassword(options.dataDir);
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort();
    const plan = launchPlan(options, binaries, user, port, password);
    try {
      limitLog(plan.logPath);
      return { plan, postmaster: await launchPostmaster(plan), port };
    } catch (error) {
      const { message } = error as Error;
      const passing = /Address already in use|pre-existing shared memory block/.test(message);
      if (!passing || attempt === LAUNCH_ATTEMPTS) throw error;
      options.log.warn({ attempt, reason: message }, 'Embedded PostgreSQL did not start; trying again');
      await sleep(attempt * 100);
    }
  }
}

function launchPlan(
  options: EmbeddedPostgresOptions,
  binaries: PostgresBinaries,
  user: ServerUser,
  port: number,
  password: string,
): LaunchPlan {
  const cluster = clusterPath(options.dataDir);
  const required = { port: String(port), cluster_name: clusterName(cluster) };
  return {
    user,
    command: [binaries.postgres, '-D', cluster, ...settingsArguments(options.settings ?? {}, required)],
    clusterPath: cluster,
    logPath: join(options.dataDir, 'postgres.log'),
    url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`,
    startTimeoutMs: options.startTimeoutMs ?? DEFAULT_START_TIMEOUT_MS,
  };
}

function endWith(
  supervised: ReturnType<typeof supervise>,
  address: { url: string; port: number },
  lock: InstanceLock,
): EmbeddedPostgres {
  let stopping: Promise<void> | undefined;
  return {
    ...address,
    get pid() {
      return supervised.pid();
    },
    stop: () => (stopping ??= supervised.stop().finally(() => lock.release())),
  };
}
