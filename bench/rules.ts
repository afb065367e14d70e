/**
 * Claims: with 1,000 conversations in the middle of a rule on one process and 100 turns a second arriving, a turn without a call
 * to anybody takes 60 ms (95th percentile); rules are evaluated at 50,000 steps a second. Prints one JSON line each.
 * `node bench/rules.ts [conversations] [per second] [seconds]`: this process sends, Kontor is in its own. A turn's time runs from
 * the moment at which it was due to arrive, so that what waits in a queue counts.
 */
import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAgentClient } from './harness/agent-client.ts';
import { createArticleMaker } from './harness/made-articles.ts';
import { report } from './harness/report.ts';
import type { RunningKontor } from './harness/running-kontor.ts';
import { median, percentile, round } from './harness/statistics.ts';
import { withKontor } from './harness/with-kontor.ts';
import { measureSteps } from './rules/measure-steps.ts';
import { SPLIT_RULE } from './rules/split-rule.ts';
import { cpuSecondsOf } from './workers/cpu-time.ts';

const CONVERSATIONS = Number(process.argv[2] ?? 1_000);
const PER_SECOND = Number(process.argv[3] ?? 100);
const SECONDS = Number(process.argv[4] ?? 30);
const ARTICLES = 50;
const WARM_UP_TURNS = 500;
/** So much later than due, a turn was not sent at the rate that is claimed. */
const MISSED_MS = 20;

report('rules: evaluation', measureSteps());

await withKontor(async (kontor) => {
  const bot = await createBot(kontor);
  const send = await createSender(kontor);
  const conversations: string[] = [];
  const open = async () => {
    const { reply } = await send({ botId: bot, content: 'I want to split a purchase into instalments' });
    if (reply.message !== SPLIT_RULE.firstQuestion) throw new Error(`The rule was not begun: ${reply.message}`);
    conversations.push(reply.interactionId);
  };
  for (let n = 0; n < CONVERSATIONS; n += 10) await Promise.all(Array.from({ length: 10 }, open));
  const turn = (n: number) => ({
    interactionId: conversations[n % conversations.length],
    content: `${100 + (n % 900)},50 €`,
  });
  for (let n = 0; n < WARM_UP_TURNS; n += 4) await Promise.all([0, 1, 2, 3].map((more) => send(turn(n + more))));
  await kontor.rests();
  const { times, late, cpu, seconds } = await arrive(kontor, async (n) => {
    const { reply } = await send(turn(WARM_UP_TURNS + n));
    if (!reply.message.endsWith(SPLIT_RULE.firstQuestion)) throw new Error(`A turn went astray: ${reply.message}`);
  });
  report('rules: turns', {
    conversations: CONVERSATIONS,
    turns: times.length,
    perSecond: round(times.length / seconds),
    p50Ms: round(median(times)),
    p95Ms: { value: round(percentile(times, 0.95)), atMost: 60 },
    p99Ms: round(percentile(times, 0.99)),
    missedArrivals: { value: late, atMost: times.length / 100 },
    serverCpuMsPerTurn: round((cpu.server * 1_000) / times.length),
    postgresCpuMsPerTurn: round((cpu.postgres * 1_000) / times.length),
    residentMb: Math.round((await kontor.residentBytes()) / 1e6),
  });
});

/** A bot with articles and the rule, trained. */
async function createBot(kontor: RunningKontor): Promise<string> {
  const client = await createAgentClient(kontor);
  const { make } = createArticleMaker();
  const { botId } = await client.createBot(Array.from({ length: ARTICLES }, (_, at) => make(at, 5)));
  const { apiKey } = JSON.parse(await readFile(join(kontor.dataDir, 'credentials.json'), 'utf8'));
  const created = await fetch(`${kontor.url}/v2/hc-rules/public`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...SPLIT_RULE.body, botIds: [botId] }),
  });
  if (!created.ok) throw new Error(await created.text());
  const untilMs = performance.now() + 30_000;
  while ((await client.ask(botId, 'Split my purchase into instalments please')) !== SPLIT_RULE.firstQuestion) {
    if (performance.now() > untilMs) throw new Error('The bot never played the rule');
    await sleep(50);
  }
  return botId;
}

interface Answered {
  reply: { message: string; interactionId: string };
}

/** Sends a customer's message over kept connections. */
async function createSender(kontor: RunningKontor) {
  const { apiKey } = JSON.parse(await readFile(join(kontor.dataDir, 'credentials.json'), 'utf8'));
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const url = `${kontor.url}/v2/hc-interactions/events/public`;
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  return (body: object): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const outgoing = request(url, { method: 'POST', agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if (response.statusCode !== 201) reject(new Error(`${response.statusCode}: ${text.slice(0, 300)}`));
          else resolve({ reply: JSON.parse(text)[1] });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(JSON.stringify(body));
    });
}

/** Turns at their times, whether or not those before are answered. */
async function arrive(kontor: RunningKontor, take: (n: number) => Promise<void>) {
  const times: number[] = [];
  const under: Promise<void>[] = [];
  let late = 0;
  const before = { server: cpuSecondsOf(kontor.pid), postgres: cpuSecondsOf(await kontor.postgresPid()) };
  const startMs = performance.now();
  for (let n = 0; n < PER_SECOND * SECONDS; n += 1) {
    const dueMs = startMs + (n * 1_000) / PER_SECOND;
    const waitMs = dueMs - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    if (performance.now() - dueMs > MISSED_MS) late += 1;
    under.push(take(n).then(() => void times.push(performance.now() - dueMs)));
  }
  await Promise.all(under);
  const seconds = (performance.now() - startMs) / 1_000;
  const cpu = {
    server: cpuSecondsOf(kontor.pid) - before.server,
    postgres: cpuSecondsOf(await kontor.postgresPid()) - before.postgres,
  };
  return { times, late, cpu, seconds };
}
