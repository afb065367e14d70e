import type { Tool, ToolCall } from '../tool.ts';
import { answerOf } from './compose.ts';

interface Article {
  id: string;
  title: string;
  mainKnowledge: string;
  questions: string[];
  keywords: string[];
  active: boolean;
  updatedAt: unknown;
}

const PAGE = 1_000;
/** Larger knowledge is searched by asking the bot. */
const MOST_PAGES = 10;
const MOST_FOUND = 10;
const SHOWN = 300;

export const searchKnowledge: Tool = {
  name: 'search_knowledge',
  title: 'Search the knowledge',
  description:
    'Articles in which the words stand, the best first, with their beginning; read_articles has the whole. To see what a bot makes of a question, use ask_bot.',
  input: {
    type: 'object',
    properties: {
      words: { type: 'string', minLength: 1, description: 'A few words, or a question: `lost card fee`.' },
      drafts: { type: 'boolean', description: 'True: among drafts instead of live articles. Default false.' },
    },
    required: ['words'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      articles: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            id: { type: 'string', description: 'For read_articles.' },
            title: { type: 'string', description: 'What it is about.' },
            beginning: { type: 'string', description: 'The first words of the answer.' },
            active: { type: 'boolean', description: 'Whether bots answer from it.' },
          },
          required: ['id', 'title', 'beginning', 'active'],
          description: 'An article.',
        },
        description: 'The best ones.',
      },
      found: { type: 'integer', description: 'In how many articles some of the words stand.' },
      searched: { type: 'integer', description: 'Among how many.' },
    },
    required: ['articles', 'found', 'searched'],
    description: 'What was found.',
  },
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  operations: ['listArticles', 'getArticles'],
  async run(call, { words, drafts }) {
    const articles = await readAll(call, drafts === true ? 'draft' : 'live');
    if (!Array.isArray(articles)) return articles;
    const wanted = [...new Set(wordsOf(words as string))];
    const rated = articles
      .map((article) => ({ article, score: rate(article, wanted) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    const shown = rated.slice(0, MOST_FOUND).map(({ article: { id, title, mainKnowledge, active } }) => {
      return { id, title, beginning: mainKnowledge.slice(0, SHOWN), active };
    });
    return { data: { articles: shown, found: rated.length, searched: articles.length } };
  },
};

async function readAll(call: ToolCall, type: string) {
  const all: Article[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const cursor = all.at(-1)?.id;
    const query = { type, limit: PAGE, ...(cursor !== undefined && { cursor }) };
    const articles = answerOf(await call.invoke('listArticles', { query }), {}, (body) => body as Article[]);
    if (!Array.isArray(articles)) return articles;
    all.push(...articles);
    if (articles.length < PAGE) break;
  }
  return all;
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** A word in the title says most, one in the text least. */
function rate({ title, questions, keywords, mainKnowledge }: Article, wanted: readonly string[]): number {
  const places = [
    [title, 5],
    [[...questions, ...keywords].join(' '), 3],
    [mainKnowledge, 1],
  ] as const;
  const texts = places.map(([text, weight]) => ({ text: text.toLowerCase(), weight }));
  return wanted.reduce(
    (sum, word) => sum + texts.reduce((best, { text, weight }) => Math.max(best, text.includes(word) ? weight : 0), 0),
    0,
  );
}
