/** Kontor as a process of its own, as `npm start` runs it: to look at its start, its end and what it prints. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Credentials } from '#modules/demo/index.ts';
import { clusterPath } from '#platform/db/embedded/cluster.ts';
import { findFreePort } from '#platform/db/embedded/free-port.ts';
import { findServerProcesses } from '#platform/db/embedded/server-processes.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { type ApiClient, createApiClient } from '../harness/api-client.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** What `npm start` sets for Node, and the arguments that it gives to it. */
const [SETTINGS = '', ARGUMENTS = ''] = manifest.scripts.start.split(' exec node ');
const START_MS = 180_000;

export interface KontorProcess {
  child: ChildProcess;
  pid: number;
  url: string;
  /** Everything it has printed so far. */
  output(): string;
  exit: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Resolves with the milliseconds since the launch once `/readyz` is 200; rejects, with the output, when it ended. */
  ready(): Promise<number>;
  /** Kills it and waits for its end. */
  kill(): Promise<void>;
}

export interface KontorProcessOptions {
  dataDir: string;
  env?: Record<string, string>;
  port?: number;
  /** Modules that are loaded before it, also in its worker thread. */
  preload?: string[];
  /** By `npm start` itself, in a process group of its own as in a terminal; `child` is npm then. */
  npm?: boolean;
}

const launched: KontorProcess[] = [];
const dataDirs: string[] = [];

/** Mode 700, as `mktemp -d` makes it. */
export async function makeDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kontor-process-'));
  dataDirs.push(dataDir);
  return dataDir;
}

/** Ends whatever a test has left and removes its directories: for `afterEach`. */
export async function cleanUp(): Promise<void> {
  for (const kontor of launched.splice(0)) await kontor.kill();
  for (const dataDir of dataDirs.splice(0)) {
    // A killed Kontor's PostgreSQL ends by itself, a moment later.
    await until(async () => (await findServerProcesses(clusterPath(dataDir))).length === 0);
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

export async function launchKontor(options: KontorProcessOptions): Promise<KontorProcess> {
  const port = options.port ?? (await findFreePort());
  const imports = (options.preload ?? []).flatMap((path) => ['--import', path]);
  const [command, args] = options.npm ? ['npm', ['start']] : [process.execPath, [...imports, ...ARGUMENTS.split(' ')]];
  const child = spawn(command, args, {
    cwd: ROOT,
    detached: options.npm ?? false,
    // Nothing of the test's own environment but the way to programs.
    env: {
      PATH: process.env.PATH,
      ...Object.fromEntries(SETTINGS.split(' ').map((setting) => setting.split('='))),
      PORT: String(port),
      KONTOR_DATA_DIR: options.dataDir,
      KONTOR_RATE_LIMIT: '1000000',
      KONTOR_API_RATE_LIMIT: '1000000',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kontor = watch(child, `http://127.0.0.1:${port}`, options.npm ?? false);
  launched.push(kontor);
  return kontor;
}

function watch(child: ChildProcess, url: string, isGroup: boolean): KontorProcess {
  const startedMs = performance.now();
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text));
  let ended = false;
  const exit = once(child, 'close').then(([code, signal]) => {
    ended = true;
    return { code, signal };
  });
  return {
    child,
    pid: child.pid ?? 0,
    url,
    output: () => output,
    exit,
    async ready() {
      while (performance.now() - startedMs < START_MS) {
        if (ended) throw new Error(`Kontor ended while it started:\n${output}`);
        const answer = await fetch(`${url}/readyz`).catch(() => null);
        await answer?.text();
        if (answer?.status === 200) return performance.now() - startedMs;
        await sleep(20);
      }
      throw new Error(`Kontor is not ready after ${START_MS} ms:\n${output}`);
    },
    async kill() {
      try {
        if (!ended) process.kill(isGroup ? -(child.pid ?? 0) : (child.pid ?? 0), 'SIGKILL');
      } catch (error) {
        // It has ended by itself, and its streams have not been read to their ends yet.
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
      await exit;
    },
  };
}

/** Polls; rejects after `atMostMs`. */
export async function until(condition: () => boolean | Promise<boolean>, atMostMs = 120_000): Promise<void> {
  const deadlineMs = performance.now() + atMostMs;
  while (!(await condition())) {
    if (performance.now() > deadlineMs)
      throw new Error(`It did not happen within ${atMostMs} ms: ${condition.toString()}`);
    await sleep(20);
  }
}

export async function readCredentials(dataDir: string): Promise<Credentials> {
  return JSON.parse(await readFile(join(dataDir, 'credentials.json'), 'utf8'));
}

/** Calls `/api` with a fresh token of the demo's client. */
export async function signIn(
  url: string,
  { clientId, clientSecret }: Pick<Credentials, 'clientId' | 'clientSecret'>,
): Promise<ApiClient> {
  const answer = await createApiClient(url, {}).send('POST', '/api/auth', {
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }),
  });
  if (answer.status !== 200) throw new Error(`No token: ${answer.status} ${answer.text}`);
  return createApiClient(`${url}/api`, { authorization: `Bearer ${answer.body.access_token}` });
}
