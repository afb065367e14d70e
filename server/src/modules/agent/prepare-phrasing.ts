import { mergedPrompt } from '#modules/bots/index.ts';
import { type Conversation, type ConversationEvent, type WorkspaceTag } from '#modules/conversations/index.ts';
import { getArticles, type VisibleArticle } from '#modules/knowledge/index.ts';
import { type OpenedModel, openModel } from '#modules/language-model/index.ts';
import type { Context } from '#platform/context.ts';
import { randomToken } from '#platform/crypto/random.ts';
import type { Asked } from './consider-message.ts';
import { namesOfCustomer } from './names-of-customer.ts';
import { dropOrders } from './phrasing/drop-orders.ts';
import type { PromptInput } from './phrasing/write-prompt.ts';
import type { Reply } from './retrieval/answer-question.ts';
import { choosePassage } from './retrieval/passages.ts';
import type { RetrievalIndex } from './retrieval/retrieval.types.ts';

/** All that a language model is asked with, read before it is asked: no connection is held meanwhile. */
export interface Phrasing {
  model: OpenedModel;
  prompt: PromptInput;
  promptVersion: number;
  reply: Reply;
  /** What the model is shown, in the order of its numbers. */
  articleIds: string[];
  visible: ReadonlyMap<string, VisibleArticle>;
  /** What the customer is called: hidden from the model. */
  names: readonly string[];
  trace: object;
  /** For the person who may have to take over. */
  asked: Pick<Asked, 'conversation' | 'before' | 'incoming' | 'known'>;
}

export interface Scene {
  conversation: Conversation;
  bot: { botId: string; name: string };
  index: RetrievalIndex;
  visible: ReadonlyMap<string, VisibleArticle>;
  tags: readonly WorkspaceTag[];
  before: readonly ConversationEvent[];
  question: string;
  reply: Reply;
  /** Attributes of the customer that a model may see. */
  facts: Readonly<Record<string, unknown>>;
}

const MOST_SHOWN = 4;
const MOST_TURNS = 6;
const MOST_FACTS = 50;
const LONGEST_FACT = 200;
const MOST_TAGS = 100;
const LONGEST_TAG = 200;

/** Where the conversation stands and its language are known: they are not the model's to choose. */
const isChosen = ({ kind, groupTitle }: WorkspaceTag): boolean => kind !== 'mandatory' && groupTitle !== 'Language';

/**
 * What a model would phrase the reply from; null when there is no model or nothing to phrase: what the engine refuses, a
 * greeting and a wish for a person are never handed to a model.
 */
export async function preparePhrasing(
  ctx: Context,
  scene: Scene,
): Promise<Omit<Phrasing, 'trace' | 'asked'> | 'budget_used' | null> {
  const { conversation, bot, reply } = scene;
  if (reply.kind !== 'answer' && reply.kind !== 'clarify') return null;
  // A rule that is offered is no article that a model could be shown, and must not be left out of the offer.
  if (reply.kind === 'clarify' && !reply.offers.every(({ articleId }) => scene.visible.has(articleId))) return null;
  const model = await openModel(ctx);
  if (!model) return null;
  if (conversation.modelTokens >= model.conversationTokens) return 'budget_used';
  const shown = await articlesOf(ctx, scene, shownIds(scene, reply));
  const prompts = await mergedPrompt(ctx, bot.botId);
  const prompt = {
    botName: bot.name,
    language: reply.language,
    channel: conversation.channel,
    planning: prompts.hcPlanningPrompt,
    guideline: prompts.hcGuidelinePrompt,
    channelSections: prompts.hcChannelPrompt,
    articles: shown,
    tags: scene.tags
      .filter(isChosen)
      .slice(0, MOST_TAGS)
      .map(({ tagName, tagDescription, groupTitle }) => ({
        group: groupTitle,
        name: tagName,
        description: tagDescription.slice(0, LONGEST_TAG),
      })),
    facts: factsOf(scene.facts),
    history: historyOf(scene.before),
    question: scene.question,
    mark: `<<${randomToken(9)}>>`,
  };
  const articleIds = shown.map(({ articleId }) => articleId);
  const names = namesOfCustomer(conversation.customer, conversation.userAttributes, scene.facts);
  return { model, prompt, promptVersion: prompts.version, reply, articleIds, visible: scene.visible, names };
}

/** What the engine would answer with, then what else was near; only what the bot may use now. */
function shownIds({ index, visible }: Scene, reply: Reply): string[] {
  const chosen = reply.kind === 'answer' ? reply.parts : reply.kind === 'clarify' ? reply.offers : [];
  const near = reply.trace.flatMap(({ ranking }) =>
    ranking.candidates.map(({ article }) => index.articles[article]?.id ?? ''),
  );
  const ids = new Set([...chosen.map(({ articleId }) => articleId), ...near].filter((id) => visible.has(id)));
  return [...ids].slice(0, MOST_SHOWN);
}

async function articlesOf(ctx: Context, { question }: Scene, ids: string[]) {
  const byId = new Map((await getArticles(ctx, ids)).map((article) => [article.id, article]));
  return ids
    .map((id) => byId.get(id))
    .filter((article) => article !== undefined)
    .map((article) => ({
      articleId: article.id,
      title: article.title,
      text: choosePassage(dropOrders(article.mainKnowledge), question),
      instruction: article.agentInstruction,
    }));
}

/** What is known of the customer and may be shown to a model: plain values only. */
function factsOf(attributes: Record<string, unknown>): string[] {
  return Object.entries(attributes)
    .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
    .slice(0, MOST_FACTS)
    .map(([name, value]) => `${name}: ${String(value).slice(0, LONGEST_FACT)}`);
}

/** The last turns, beginning with one of the customer. */
function historyOf(before: readonly ConversationEvent[]): PromptInput['history'] {
  const turns = before.slice(-MOST_TURNS).map(({ role, message }) => ({
    role: role === 'user' ? ('user' as const) : ('assistant' as const),
    text: message,
  }));
  const first = turns.findIndex(({ role }) => role === 'user');
  return first === -1 ? [] : turns.slice(first);
}
