import { type ConversationEvent, recordEvent } from '#modules/conversations/index.ts';
import { getArticles } from '#modules/knowledge/index.ts';
import { choicesOf, describeSteps } from '#modules/rulebook/index.ts';
import type { Context } from '#platform/context.ts';
import type { ComposedReply } from './compose-reply.ts';
import type { Asked, Considered } from './consider-message.ts';
import { handOver, reasonOf } from './hand-over.ts';
import type { Played } from './play-rules.ts';
import { presentReply, timingsOf, versionsOf } from './present-reply.ts';
import { REPLY_TEXTS } from './reply-texts.ts';

/** Stores what a rule says in one turn, with the way it took. */
export async function recordPlayed(
  ctx: Context,
  asked: Asked,
  considered: Considered,
  played: Played,
): Promise<ConversationEvent> {
  const { conversation, incoming, known, turn } = asked;
  const { visible, tags, reply } = considered;
  const composed = composePlayed(played, visible, await textsOf(ctx, played));
  const { language } = played.run.state;
  const message = composed.message === '' ? REPLY_TEXTS[language].silent : composed.message;
  const { run, path, effects } = played;
  const tagNames = effects.flatMap((effect) => (effect.kind === 'tag' ? [effect.tag] : []));
  const words = presentReply({ ...composed, message }, tags, { message: incoming.message, language, tagNames });
  const end = effects.find((effect) => effect.kind === 'end');
  const trace = {
    engine: 'deterministic',
    decision: 'rule',
    language,
    attributes: known.trace,
    rule: {
      ruleId: run.ruleId,
      version: run.ruleVersion,
      name: run.rule.name,
      runId: run.runId,
      path,
      steps: describeSteps(run.rule, path),
      calls: effects
        .filter((effect) => effect.kind === 'call')
        .map(({ step, action }, index) => ({ step, action, ...played.called[index] })),
      aside: played.aside !== null,
      waitsFor: run.state.waitsFor,
      outcome: end?.outcome ?? null,
      reason: end?.reason ?? null,
    },
    articleVersions: versionsOf(composed),
    ...timingsOf(asked, considered),
  };
  const event = await recordEvent(ctx, conversation, { role: 'finibot', ...words, trace, endsTurn: turn });
  if (composed.type === 'escalation') {
    const reason = end?.reason ?? (end ? REPLY_TEXTS[language].reasons.rule : reasonOf(reply, composed));
    await handOver(ctx, asked, event, { language, reason, run });
  }
  return event;
}

/** What the articles say that the rule answers with. */
async function textsOf(ctx: Context, { effects }: Played): Promise<ReadonlyMap<string, string>> {
  const ids = effects.flatMap((effect) => (effect.kind === 'article' ? [effect.articleId] : []));
  const articles = ids.length > 0 ? await getArticles(ctx, ids) : [];
  return new Map(articles.map(({ id, mainKnowledge }) => [id, mainKnowledge]));
}

/** The words of a turn, and where the conversation stands after it. Pure. */
function composePlayed(
  { effects, aside, run }: Played,
  visible: Considered['visible'],
  articleTexts: ReadonlyMap<string, string>,
): ComposedReply {
  const used = aside ? [...aside.used] : [];
  const texts = aside ? [aside.message] : [];
  for (const effect of effects) {
    if (effect.kind === 'say') texts.push(effect.text);
    if (effect.kind === 'aside') texts.push(effect.question);
    const article = effect.kind === 'article' ? visible.get(effect.articleId) : undefined;
    if (article) {
      used.push(article);
      texts.push(articleTexts.get(article.articleId) ?? '');
    }
  }
  const end = effects.find((effect) => effect.kind === 'end');
  // An article that hands over does so also where a rule shows it, or goes on behind it.
  const escalates = end?.outcome === 'escalated' || used.some(({ escalation }) => escalation);
  return {
    message: texts.filter((text) => text !== '').join('\n\n'),
    type: escalates ? 'escalation' : 'message',
    status: escalates ? 'Escalated to Human Agent' : end ? 'Resolved' : 'Waiting for Customer',
    used,
    choices: escalates ? [] : choicesOf(run.rule, run.state),
  };
}
