import { askModel, ModelFailure, type OpenedModel } from '#modules/language-model/index.ts';
import type { DetachedContext } from '#platform/context.ts';
import { type Assignment, checkWritten, type WrittenRule } from './check-written.ts';
import { describeTask, RULE_INSTRUCTIONS } from './rule-prompt.ts';

/** A rule with its texts in two languages needs more than an answer to a customer. */
const MOST_OUTPUT_TOKENS = 6_000;
/** The first try and one with its mistakes named. */
const TRIES = 2;

/**
 * The rule that the workspace's model makes of an author's words; null when it fails, or writes twice what does not hold: then
 * the patterns read the words. Holds no connection.
 */
export async function writeWithModel(
  ctx: DetachedContext,
  model: OpenedModel,
  assignment: Assignment,
): Promise<WrittenRule | null> {
  const { words, catalogue, before } = assignment;
  const messages: { role: 'user' | 'assistant'; text: string }[] = [
    { role: 'user', text: describeTask(words, catalogue, before) },
  ];
  const { workspaceId } = ctx;
  try {
    for (let tried = 1; tried <= TRIES; tried += 1) {
      const { text } = await askModel(ctx, model, {
        instructions: RULE_INSTRUCTIONS,
        messages,
        maxOutputTokens: MOST_OUTPUT_TOKENS,
      });
      const checked = checkWritten(text, assignment);
      if ('rule' in checked) return checked.rule;
      ctx.log.info(
        { workspaceId, tried, mistakes: checked.mistakes.length },
        'The model wrote a rule that does not hold',
      );
      messages.push(
        { role: 'assistant', text },
        {
          role: 'user',
          text: `Not usable:\n${checked.mistakes.slice(0, 20).join('\n')}\nAnswer the whole JSON again.`,
        },
      );
    }
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
  }
  return null;
}
