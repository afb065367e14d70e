import { type FormEvent, useState } from 'react';
import type { Conversation, ConversationEvent, Tag, TagGroup } from '../../../app/api.gen.ts';
import { useRead } from '../../../app/api.ts';
import { useTexts } from '../../../app/language.ts';
import { useReversible } from '../../../app/reversible.ts';
import { useSession } from '../../../app/session.tsx';
import { Check, Select } from '../../../ui/form.tsx';
import { ErrorNotice } from '../../../ui/states.tsx';
import { CONVERSATION_TEXTS } from './conversation-texts.ts';

/** What was found about the newest exchange, and what a person makes of it. */
export function TagsCard({ conversation }: { conversation: Conversation }) {
  const texts = useTexts(CONVERSATION_TEXTS);
  const tagged = conversation.events.findLast(({ tags }) => tags.length > 0);
  const groups = useRead('GET /v2/tag-groups/public', {});
  const tags = useRead('GET /v2/tag-groups/tags/public', {});
  return (
    <section className="card">
      <h2>{texts.tags}</h2>
      {!tagged && <p className="quiet-text">{texts.noTags}</p>}
      <ErrorNotice error={groups.error ?? tags.error} />
      {tagged && groups.data && tags.data && (
        <TagsForm
          key={`${tagged.id} ${tagged.tags.map(({ id }) => id).join()}`}
          event={tagged}
          groups={groups.data.filter(({ isMandatory }) => !isMandatory)}
          tags={tags.data}
        />
      )}
    </section>
  );
}

function TagsForm({ event, groups, tags }: { event: ConversationEvent; groups: TagGroup[]; tags: Tag[] }) {
  const texts = useTexts(CONVERSATION_TEXTS);
  const { can } = useSession();
  const offered = tags.filter(({ tagGroupId }) => groups.some(({ id }) => id === tagGroupId));
  const before = event.tags.map(({ id }) => id).filter((id) => offered.some((tag) => tag.id === id));
  const [chosen, setChosen] = useState(before);
  const save = useReversible('PUT /v2/conversations/events/{event-id}/tags', [
    'GET /v2/hc-interactions/{conversation-id}/public',
    'GET /v2/conversations',
  ]);
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    const params = { 'event-id': event.id };
    save.go({
      name: texts.tags,
      now: { params, body: { tagIds: chosen } },
      before: { params, body: { tagIds: before } },
    });
  };
  const isSame = chosen.length === before.length && chosen.every((id) => before.includes(id));
  return (
    <form className="stack" onSubmit={submit}>
      {groups.map((group) => {
        const own = offered.filter(({ tagGroupId }) => tagGroupId === group.id);
        const others = chosen.filter((id) => !own.some((tag) => tag.id === id));
        const inGroup = chosen.filter((id) => own.some((tag) => tag.id === id));
        if (!group.multiselect) {
          return (
            <Select
              key={group.id}
              label={group.title}
              disabled={!can('write')}
              value={inGroup[0] ?? ''}
              options={[['', texts.none], ...own.map(({ id, tagName }): [string, string] => [id, tagName])]}
              onChange={({ target }) => setChosen(target.value ? [...others, target.value] : others)}
            />
          );
        }
        return (
          <fieldset key={group.id} disabled={!can('write')}>
            <legend>{group.title}</legend>
            {own.map(({ id, tagName }) => (
              <Check
                key={id}
                label={tagName}
                checked={chosen.includes(id)}
                onChange={({ target }) =>
                  setChosen(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
                }
              />
            ))}
          </fieldset>
        );
      })}
      <ErrorNotice error={save.error} />
      {can('write') && (
        <div className="line">
          <button type="submit" disabled={isSame || save.isPending}>
            {texts.saveTags}
          </button>
        </div>
      )}
    </form>
  );
}
