import { requireBot } from '#modules/bots/index.ts';
import type { Conversation, ConversationEvent } from '#modules/conversations/index.ts';
import { type ResolvedAttributes, valuesFor } from '#modules/integrations/index.ts';
import { listVisible } from '#modules/knowledge/index.ts';
import type { Context } from '#platform/context.ts';
import { languageOf } from '#platform/text/language.ts';
import { answerFromFacts } from './answer-from-facts.ts';
import { type ComposedReply, composeReply } from './compose-reply.ts';
import type { Speaker } from './identify-speaker.ts';
import { loadIndex } from './load-index.ts';
import { answerQuestion } from './retrieval/answer-question.ts';
import type { RetrievalIndex } from './retrieval/retrieval.types.ts';

/** A customer's message, in its conversation. */
export interface Asked {
  conversation: Conversation;
  botId: string;
  before: ConversationEvent[];
  incoming: ConversationEvent;
  known: ResolvedAttributes;
  speaker: Speaker;
}

export type Considered = Awaited<ReturnType<typeof considerMessage>>;

/** What there is to be said without a rule: from the customer's own facts, or from the articles of the bot. */
export async function considerMessage(ctx: Context, { botId, before, incoming, known }: Asked) {
  const bot = await requireBot(ctx, botId);
  const visible = await listVisible(ctx, botId);
  const { index, version } = await loadIndex(ctx, botId, visible.size > 0);
  const asked = before.filter(({ role }) => role === 'user');
  const previous = asked.at(-1)?.message;
  const reply = answerQuestion(onlyVisible(index, visible), {
    message: incoming.message,
    ...(previous !== undefined && { previousQuestion: previous, language: languageOf(previous) }),
  });
  const when = { language: reply.language, today: ctx.now().toISOString().slice(0, 10) };
  const fact = answerFromFacts(incoming.message, when, valuesFor('replies', known.fields));
  const composed: ComposedReply = fact ?? composeReply(reply, visible);
  return { bot, visible, index, version, reply, fact, composed };
}

/** What was taken out of the tree since the index was trained answers no more, from this message on. */
function onlyVisible(index: RetrievalIndex, visible: ReadonlyMap<string, unknown>): RetrievalIndex {
  if (index.articles.every((article) => !article.live || visible.has(article.id))) return index;
  const articles = index.articles.map((article) => ({ ...article, live: article.live && visible.has(article.id) }));
  return { ...index, articles };
}
