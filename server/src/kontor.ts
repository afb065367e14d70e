/** Builds one running Kontor from its settings: database, services, the roles asked for. */
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Credentials, createDemo } from '#modules/demo/index.ts';
import { loadOrCreateKeyFile } from '#platform/crypto/key-file.ts';
import { parseKeyring } from '#platform/crypto/secret-box.ts';
import { prepareDataDir } from '#platform/db/embedded/index.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { prepareJobs } from '#platform/jobs/jobs.ts';
import type { Logger } from '#platform/log/index.ts';
import { createApp, queues, schedules } from './app.ts';
import type { Config } from './config.ts';
import { createServices } from './services.ts';
import { startWorker } from './start-worker.ts';

export interface RunningKontor {
  url: string;
  /** Set when this start made the demo workspace. */
  credentials: Credentials | null;
  /** Finishes what runs, then closes. */
  stop(): Promise<void>;
}

/** How long a shutdown waits for running requests and jobs. */
const SHUTDOWN_MS = 25_000;
/** How long a stopping process still takes connections, so that every client hears `Connection: close` first. */
const DRAIN_MS = 300;

/** Resolves when the process takes requests; rejects, with everything closed again, when it can't. */
export async function startKontor(config: Config, log: Logger): Promise<RunningKontor> {
  await requireFreePort(config);
  await prepareDataDir(config.dataDir);
  const closers: (() => Promise<unknown>)[] = [];
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    return await start(config, log, closers, closeAll);
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function start(
  config: Config,
  log: Logger,
  closers: (() => Promise<unknown>)[],
  closeAll: () => Promise<void>,
): Promise<RunningKontor> {
  const keyring = config.secretKey
    ? parseKeyring(config.secretKey)
    : await loadOrCreateKeyFile(join(config.dataDir, 'secret.key'));
  const opened = await openDatabase({
    ...config,
    key: keyring.keys.get(keyring.activeKeyId) as Uint8Array,
    log,
    prepare: (adminUrl) => prepareJobs(adminUrl, queues, schedules),
  });
  closers.push(opened.close);
  const options = {
    databaseUrl: opened.appUrl,
    databasePoolSize: config.databasePoolSize,
    keyring,
    publicUrl: config.publicUrl,
  };
  const { services, close } = await createServices({ ...options, log, worker: false });
  closers.push(() => close(SHUTDOWN_MS));
  const credentials = config.demo ? await createDemo(services, join(config.dataDir, 'credentials.json')) : null;
  const worker = config.roles.has('worker')
    ? await startWorker({ ...options, logLevel: config.logLevel, shutdownMs: SHUTDOWN_MS }, log)
    : null;
  if (worker) closers.push(() => worker.stop());
  let serving = false;
  const { app, drain } = await createApp({
    services,
    api: config.roles.has('api'),
    rateLimits: config.rateLimits,
    strictOutputs: config.strictOutputs,
    isReady: () => serving && (worker?.isReady() ?? true),
  });
  closers.push(() => app.close());
  const url = await app.listen({ host: config.host, port: config.port });
  serving = true;
  return {
    url,
    credentials,
    async stop() {
      serving = false;
      drain();
      await new Promise((resolve) => setTimeout(resolve, DRAIN_MS));
      await closeAll();
    },
  };
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
