/** Builds one running Kontor from its settings: database, services, the roles asked for. */
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import type { Services } from '#platform/context.ts';
import { loadOrCreateKeyFile } from '#platform/crypto/key-file.ts';
import { createSecretBox, type Keyring, parseKeyring } from '#platform/crypto/secret-box.ts';
import { appRoleUrl, deriveAppRole } from '#platform/db/app-role.ts';
import { createDatabase, isConnectionLoss } from '#platform/db/database.ts';
import { startEmbeddedPostgres } from '#platform/db/embedded/index.ts';
import { migrate } from '#platform/db/migrate.ts';
import { createEventBus } from '#platform/events/events.ts';
import { createJobs, prepareJobs } from '#platform/jobs/jobs.ts';
import type { Logger } from '#platform/log/index.ts';
import { type Credentials, createDemo } from '#modules/demo/index.ts';
import { createApp, queues, reactions, schedules, subscriptions } from './app.ts';
import type { Config } from './config.ts';

export interface RunningKontor {
  url: string;
  services: Services;
  /** Set when this start made the demo workspace. */
  credentials: Credentials | null;
  /** Finishes what runs, then closes. */
  stop(): Promise<void>;
}

/** How long a shutdown waits for running requests and jobs. */
const SHUTDOWN_MS = 25_000;
/** How long a stopping process still takes connections, so that every client hears `Connection: close` first. */
const DRAIN_MS = 300;

export async function startKontor(config: Config, log: Logger): Promise<RunningKontor> {
  await requireFreePort(config);
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const closers: (() => Promise<unknown>)[] = [];
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const keyring = config.secretKey
      ? parseKeyring(config.secretKey)
      : await loadOrCreateKeyFile(join(config.dataDir, 'secret.key'));
    const urls = await openDatabase(config, keyring, log, closers);
    const database = createDatabase({ url: urls.app, poolSize: config.databasePoolSize, log });
    closers.push(() => database.close());
    const worker = config.roles.has('worker');
    const jobs = await createJobs({ url: urls.app, queues, schedules, log, worker });
    const services: Services = {
      database,
      jobs,
      events: createEventBus(reactions, subscriptions),
      secrets: createSecretBox(keyring),
      log,
      publicUrl: config.publicUrl,
      now: () => new Date(),
    };
    closers.push(() => jobs.stop(SHUTDOWN_MS));
    const credentials = config.demo ? await createDemo(services, join(config.dataDir, 'credentials.json')) : null;
    let ready = false;
    const { app, drain } = await createApp({
      services,
      api: config.roles.has('api'),
      rateLimits: config.rateLimits,
      strictOutputs: config.strictOutputs,
      isReady: () => ready,
    });
    closers.push(() => app.close());
    if (worker) await jobs.work(services);
    const url = await app.listen({ host: config.host, port: config.port });
    ready = true;
    return {
      url,
      services,
      credentials,
      async stop() {
        ready = false;
        drain();
        await new Promise((resolve) => setTimeout(resolve, DRAIN_MS));
        await closeAll();
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** Says so before a database is started for nothing. */
async function requireFreePort({ host, port }: Config) {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? `Port ${port} on ${host} is in use by another program. Stop it, or choose another one: PORT=4801 npm start`
          : `Can not listen on ${host}:${port}: ${error.message}. Check HOST and PORT.`;
      reject(new Error(why));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

async function openDatabase(config: Config, keyring: Keyring, log: Logger, closers: (() => Promise<unknown>)[]) {
  let admin = config.databaseUrl;
  if (!admin) {
    const embedded = await startEmbeddedPostgres({ dataDir: config.dataDir, log });
    closers.push(() => embedded.stop());
    admin = await createKontorDatabase(embedded.url);
  }
  const key = keyring.keys.get(keyring.activeKeyId) as Uint8Array;
  const role = deriveAppRole(admin, key);
  const app = config.appDatabaseUrl ?? appRoleUrl(admin, role);
  await untilReachable(admin, log);
  await migrate(admin, null);
  await prepareJobs(admin, queues, schedules);
  const appRole = config.appDatabaseUrl ? { name: new URL(app).username, password: null } : role;
  const { applied } = await migrate(admin, appRole);
  if (applied.length > 0) log.info({ applied }, 'The database was migrated');
  return { admin, app };
}

async function createKontorDatabase(clusterUrl: string): Promise<string> {
  const url = new URL(clusterUrl);
  const client = new pg.Client({ connectionString: clusterUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(`select from pg_database where datname = 'kontor'`);
    if (!rowCount) await client.query('create database kontor');
  } finally {
    await client.end();
  }
  url.pathname = '/kontor';
  return url.href;
}

/** A database server of one's own may still be starting beside us: wait half a minute for it. */
async function untilReachable(url: string, log: Logger) {
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt >= 30 || !isConnectionLoss(error)) {
        throw new Error(`DATABASE_URL can not be used: ${(error as Error).message || (error as { code?: string }).code}`, { cause: error });
      }
      if (attempt === 1) log.warn({}, 'The database does not answer yet; waiting for it');
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}
