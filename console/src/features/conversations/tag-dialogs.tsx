import { type FormEvent, type ReactNode, useState } from 'react';
import type { Tag, TagGroup } from '../../app/api.gen.ts';
import { ApiError, useChange } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { useReversible } from '../../app/reversible.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Check, Field, TextArea } from '../../ui/form.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { TAGS_TEXTS } from './tags-texts.ts';

export const GROUPS = 'GET /v2/tag-groups/public';
export const TAGS = 'GET /v2/tag-groups/tags/public';

const isTaken = (error: unknown) => error instanceof ApiError && error.code === 'title_taken';

/** Makes a group, or changes one. */
export function GroupDialog({ group, onClose }: { group: TagGroup | null; onClose: () => void }) {
  const texts = useTexts(TAGS_TEXTS);
  const [before] = useState({
    title: group?.title ?? '',
    description: group?.description ?? '',
    prompt: group?.prompt ?? '',
    multiselect: group?.multiselect ?? false,
    isOutputTagGroup: group?.isOutputTagGroup ?? false,
  });
  const [now, setNow] = useState(before);
  const set = (change: Partial<typeof now>) => setNow({ ...now, ...change });
  const create = useChange('POST /v2/tag-groups/public', [GROUPS]);
  const update = useReversible('PUT /v2/tag-groups/{tag-group-id}/public', [GROUPS]);
  const error = create.error ?? update.error;
  const save = () => {
    if (group) {
      const params = { 'tag-group-id': group.id };
      update.go({ name: now.title, now: { params, body: now }, before: { params, body: before }, onDone: onClose });
    } else create.mutate({ body: now }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={group ? texts.editGroup : texts.createGroup}
      error={error}
      isBusy={create.isPending || update.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Field
        label={texts.name}
        autoFocus
        required
        maxLength={200}
        problem={isTaken(error) ? texts.taken : undefined}
        value={now.title}
        onChange={(event) => set({ title: event.target.value })}
      />
      <Field
        label={texts.question}
        hint={texts.questionHint}
        value={now.description}
        onChange={(event) => set({ description: event.target.value })}
      />
      <TextArea
        label={texts.prompt}
        hint={texts.promptHint}
        rows={3}
        value={now.prompt}
        onChange={(event) => set({ prompt: event.target.value })}
      />
      <Check label={texts.several} checked={now.multiselect} onChange={() => set({ multiselect: !now.multiselect })} />
      <Check
        label={texts.output}
        checked={now.isOutputTagGroup}
        onChange={() => set({ isOutputTagGroup: !now.isOutputTagGroup })}
      />
    </FormDialog>
  );
}

/** Makes a tag of a group, or changes one. */
export function TagDialog({ group, tag, onClose }: { group: TagGroup; tag: Tag | null; onClose: () => void }) {
  const texts = useTexts(TAGS_TEXTS);
  const [tagName, setTagName] = useState(tag?.tagName ?? '');
  const [tagDescription, setTagDescription] = useState(tag?.tagDescription ?? '');
  const create = useChange('POST /v2/tag-groups/{tag-group-id}/tags/public', [TAGS]);
  const update = useReversible('PUT /v2/tag-groups/{tag-id}/tags/public', [TAGS]);
  const error = create.error ?? update.error;
  const body = { tagName, tagDescription };
  const save = () => {
    if (tag) {
      const params = { 'tag-id': tag.id };
      const before = { params, body: { tagName: tag.tagName, tagDescription: tag.tagDescription } };
      update.go({ name: tagName, now: { params, body }, before, onDone: onClose });
    } else create.mutate({ params: { 'tag-group-id': group.id }, body }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={`${tag ? texts.editTag : texts.addTag}${texts.of(tag?.tagName ?? group.title)}`}
      error={error}
      isBusy={create.isPending || update.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Field
        label={texts.name}
        autoFocus
        required
        maxLength={200}
        problem={isTaken(error) ? texts.taken : undefined}
        value={tagName}
        onChange={(event) => setTagName(event.target.value)}
      />
      <TextArea
        label={texts.words}
        hint={texts.wordsHint}
        rows={4}
        maxLength={2_000}
        value={tagDescription}
        onChange={(event) => setTagDescription(event.target.value)}
      />
    </FormDialog>
  );
}

interface FormProps {
  title: string;
  error: Error | null;
  isBusy: boolean;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}

function FormDialog({ title, error, isBusy, onSave, onClose, children }: FormProps) {
  const texts = useTexts(TAGS_TEXTS);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        {!isTaken(error) && <ErrorNotice error={error} />}
        {children}
        <div className="actions">
          <button className="main" type="submit" disabled={isBusy}>
            {texts.save}
          </button>
          <button type="button" onClick={onClose}>
            {texts.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
