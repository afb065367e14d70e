import type { ConversationStatus } from '#modules/conversations/index.ts';
import type { VisibleArticle } from '#modules/knowledge/index.ts';
import { REPLY_TEXTS } from './reply-texts.ts';
import type { Reply } from './retrieval/answer-question.ts';
import type { Courtesy } from './retrieval/courtesies.ts';

export interface ComposedReply {
  message: string;
  type: 'message' | 'escalation';
  status: ConversationStatus;
  /** What the answer rests on, best first. */
  used: VisibleArticle[];
  /** What the customer may answer with by a click. */
  choices?: string[];
}

const ASKS_BACK: ReadonlySet<Courtesy> = new Set<Courtesy>(['greeting', 'nature']);

/**
 * The words of a reply, and where the conversation stands after it; `phrased` are other words for what the articles of an
 * answer say. Pure.
 */
export function composeReply(
  reply: Reply,
  visible: ReadonlyMap<string, VisibleArticle>,
  phrased?: string,
): ComposedReply {
  const texts = REPLY_TEXTS[reply.language];
  switch (reply.kind) {
    case 'answer': {
      const used = reply.parts
        .map(({ articleId }) => visible.get(articleId))
        .filter((article) => article !== undefined);
      const escalates = used.some((article) => article.escalation);
      const answers = phrased ?? reply.parts.map(({ text }) => text).join('\n\n');
      return {
        message: escalates ? `${answers}\n\n${texts.person}` : answers,
        type: escalates ? 'escalation' : 'message',
        status: escalates ? 'Escalated to Human Agent' : 'Resolved',
        used,
      };
    }
    case 'clarify':
      return {
        message: texts.clarify(reply.offers.map(({ title }) => title)),
        type: 'message',
        status: 'Waiting for Customer',
        used: [],
        choices: reply.offers.map(({ title }) => title),
      };
    case 'courtesy':
      return {
        message: texts.courtesy[reply.courtesy],
        type: 'message',
        status: ASKS_BACK.has(reply.courtesy) ? 'Waiting for Customer' : 'Resolved',
        used: [],
      };
    default: {
      const message = reply.kind === 'person' && reply.isUnhelped ? texts.unhelped : texts[reply.kind];
      return { message, type: 'escalation', status: 'Escalated to Human Agent', used: [] };
    }
  }
}
