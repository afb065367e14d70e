/** A whole Kontor on a real port and a real database for the tests of one file; each test makes itself a workspace. */
import { inject } from 'vitest';
import { serveSandbox } from '#modules/banking/providers/sandbox/sandbox.testing.ts';
import { API_KEY_SCOPES, CLIENT_SCOPES, createApiKey, createClient, createWorkspace } from '#modules/identity/index.ts';
import { NO_BANK_ACCESS } from '#platform/bank-access.ts';
import { type Context, type Services, withWorkspace } from '#platform/context.ts';
import { sha256Hex, uuidv7 } from '#platform/crypto/random.ts';
import { parseKeyring } from '#platform/crypto/secret-box.ts';
import { findFreePort } from '#platform/db/embedded/free-port.ts';
import { createLogger } from '#platform/log/index.ts';
import { createApp } from '../../src/app.ts';
import { createServices } from '../../src/assemble.ts';
import { type ApiClient, createApiClient } from './api-client.ts';
import { openWorkerDatabase } from './databases.ts';

export interface TestKontorOptions {
  /** Whether jobs are worked. Default true. */
  worker?: boolean;
  rateLimits?: { api: number; v2: number };
  /** What `services.now()` answers; default: the time. */
  now?: () => Date;
  strictOutputs?: boolean;
  /** Whether there is a sandbox bank; its time is `now`. Default false. */
  sandbox?: boolean;
  /** Whether its links lead to itself, so that a browser can follow them. Default: they name a host that is nowhere. */
  linksToItself?: boolean;
}

export interface TestWorkspace {
  workspaceId: string;
  clientId: string;
  clientSecret: string;
  apiKey: string;
  /** Calls `/api` with a token of all scopes. */
  api: ApiClient;
  /** Calls `/v2` with a key that may read and write. */
  v2: ApiClient;
  /** A client with these scopes only. */
  apiWith(scopes: string[]): Promise<ApiClient>;
  /** Runs operations as Kontor itself in one transaction. */
  run<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
}

export interface TestKontor {
  url: string;
  services: Services;
  /** The owner of the tables, for looking where the server can't. */
  adminUrl: string;
  createWorkspace(): Promise<TestWorkspace>;
  /** Without a credential. */
  anonymous: ApiClient;
  stop(): Promise<void>;
}

/** The same in every file: files of one worker share its database, and what one has sealed the next must open. */
const KEYRING = parseKeyring(sha256Hex('kontor test run'));

export async function startTestKontor(options: TestKontorOptions = {}): Promise<TestKontor> {
  const { adminUrl, appUrl } = await openWorkerDatabase(inject('clusterUrl'));
  const log = createLogger({ level: (process.env.KONTOR_TEST_LOG as 'info' | undefined) ?? 'silent' });
  const now = options.now ?? (() => new Date());
  const sandbox = options.sandbox ? await serveSandbox({ now, memoryPath: null }) : null;
  const port = options.linksToItself ? await findFreePort() : 0;
  const running = await createServices({
    databaseUrl: appUrl,
    databasePoolSize: 10,
    keyring: KEYRING,
    publicUrl: options.linksToItself ? `http://127.0.0.1:${port}` : 'http://kontor.test',
    bankAccess: { ...NO_BANK_ACCESS, sandboxUrl: sandbox?.url ?? null },
    log,
    worker: options.worker ?? true,
    strictEvents: true,
  });
  const services = options.now ? { ...running.services, now: options.now } : running.services;
  const { app, close } = await createApp({
    services,
    api: true,
    rateLimits: options.rateLimits ?? { api: 1_000_000, v2: 1_000_000 },
    trustedProxies: [],
    strictOutputs: options.strictOutputs ?? true,
    isReady: () => true,
  });
  if (options.worker ?? true) await running.work(services);
  const url = await app.listen({ host: '127.0.0.1', port });
  return {
    url,
    services,
    adminUrl,
    anonymous: createApiClient(url, {}),
    createWorkspace: () => createTestWorkspace(url, services),
    async stop() {
      await close(5_000);
      await running.close(10_000);
      await sandbox?.close();
    },
  };
}

async function createTestWorkspace(url: string, services: Services): Promise<TestWorkspace> {
  const workspaceId = uuidv7(Date.now());
  const run = <T>(work: (ctx: Context) => Promise<T>) => withWorkspace(services, workspaceId, work);
  const made = await run(async (ctx) => {
    await createWorkspace(ctx, 'Test');
    const client = await createClient(ctx, { name: 'Test', scopes: [...CLIENT_SCOPES] });
    const { apiKey } = await createApiKey(ctx, { name: 'Test', scopes: [...API_KEY_SCOPES] });
    return { ...client, apiKey };
  });
  return {
    workspaceId,
    ...made,
    run,
    api: createApiClient(`${url}/api`, { authorization: `Bearer ${await fetchToken(url, made)}` }),
    v2: createApiClient(`${url}/v2`, { authorization: `Bearer ${made.apiKey}` }),
    async apiWith(scopes) {
      const client = await run((ctx) => createClient(ctx, { name: 'Narrow', scopes }));
      return createApiClient(`${url}/api`, { authorization: `Bearer ${await fetchToken(url, client)}` });
    },
  };
}

export async function fetchToken(url: string, client: { clientId: string; clientSecret: string }): Promise<string> {
  const response = await fetch(`${url}/api/auth`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: client.clientId,
      client_secret: client.clientSecret,
    }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
}
