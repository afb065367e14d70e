import { type FormEvent, useState } from 'react';
import type { MergedPrompt } from '../../app/api.gen.ts';
import { useChange, useRead } from '../../app/api.ts';
import { useFormats, useTexts } from '../../app/language.ts';
import { useSession } from '../../app/session.tsx';
import { Check, Field, TextArea } from '../../ui/form.tsx';
import { Section } from '../../ui/page.tsx';
import { Await, ErrorNotice } from '../../ui/states.tsx';
import { PROMPT_TEXTS } from './bots-texts.ts';
import { PARTS, type Part, type Prompt, type PromptSection, promptOf } from './prompt-model.ts';

const PROMPT = 'GET /v2/bots/{bot-id}/hc-prompt/public';
export const HISTORY = 'GET /v2/bots/{bot-id}/hc-prompt/history/public';
export const useSavePrompt = () => useChange('POST /v2/bots/{bot-id}/hc-prompt/public', [PROMPT, HISTORY]);

/** The prompt that applies, section by section; saving makes a version. */
export function PromptEditor({ botId }: { botId: string }) {
  const prompt = useRead(PROMPT, { params: { 'bot-id': botId } });
  return <Await read={prompt}>{(data) => <Editor botId={botId} merged={data} />}</Await>;
}

function Editor({ botId, merged }: { botId: string; merged: MergedPrompt }) {
  const texts = useTexts(PROMPT_TEXTS);
  const formats = useFormats();
  const { can } = useSession();
  const [prompt, setPrompt] = useState<Prompt>(promptOf(merged));
  // What the changes are made from: another version that somebody saves meanwhile does not wipe them out.
  const [base, setBase] = useState({ version: merged.version, prompt });
  const save = useSavePrompt();
  const isChanged = JSON.stringify(prompt) !== JSON.stringify(base.prompt);
  const isOutdated = merged.version > base.version;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const sent = prompt;
    save.mutateAsync({ params: { 'bot-id': botId }, body: sent }).then(
      ({ version }) => setBase({ version, prompt: sent }),
      () => undefined,
    );
  };
  const load = () => {
    setPrompt(promptOf(merged));
    setBase({ version: merged.version, prompt: promptOf(merged) });
  };
  return (
    <form className="stack wide" onSubmit={submit}>
      <p className="quiet-text">{texts.lead}</p>
      {PARTS.map((part) => (
        <PartEditor
          key={part}
          part={part}
          sections={prompt[part]}
          fixedIds={merged.templateSectionIds}
          isReadOnly={!can('write')}
          onChange={(sections) => setPrompt({ ...prompt, [part]: sections })}
        />
      ))}
      <ErrorNotice error={save.error} />
      {isOutdated && !save.isPending && (
        <div className="notice warn" role="alert">
          <p>{texts.newer(formats.count(merged.version))}</p>
          <button type="button" onClick={load}>
            {texts.load}
          </button>
        </div>
      )}
      {can('write') && (
        <div className="actions sticky">
          <button className="main" type="submit" disabled={!isChanged || save.isPending}>
            {texts.save}
          </button>
          <span role="status" className="quiet-text">
            {!isChanged && (base.version > 0 ? texts.saved(formats.count(base.version)) : texts.unchanged)}
          </span>
        </div>
      )}
    </form>
  );
}

interface PartProps {
  part: Part;
  sections: PromptSection[];
  fixedIds: string[];
  isReadOnly: boolean;
  onChange: (sections: PromptSection[]) => void;
}

function PartEditor({ part, sections, fixedIds, isReadOnly, onChange }: PartProps) {
  const texts = useTexts(PROMPT_TEXTS);
  const add = () =>
    onChange([...sections, { id: crypto.randomUUID(), title: '', content: '', enabled: true, subsections: [] }]);
  return (
    <Section title={texts.sections[part]}>
      <p className="quiet-text">{texts.hints[part]}</p>
      {sections.map((section) => (
        <SectionEditor
          key={section.id}
          section={section}
          isFixed={fixedIds.includes(section.id)}
          isReadOnly={isReadOnly}
          onChange={(changed) => onChange(sections.map((each) => (each.id === changed.id ? changed : each)))}
          onRemove={() => onChange(sections.filter(({ id }) => id !== section.id))}
        />
      ))}
      {!isReadOnly && (
        <div>
          <button type="button" aria-label={`${texts.add}: ${texts.sections[part]}`} onClick={add}>
            {texts.add}
          </button>
        </div>
      )}
    </Section>
  );
}

interface SectionProps {
  section: PromptSection;
  /** It comes with the template, and would come back. */
  isFixed: boolean;
  isReadOnly: boolean;
  onChange: (section: PromptSection) => void;
  onRemove: () => void;
}

function SectionEditor({ section, isFixed, isReadOnly, onChange, onRemove }: SectionProps) {
  const texts = useTexts(PROMPT_TEXTS);
  const parts = section.subsections?.length ?? 0;
  return (
    <fieldset className="card" disabled={isReadOnly} aria-label={section.title || texts.titleOf}>
      <Field
        label={texts.titleOf}
        required
        maxLength={300}
        value={section.title}
        onChange={(event) => onChange({ ...section, title: event.target.value })}
      />
      <TextArea
        label={texts.content}
        hint={isFixed ? texts.fixed : undefined}
        rows={3}
        maxLength={20_000}
        value={section.content}
        onChange={(event) => onChange({ ...section, content: event.target.value })}
      />
      {parts > 0 && <p className="quiet-text">{texts.subsections(parts)}</p>}
      <div className="line spread">
        <Check
          label={texts.enabled}
          checked={section.enabled}
          onChange={() => onChange({ ...section, enabled: !section.enabled })}
        />
        {!isFixed && !isReadOnly && (
          <button type="button" className="danger" onClick={onRemove}>
            {texts.remove}
          </button>
        )}
      </div>
    </fieldset>
  );
}
