/** Builds one running Kontor from its settings: database, services, the roles asked for. */
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bankProviders, startSandbox } from '#modules/banking/index.ts';
import { type Credentials, createDemo, startCompany } from '#modules/demo/index.ts';
import type { BankAccess } from '#platform/bank-access.ts';
import type { Services } from '#platform/context.ts';
import { loadOrCreateKeyFile } from '#platform/crypto/key-file.ts';
import { parseKeyring } from '#platform/crypto/secret-box.ts';
import { prepareDataDir } from '#platform/db/embedded/index.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import type { HttpServer } from '#platform/http/server.ts';
import { hasOpenJobs } from '#platform/jobs/jobs.queries.ts';
import { prepareJobs } from '#platform/jobs/jobs.ts';
import type { Logger } from '#platform/log/index.ts';
import { spareMemory } from '#platform/spare-memory.ts';
import { createApp, queues, schedules } from './app.ts';
import { createServices } from './assemble.ts';
import type { Config } from './config.ts';
import { type LaunchedWorker, type RunningWorker, startWorker } from './start-worker.ts';

export interface RunningKontor {
  url: string;
  /** Set when this start made the demo workspace. */
  credentials: Credentials | null;
  /** Finishes what runs, then closes. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** The thread for the worker role; null in a process without it. */
  launched: LaunchedWorker | null;
  stop?: AbortSignal;
}

/** How long a shutdown waits for running requests and jobs: less than the 30 s after which Kubernetes kills. */
const SHUTDOWN_MS = 20_000;
/** How long a stopping process still takes connections, so that every client hears `Connection: close` first. */
const DRAIN_MS = 300;
/** Longer than the worker has to do with a new demo workspace; where none runs, nothing is done. */
const DEMO_MS = 60_000;

type Closers = (() => Promise<unknown>)[];

/**
 * Resolves when the process takes requests; rejects, with everything closed again, when it can't or when `stop` is
 * aborted on the way.
 */
export async function startKontor(config: Config, log: Logger, options: StartOptions): Promise<RunningKontor> {
  await requireFreePort(config);
  await prepareDataDir(config.dataDir);
  const closers: Closers = [];
  try {
    return await start(config, log, closers, options);
  } catch (error) {
    await closeAll(closers, log);
    throw error;
  }
}

/** Backwards, and each even when another fails: the database must not stay behind. */
async function closeAll(closers: Closers, log: Logger) {
  for (const close of closers.splice(0).reverse()) {
    await close().catch((error) => log.error({ err: error }, 'A part of Kontor did not close cleanly'));
  }
}

async function start(
  config: Config,
  log: Logger,
  closers: Closers,
  { launched, stop }: StartOptions,
): Promise<RunningKontor> {
  const keyring = config.secretKey
    ? parseKeyring(config.secretKey)
    : await loadOrCreateKeyFile(join(config.dataDir, 'secret.key'));
  const bankAccess = await openBankAccess(config, closers);
  const opened = await openDatabase({
    ...config,
    keyring,
    log,
    stop,
    prepare: (adminUrl) => prepareJobs(adminUrl, queues, schedules),
  });
  closers.push(() => opened.close());
  stop?.throwIfAborted();
  const options = {
    databaseUrl: opened.appUrl,
    databasePoolSize: config.databasePoolSize,
    keyring,
    publicUrl: config.publicUrl,
    bankAccess,
  };
  const assembled = await createServices({ ...options, log, worker: false });
  const { services } = assembled;
  closers.push(() => assembled.close(SHUTDOWN_MS));
  const spareNoMore = spareMemory();
  const credentials = config.demo ? await openDemo(config, log, services, closers) : null;
  if (credentials) void untilDemoIsMade(services).finally(spareNoMore);
  else spareNoMore();
  stop?.throwIfAborted();
  let serving = false;
  let worker: RunningWorker | null = null;
  const beginWork = async (thread: LaunchedWorker) => {
    const data = { ...options, logLevel: config.logLevel, shutdownMs: SHUTDOWN_MS };
    const running = await startWorker(data, log, thread);
    closers.push(() => running.stop());
    worker = running;
  };
  const [server] = await Promise.all([
    createApp({
      services,
      api: config.roles.has('api'),
      rateLimits: config.rateLimits,
      trustedProxies: config.trustedProxies,
      strictOutputs: config.strictOutputs,
      isReady: () => serving && (worker?.isReady() ?? true),
    }),
    launched && beginWork(launched),
  ]);
  closers.push(() => server.close(SHUTDOWN_MS));
  const url = await listen(server.app, config);
  serving = true;
  return {
    url,
    credentials,
    async stop() {
      serving = false;
      server.drain();
      // The worker finishes its jobs meanwhile; new ones wait in the database.
      void worker?.stop();
      await sleep(DRAIN_MS);
      await closeAll(closers, log);
    },
  };
}

/** Reads the banks of the settings once, so that what is wrong in them is said now; starts the sandbox where it is asked for. */
async function openBankAccess(config: Config, closers: Closers): Promise<BankAccess> {
  const { xs2a, sandboxPort: port, dataDir } = config;
  if (xs2a) await bankProviders({ bankAccess: { sandboxUrl: null, xs2a } });
  if (!config.sandbox) return { sandboxUrl: null, xs2a };
  const memoryPath = join(dataDir, 'sandbox.json');
  const sandbox = await startSandbox({ port, memoryPath }).catch((error) => {
    const why = error.code === 'EADDRINUSE' ? 'is in use by another program' : `can not be listened on (${error.code})`;
    const help = 'choose another KONTOR_SANDBOX_PORT, or leave it out for any free one';
    throw new Error(`Port ${port} of 127.0.0.1 ${why}: ${help}.`, { cause: error });
  });
  closers.push(() => sandbox.close());
  return { sandboxUrl: sandbox.url, xs2a };
}

/** The demo workspace, where there is none yet, and the company that its bot works for. */
async function openDemo({ dataDir }: Config, log: Logger, services: Services, closers: Closers) {
  const company = await startCompany(dataDir, log);
  closers.push(() => company.close());
  return createDemo(services, join(dataDir, 'credentials.json'), company.access);
}

/** Resolves when what a new demo workspace gave the worker to do is done: its users are analysed, its bot is trained. */
async function untilDemoIsMade({ database }: Services): Promise<void> {
  const endMs = performance.now() + DEMO_MS;
  const isUnderWay = () => database.read(null, hasOpenJobs).catch(() => false);
  while (performance.now() < endMs && (await isUnderWay())) await sleep(1_000, undefined, { ref: false });
}

async function listen(app: HttpServer['app'], { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    throw new Error(whyNotListening(error as NodeJS.ErrnoException, host, port), { cause: error });
  }
}

/** Says so before a database is started for nothing. */
async function requireFreePort({ host, port }: Config) {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(new Error(whyNotListening(error, host, port), { cause: error })));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function whyNotListening(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`;
    case 'EACCES':
      return `Port ${port} is reserved for root. Choose one from 1024 on: PORT=4800 npm start`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is ${host}, which is no address of this machine. Use 127.0.0.1 for this machine only, or 0.0.0.0 for all networks.`;
    default:
      return `Kontor can not listen on ${host}:${port}: ${error.message}. Check HOST and PORT.`;
  }
}
