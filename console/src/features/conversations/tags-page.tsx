import { useState } from 'react';
import type { Tag, TagGroup } from '../../app/api.gen.ts';
import { useChange, useRead } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { said } from '../../app/said.ts';
import { useSession } from '../../app/session.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Await, Empty, ErrorNotice } from '../../ui/states.tsx';
import { GROUPS, GroupDialog, TAGS, TagDialog } from './tag-dialogs.tsx';
import { TAGS_TEXTS } from './tags-texts.ts';

/** What lies open above the list. */
type Open =
  | { kind: 'group'; group: TagGroup | null }
  | { kind: 'tag'; group: TagGroup; tag: Tag | null }
  | { kind: 'remove-group'; group: TagGroup }
  | { kind: 'remove-tag'; tag: Tag };

const KINDS = ['custom', 'default', 'mandatory'] as const;

const kindOf = ({ isMandatory, isDefault }: TagGroup) => {
  if (isMandatory) return 'mandatory';
  return isDefault ? 'default' : 'custom';
};

/** Groups with their tags: your own first, then those that can not change. */
export function TagsPage() {
  const texts = useTexts(TAGS_TEXTS);
  const { can } = useSession();
  const [open, setOpen] = useState<Open | null>(null);
  const groups = useRead(GROUPS, {});
  const tags = useRead(TAGS, {});
  const read = {
    data: groups.data && tags.data && { groups: groups.data, tags: tags.data },
    error: groups.error ?? tags.error,
    refetch: () => [groups.refetch(), tags.refetch()],
  };
  const create = can('write') && (
    <button type="button" className="main" onClick={() => setOpen({ kind: 'group', group: null })}>
      {texts.createGroup}
    </button>
  );
  return (
    <Page title={texts.title} actions={create}>
      <p className="quiet-text">{texts.lead}</p>
      <Await read={read}>
        {(data) =>
          KINDS.map((kind) => (
            <Section key={kind} title={texts.kinds[kind]}>
              <p className="quiet-text">{texts.kindHints[kind]}</p>
              {kind === 'custom' && !data.groups.some((group) => kindOf(group) === kind) && (
                <Empty title={texts.none}>
                  <p>{texts.noneHint}</p>
                </Empty>
              )}
              {data.groups
                .filter((group) => kindOf(group) === kind)
                .map((group) => (
                  <GroupCard
                    key={group.id}
                    group={group}
                    tags={data.tags.filter(({ tagGroupId }) => tagGroupId === group.id).toReversed()}
                    mayChange={kind === 'custom' && can('write')}
                    onOpen={setOpen}
                  />
                ))}
            </Section>
          ))
        }
      </Await>
      {open && <Above open={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

interface GroupProps {
  group: TagGroup;
  tags: Tag[];
  mayChange: boolean;
  onOpen: (open: Open) => void;
}

function GroupCard({ group, tags, mayChange, onOpen }: GroupProps) {
  const texts = useTexts(TAGS_TEXTS);
  const facts = [group.multiselect ? texts.many : texts.one, group.isOutputTagGroup && texts.isOutput];
  const button = (open: Open, text: string, name: string, className?: string) => (
    <button type="button" className={className} aria-label={text + texts.of(name)} onClick={() => onOpen(open)}>
      {text}
    </button>
  );
  return (
    <section className="card" aria-label={group.title}>
      <div>
        <h3>{group.title}</h3>
        <p>{said(group.description)}</p>
        <small>{facts.filter(Boolean).join(' · ')}</small>
      </div>
      {tags.length === 0 ? (
        <p className="quiet-text">{texts.noTags}</p>
      ) : (
        <ul className="list">
          {tags.map((tag) => (
            <li key={tag.id}>
              <div>
                <span className="strong">{tag.tagName}</span>
                {tag.tagDescription && <small>{said(tag.tagDescription)}</small>}
              </div>
              {mayChange && (
                <div className="actions">
                  {button({ kind: 'tag', group, tag }, texts.editTag, tag.tagName)}
                  {button({ kind: 'remove-tag', tag }, texts.removeTag, tag.tagName, 'danger')}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <div className="actions">
          {button({ kind: 'tag', group, tag: null }, texts.addTag, group.title)}
          {button({ kind: 'group', group }, texts.editGroup, group.title)}
          {button({ kind: 'remove-group', group }, texts.removeGroup, group.title, 'danger')}
        </div>
      )}
    </section>
  );
}

function Above({ open, onClose }: { open: Open; onClose: () => void }) {
  if (open.kind === 'group') return <GroupDialog group={open.group} onClose={onClose} />;
  if (open.kind === 'tag') return <TagDialog group={open.group} tag={open.tag} onClose={onClose} />;
  return <Remove open={open} onClose={onClose} />;
}

function Remove({ open, onClose }: { open: Extract<Open, { kind: `remove-${string}` }>; onClose: () => void }) {
  const texts = useTexts(TAGS_TEXTS);
  const removeGroup = useChange('DELETE /v2/tag-groups/{tag-group-id}/public', [GROUPS, TAGS]);
  const removeTag = useChange('DELETE /v2/tag-groups/{tag-id}/tags/public', [TAGS]);
  const done = { onSuccess: onClose };
  const isGroup = open.kind === 'remove-group';
  const go = () => {
    if (isGroup) removeGroup.mutate({ params: { 'tag-group-id': open.group.id } }, done);
    else removeTag.mutate({ params: { 'tag-id': open.tag.id } }, done);
  };
  return (
    <Confirm
      title={isGroup ? texts.removeGroupQuestion(open.group.title) : texts.removeTagQuestion(open.tag.tagName)}
      go={texts.removeTag}
      isBusy={removeGroup.isPending || removeTag.isPending}
      onGo={go}
      onClose={onClose}
    >
      <ErrorNotice error={removeGroup.error ?? removeTag.error} />
      <p>{texts.removeText}</p>
    </Confirm>
  );
}
