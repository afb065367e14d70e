import { type Conversation, type ConversationEvent, type Turn, tagsOfWorkspace } from '#modules/conversations/index.ts';
import { type ResolvedAttributes, valuesFor } from '#modules/integrations/index.ts';
import { listVisible } from '#modules/knowledge/index.ts';
import { labelOf, rulesOfBot, runUnderWay } from '#modules/rulebook/index.ts';
import type { Context } from '#platform/context.ts';
import { type Language, languageOf } from '#platform/text/language.ts';
import { dayIn, localeOf, regionOf } from '#platform/text/region-of.ts';
import { answerFromFacts } from './answer-from-facts.ts';
import { chooseRule } from './choose-rule.ts';
import { type ComposedReply, composeReply } from './compose-reply.ts';
import type { Speaker } from './identify-speaker.ts';
import type { TrainedIndex } from './load-index.ts';
import type { AnsweringBot } from './receive-message.ts';
import { getRegion } from './region/manage-region.ts';
import { offeredIn } from './reply-texts.ts';
import { answerQuestion } from './retrieval/answer-question.ts';
import type { RetrievalIndex } from './retrieval/retrieval.types.ts';

/** A customer's message, in its conversation. */
export interface Asked {
  conversation: Conversation;
  bot: AnsweringBot;
  turn: Turn;
  before: ConversationEvent[];
  incoming: ConversationEvent;
  known: ResolvedAttributes;
  speaker: Speaker;
  /** When its answer was begun, by `performance.now()`. */
  startedMs: number;
  /** How long it took to read what is known of the customer and what the bot was trained on. */
  knownMs: number;
}

export type Considered = Awaited<ReturnType<typeof considerMessage>>;

/** What there is to be said without a rule: from the customer's own facts, or from the articles of the bot. */
export async function considerMessage(
  ctx: Context,
  { conversation, bot, before, incoming, known, speaker }: Asked,
  { index, version }: TrainedIndex,
) {
  const startedMs = performance.now();
  const [visible, rules, tags, home, run] = await Promise.all([
    listVisible(ctx, bot.botId),
    rulesOfBot(ctx, bot.botId),
    tagsOfWorkspace(ctx),
    getRegion(ctx),
    runUnderWay(ctx, conversation.conversationId),
  ]);
  const asked = before.filter(({ role }) => role === 'user');
  // In the middle of a rule no other begins, and what is asked in between is mostly about its matter.
  const live = new Set([...visible.keys(), ...(run ? [] : rules.map(({ ruleId }) => ruleId))]);
  const played = run && rules.find(({ ruleId }) => ruleId === run.ruleId);
  const found = answerQuestion(onlyLive(index, live), {
    message: incoming.message,
    said: asked.map(({ message }) => message),
    ...(run && { about: played ? labelOf(played, run.state.language) : run.rule.name }),
    offered: offeredIn(before.findLast(({ role }) => role !== 'user')?.message ?? ''),
    ...(asked.length > 0 && { language: languageSoFar(asked) }),
  });
  const intents = rules.filter(({ type }) => type === 'intent');
  const { rule, reply, beside } = chooseRule(found, intents, index, incoming.message);
  const region = regionOf([speaker.claims, speaker.userAttributes, valuesFor('rules', known.fields)], home);
  const when = {
    language: reply.language,
    locale: localeOf(reply.language, region),
    today: dayIn(ctx.now(), region.timeZone),
  };
  const fact = answerFromFacts(incoming.message, when, valuesFor('replies', known.fields));
  const composed: ComposedReply = fact ?? composeReply(reply, visible);
  return {
    ...{ visible, index, version, rules, tags, region, rule, reply, fact, composed },
    /** What is said beside the rule. */
    beside: beside && composeReply(beside, visible),
    consideredMs: performance.now() - startedMs,
  };
}

/** What tells nothing, such as a number, leaves it as it was. */
const languageSoFar = (said: readonly ConversationEvent[]): Language =>
  said.reduce((language: Language, { message }) => languageOf(message, language), 'en');

/** What was taken out of the tree since the index was trained answers no more, from this message on. */
function onlyLive(index: RetrievalIndex, live: ReadonlySet<string>): RetrievalIndex {
  if (index.articles.every((article) => !article.live || live.has(article.id))) return index;
  const articles = index.articles.map((article) => ({ ...article, live: article.live && live.has(article.id) }));
  return { ...index, articles };
}
