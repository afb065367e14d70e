import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { clusterPath } from '#platform/db/embedded/cluster.ts';
import { findServerProcesses } from '#platform/db/embedded/server-processes.ts';
import type { ApiClient } from '../harness/api-client.ts';
import { cleanUp, launchKontor, makeDataDir, readCredentials, signIn, until } from './kontor-process.ts';
import { accountOf, createUser } from './load.ts';

afterEach(cleanUp);

const CLIENTS = 20;

interface Outcome {
  requestId: string;
  status: number | null;
  /** Of the system, when no whole answer came. */
  error: string | null;
  /** Whether the connection had answered before, without saying that it closes. */
  reused: boolean;
}

test('SIGTERM under load loses no request, finishes uploads and analyses, and leaves nothing running', async () => {
  const dataDir = await makeDataDir();
  const kontor = await launchKontor({ dataDir });
  await kontor.ready();
  const credentials = await readCredentials(dataDir);
  const api = await signIn(kontor.url, credentials);
  const user = await createUser(api);
  await api.post(`${user}/banking/accounts`, { accounts: [accountOf('big', 20_000)] });
  const { correlationId } = (await api.post(`${user}/trigger-analysis`)).body;
  await until(async () => (await api.get(`${user}/analyses/${correlationId}`)).body.status !== 'queued');

  // As browsers do: a connection opened in advance, on which nothing is ever asked.
  const silent = connect(Number(new URL(kontor.url).port), '127.0.0.1').on('error', () => undefined);
  const uploading = uploadSlowly(api, await createUser(api), 1_500);
  let answered = 0;
  const clients = Array.from({ length: CLIENTS }, (_, n) =>
    ask(`${kontor.url}/v2/workspace`, credentials.apiKey, n, () => (answered += 1)),
  );
  await until(() => answered > CLIENTS);
  const askedMs = performance.now();
  kontor.child.kill('SIGTERM');
  const outcomes = (await Promise.all(clients)).flat();
  expect(await kontor.exit).toEqual({ code: 0, signal: null });
  const tookMs = performance.now() - askedMs;
  silent.destroy();

  const whole = outcomes.filter(({ status }) => status === 200);
  console.log(`${whole.length} requests answered; shut down in ${Math.round(tookMs)} ms`);
  expect(whole.length).toBeGreaterThan(CLIENTS);
  expect(outcomes.filter(({ status }) => status !== 200 && status !== null)).toEqual([]);
  // Without an answer are only those whose connection was never accepted; the log knows of none of them.
  const lost = outcomes.filter(
    ({ status, error, reused, requestId }) =>
      status === null &&
      (reused || !/ECONNREFUSED|ECONNRESET/.test(error ?? '') || kontor.output().includes(requestId)),
  );
  expect(lost).toEqual([]);
  expect(await uploading).toBe(201);
  expect(tookMs).toBeLessThan(20_000);
  expect(await findServerProcesses(clusterPath(dataDir))).toEqual([]);

  const next = await launchKontor({ dataDir });
  await next.ready();
  const after = await signIn(next.url, credentials);
  expect((await after.get(`${user}/analyses/${correlationId}`)).body).toMatchObject({ status: 'completed' });
});

test('through npm: Ctrl-C, which comes twice at once, is one wish; a later one ends it at once; so does a kill of npm', async () => {
  const dataDir = await makeDataDir();
  const kontor = await launchKontor({ dataDir, npm: true });
  await kontor.ready();
  const api = await signIn(kontor.url, await readCredentials(dataDir));
  const cutOff = uploadSlowly(api, await createUser(api), 60_000).catch((error: Error) => error.message);
  await sleep(1_000);
  process.kill(-kontor.pid, 'SIGINT');
  await until(() => kontor.output().includes('Shutting down'));
  await sleep(1_500);
  expect(kontor.child.exitCode, 'it waits for the upload').toBeNull();
  const againMs = performance.now();
  process.kill(-kontor.pid, 'SIGINT');
  await kontor.exit;
  expect(performance.now() - againMs).toBeLessThan(20_000);
  expect(await cutOff).not.toBe(201);

  // PostgreSQL ends by itself, and the data directory is usable.
  const next = await launchKontor({ dataDir, npm: true });
  await next.ready();
  next.child.kill('SIGTERM');
  await next.exit;
  expect(next.output()).toContain('Shut down');
});

/** Asks again and again over one connection, until there is nobody to connect to. */
async function ask(url: string, apiKey: string, client: number, note: () => void): Promise<Outcome[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const outcomes: Outcome[] = [];
  for (let n = 0; outcomes.at(-1)?.error === undefined || outcomes.at(-1)?.error === null; n += 1) {
    outcomes.push(await askOnce(agent, url, apiKey, `client-${client}-request-${n}`));
    note();
  }
  agent.destroy();
  return outcomes;
}

function askOnce(agent: Agent, url: string, apiKey: string, requestId: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const headers = { authorization: `Bearer ${apiKey}`, 'x-request-id': requestId };
    const sent = request(url, { agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece) => (text += piece));
      response.on('close', () => {
        const whole = response.complete && text.endsWith('}');
        const error = whole ? null : 'cut off';
        resolve({ requestId, status: whole ? (response.statusCode ?? null) : null, error, reused: sent.reusedSocket });
      });
    });
    sent.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ requestId, status: null, error: error.code ?? error.message, reused: sent.reusedSocket }),
    );
    sent.end();
  });
}

/** An upload whose body takes its time to arrive; answers the status. */
async function uploadSlowly(api: ApiClient, user: string, durationMs: number): Promise<number> {
  const text = JSON.stringify({ accounts: [accountOf('slow', 100)] });
  const pieces = 10;
  const size = Math.ceil(text.length / pieces);
  let n = 0;
  const body = new ReadableStream({
    async pull(controller) {
      controller.enqueue(new TextEncoder().encode(text.slice(n * size, (n + 1) * size)));
      n += 1;
      if (n === pieces) controller.close();
      else await sleep(durationMs / pieces);
    },
  });
  const headers = { 'content-type': 'application/json' };
  return (await api.send('POST', `${user}/banking/accounts`, { body, headers })).status;
}
