import type { FormEvent } from 'react';
import type { Widget } from '../../app/api.gen.ts';
import { useChange } from '../../app/api.ts';
import { useTexts } from '../../app/language.ts';
import { useUndo } from '../../app/undo.ts';
import { useDraft } from '../../app/use-draft.ts';
import { ChangedElsewhere } from '../../ui/changed-elsewhere.tsx';
import { Check, Field, problemOf, TextArea } from '../../ui/form.tsx';
import { ErrorNotice } from '../../ui/states.tsx';
import { OriginsField, readOrigins } from './origins-field.tsx';
import { WIDGETS_TEXTS } from './widgets-texts.ts';

const LANGUAGES = ['en', 'de'] as const;

/** What can be changed of it: not its bot, for conversations are one bot's. */
export function WidgetForm({ widget }: { widget: Widget }) {
  const texts = useTexts(WIDGETS_TEXTS);
  const tellDone = useUndo();
  const { draft: fields, setDraft, isOutdated, load, saved } = useDraft(widget, draftOf, draftOf(widget));
  const change = (more: Partial<typeof fields>) => setDraft({ ...fields, ...more });
  const update = useChange('PATCH /v2/widgets/{widget-id}', ['GET /v2/widgets', 'GET /v2/widgets/{widget-id}']);
  const save = async (body: ReturnType<typeof bodyOf>) =>
    saved(await update.mutateAsync({ params: { 'widget-id': widget.id }, body }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = bodyOf({ ...fields, allowedOrigins: readOrigins(fields.origins) });
    save(wanted).then(
      () => tellDone(texts.saved, () => save(bodyOf(widget))),
      // It stands above the form.
      () => undefined,
    );
  };
  return (
    <form className="card" onSubmit={submit}>
      {isOutdated && <ChangedElsewhere onLoad={load} />}
      <Field
        label={texts.name}
        required
        maxLength={200}
        value={fields.name}
        problem={problemOf(update.error, '/name')}
        onChange={(event) => change({ name: event.target.value })}
      />
      <OriginsField value={fields.origins} error={update.error} onChange={(origins) => change({ origins })} />
      <div className="grid">
        {LANGUAGES.map((language) => (
          <Field
            key={language}
            label={texts.heading[language]}
            hint={texts.emptyHint}
            maxLength={80}
            value={fields.title[language]}
            onChange={(event) => change({ title: { ...fields.title, [language]: event.target.value } })}
          />
        ))}
      </div>
      <div className="grid">
        {LANGUAGES.map((language) => (
          <TextArea
            key={language}
            label={texts.greeting[language]}
            hint={texts.emptyHint}
            maxLength={500}
            value={fields.greeting[language]}
            onChange={(event) => change({ greeting: { ...fields.greeting, [language]: event.target.value } })}
          />
        ))}
      </div>
      <Check
        label={texts.active}
        checked={fields.active}
        onChange={(event) => change({ active: event.target.checked })}
      />
      <ErrorNotice error={update.error} />
      <div className="actions">
        <button className="main" type="submit" disabled={update.isPending}>
          {texts.save}
        </button>
      </div>
    </form>
  );
}

const draftOf = (widget: Widget) => ({ ...widget, origins: widget.allowedOrigins.join('\n') });

const bodyOf = ({ name, allowedOrigins, title, greeting, active }: Widget) => ({
  name,
  allowedOrigins,
  title,
  greeting,
  active,
});
