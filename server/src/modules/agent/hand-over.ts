import { type ConversationEvent, recordHandover } from '#modules/conversations/index.ts';
import { describeRun, type StoredRun } from '#modules/rulebook/index.ts';
import type { Context } from '#platform/context.ts';
import type { Language } from '#platform/text/language.ts';
import type { ComposedReply } from './compose-reply.ts';
import type { Asked } from './consider-message.ts';
import { REPLY_TEXTS } from './reply-texts.ts';
import type { Reply } from './retrieval/answer-question.ts';
import { summarizeHandover } from './summarize-handover.ts';

/** Leaves for a person what the conversation was about, when the reply hands it over. */
export async function handOver(
  ctx: Context,
  { conversation, before, incoming, known }: Pick<Asked, 'conversation' | 'before' | 'incoming' | 'known'>,
  event: ConversationEvent,
  about: { language: Language; reason: string; run: StoredRun | null },
): Promise<void> {
  const { language, reason } = about;
  const run = about.run && describeRun(about.run);
  await recordHandover(ctx, conversation, {
    eventId: event.eventId,
    reason,
    summary: summarizeHandover({ language, reason, run, events: [...before, incoming, event] }),
    attributes: known.fields.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }])),
  });
}

/** Why a reply without a rule hands over. */
export function reasonOf(reply: Reply, { used }: ComposedReply): string {
  const { reasons } = REPLY_TEXTS[reply.language];
  if (reply.kind === 'person') return reply.isUnhelped ? reasons.unhelped : reasons.person;
  const [article] = used.filter(({ escalation }) => escalation);
  return article ? reasons.article(article.title) : reasons.abstain;
}
