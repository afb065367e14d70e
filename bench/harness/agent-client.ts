import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Article } from '../../server/src/modules/agent/retrieval/retrieval.types.ts';
import type { RunningKontor } from './running-kontor.ts';

export interface BenchBot {
  botId: string;
  folderId: string;
}

export interface AgentClient {
  /** A bot that answers from these articles; resolves when it is trained on all of them. */
  createBot(articles: readonly Article[]): Promise<BenchBot>;
  /** Sends a customer's message in a conversation of its own; answers what the bot says. */
  ask(botId: string, content: string): Promise<string>;
  /** Publishes an article about a word that no other has; milliseconds until the bot answers from it. */
  publishAndAwait(bot: BenchBot, word: string): Promise<number>;
}

const LOOK_EVERY_MS = 25;
const LONGEST_MS = 120_000;

/** `/v2` with the key of the demo workspace. */
export async function createAgentClient({ url, dataDir }: RunningKontor): Promise<AgentClient> {
  const { apiKey } = JSON.parse(await readFile(join(dataDir, 'credentials.json'), 'utf8')) as { apiKey: string };
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  // oxlint-disable-next-line typescript/no-explicit-any -- answers of several shapes
  const post = async (path: string, body: object): Promise<any> => {
    const response = await fetch(`${url}/v2${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${(await response.text()).slice(0, 500)}`);
    return response.json();
  };
  const publish = ({ title, questions, keywords, text }: Article, folderId: string) =>
    post('/hc-articles/public', {
      ...{ title, questions, keywords, mainKnowledge: text },
      ...{ agentInstruction: '', escalation: false, parentFolderId: folderId },
    });
  const ask = async (botId: string, content: string): Promise<string> =>
    (await post('/hc-interactions/events/public', { botId, content }))[1].message;
  async function publishAndAwait({ botId, folderId }: BenchBot, word: string): Promise<number> {
    const text = `The ${word} costs 7 EUR.`;
    const question = `What does the ${word} cost?`;
    const article = { id: word, title: `The ${word}`, questions: [question], keywords: [word], text };
    await publish(article, folderId);
    const startedAt = performance.now();
    while ((await ask(botId, question)) !== text) {
      if (performance.now() - startedAt > LONGEST_MS) throw new Error(`The bot never answered about the ${word}`);
      await sleep(LOOK_EVERY_MS);
    }
    return performance.now() - startedAt;
  }
  return {
    ask,
    publishAndAwait,
    async createBot(articles) {
      const { id: botId } = await post('/agents', { name: 'Bench' });
      const folder = await post('/hc-folders/public', { title: 'Bench', description: '', parentFolderId: '' });
      const bot = { botId, folderId: folder.id };
      for (const article of articles) await publish(article, bot.folderId);
      const junctions = [{ folderId: bot.folderId, botId, action: 'ADD' }];
      await post('/hc-bot-folder-junctions/public', { junctions });
      await publishAndAwait(bot, 'accordion');
      return bot;
    },
  };
}
