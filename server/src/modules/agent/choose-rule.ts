import type { Rule } from '#modules/rulebook/index.ts';
import { answerQuestion, type Reply } from './retrieval/answer-question.ts';
import { buildIndex } from './retrieval/build-index.ts';
import type { RetrievalIndex } from './retrieval/retrieval.types.ts';

/** Indexes of rules kept in this process, by what they were built of; the least recently used goes. */
const MOST_KEPT = 50;
const kept = new Map<string, RetrievalIndex>();

/**
 * The rule that the customer wants, or null: found by name, description and examples with the engine that finds articles, and
 * with its calibrated confidence. An article that fits better goes before it: to ask what something costs is not to want it done.
 */
export function chooseRule(rules: readonly Rule[], message: string, fromArticles: Reply): Rule | null {
  if (rules.length === 0) return null;
  const reply = answerQuestion(indexOf(rules), { message });
  if (reply.kind !== 'answer') return null;
  const rule = rules.find(({ ruleId }) => ruleId === reply.parts[0]?.articleId) ?? null;
  return surenessOf(reply) >= (fromArticles.kind === 'answer' ? surenessOf(fromArticles) : 0) ? rule : null;
}

const surenessOf = (reply: Extract<Reply, { kind: 'answer' }>) => reply.parts[0]?.confidence ?? 0;

function indexOf(rules: readonly Rule[]): RetrievalIndex {
  const key = rules.map(({ ruleId, version }) => `${ruleId}:${version}`).join();
  const index =
    kept.get(key) ??
    buildIndex(
      rules.map(({ ruleId, name, description, examples }) => ({
        id: ruleId,
        title: name,
        questions: examples,
        keywords: [],
        text: description,
      })),
    );
  kept.delete(key);
  kept.set(key, index);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return index;
}
