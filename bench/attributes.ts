/**
 * Claim: attributes are read side by side: with five endpoints that answer in 200 ms, a message is answered, all in all,
 * within 1.3 times the slowest of them. Prints one JSON line. `node bench/attributes.ts [messages]`: the company's API is in
 * this process, Kontor in its own.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { report } from './harness/report.ts';
import { median, percentile, round } from './harness/statistics.ts';
import { withKontor } from './harness/with-kontor.ts';
import { allowLoopback } from './webhooks/allow-loopback.ts';

const MESSAGES = Number(process.argv[2] ?? 40);
const ENDPOINTS = 5;
const DELAY_MS = 200;
const AT_MOST_RATIO = 1.3;

/** How long each of the requests took at the company, from its arrival to its answer. */
const tookMs: number[] = [];
const company = createServer((_: IncomingMessage, response: ServerResponse) => {
  const arrivedMs = performance.now();
  setTimeout(() => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"plan":"Pro"}');
    tookMs.push(performance.now() - arrivedMs);
  }, DELAY_MS);
});
await new Promise<void>((resolve) => company.listen(0, '127.0.0.1', resolve));
const baseUrl = `http://127.0.0.1:${(company.address() as AddressInfo).port}`;

await withKontor(async (kontor) => {
  await allowLoopback(await kontor.adminUrl());
  const { apiKey } = JSON.parse(await readFile(join(kontor.dataDir, 'credentials.json'), 'utf8'));
  const call = async (method: string, path: string, body: object) => {
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
    const answer = await fetch(`${kontor.url}/v2${path}`, { method, headers, body: JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${text}`);
    return JSON.parse(text);
  };
  const alone = await askMany(call, (await call('POST', '/agents', { name: 'Without attributes' })).id);
  const botId = await createBot(call);
  await askMany(call, botId, 3);
  tookMs.length = 0;
  const asked = await askMany(call, botId);
  const ratios = asked.map((ms, n) => ms / Math.max(...tookMs.slice(n * ENDPOINTS, (n + 1) * ENDPOINTS)));
  report('attributes', {
    endpoints: ENDPOINTS,
    delayMs: DELAY_MS,
    messages: MESSAGES,
    answerP50Ms: round(median(asked)),
    answerP95Ms: round(percentile(asked, 0.95)),
    answerWithoutAttributesP50Ms: round(median(alone)),
    ratioToSlowest: { value: round(median(ratios)), atMost: AT_MOST_RATIO },
    ratioToSlowestP95: round(percentile(ratios, 0.95)),
  });
});
company.closeAllConnections();
company.close();

type Call = (method: string, path: string, body: object) => Promise<{ id: string }>;

/** A bot with five attributes, each over an endpoint of its own. */
async function createBot(call: Call): Promise<string> {
  const { id: botId } = await call('POST', '/agents', { name: 'With attributes' });
  const { id } = await call('POST', '/integrations', { name: 'Company' });
  await call('PUT', `/integrations/${id}/environments/production`, { baseUrl, key: 'key-of-the-company' });
  for (let n = 0; n < ENDPOINTS; n += 1) {
    const endpoint = await call('POST', `/integrations/${id}/endpoints`, {
      name: `Look up ${n}`,
      kind: 'read',
      method: 'GET',
      path: `/${n}`,
      query: { email: '{email}' },
      inputs: [{ name: 'email', type: 'string' }],
      outputs: [{ name: 'plan', type: 'string' }],
    });
    const steps = [{ id: 'lookup', endpointId: endpoint.id, inputs: { email: 'customer.email' } }];
    await call('POST', '/attributes', {
      name: `Attribute ${n}`,
      source: { kind: 'steps', steps },
      fields: [{ name: `plan_${n}`, type: 'string', value: 'steps.lookup.plan' }],
      botIds: [botId],
    });
  }
  return botId;
}

/** Milliseconds per message, one after the other. */
async function askMany(call: Call, botId: string, messages = MESSAGES): Promise<number[]> {
  const asked: number[] = [];
  for (let n = 0; n < messages; n += 1) {
    const startedMs = performance.now();
    const metadata = { user_attributes: { email: 'a@example.com' } };
    await call('POST', '/hc-interactions/events/public', { botId, content: 'What does my plan include?', metadata });
    asked.push(performance.now() - startedMs);
  }
  return asked;
}
