import type { ConversationStatus, EventTag, WorkspaceTag } from '#modules/conversations/index.ts';
import type { Language } from '#platform/text/language.ts';
import { wordsOf } from '#platform/text/normalize.ts';

const LANGUAGE_TAGS: Record<Language, string> = { de: 'German', en: 'English' };

/**
 * The tags of an exchange, one per group or several where the group allows it: status and language are known, a rule sets those of its steps
 * and a model those that it has chosen, all others
 * are found by the words of their name and description in the customer's message. Pure.
 */
export function chooseTags(
  tags: readonly WorkspaceTag[],
  exchange: { message: string; status: ConversationStatus; language: Language; tagNames?: readonly string[] },
): EventTag[] {
  const said = new Set(wordsOf(exchange.message));
  const known = new Set<string>([exchange.status, LANGUAGE_TAGS[exchange.language]]);
  const set = new Set(exchange.tagNames);
  const groups = Map.groupBy(tags, ({ tagGroupId }) => tagGroupId);
  return [...groups.values()].flatMap((group) => {
    const fixed = group.find((tag) => tag.kind !== 'custom' && known.has(tag.tagName));
    if (fixed) return [present(fixed)];
    const bySteps = group.filter((tag) => set.has(tag.tagName));
    if (bySteps.length > 0) return (group[0]?.multiselect ? bySteps : bySteps.slice(-1)).map(present);
    const scored = group
      .map((tag) => ({
        tag,
        hits: wordsOf(`${tag.tagName} ${tag.tagDescription}`).filter((word) => said.has(word)).length,
      }))
      .filter(({ hits }) => hits > 0)
      .sort((a, b) => b.hits - a.hits || a.tag.tagId.localeCompare(b.tag.tagId));
    if (scored.length === 0)
      return group.filter(({ tagName, kind }) => kind === 'default' && tagName === 'Neutral').map(present);
    return (group[0]?.multiselect ? scored : scored.slice(0, 1)).map(({ tag }) => present(tag));
  });
}

const present = (tag: WorkspaceTag): EventTag => ({
  id: tag.tagId,
  tagName: tag.tagName,
  tagGroupId: tag.tagGroupId,
  tagGroupTitle: tag.groupTitle,
});
