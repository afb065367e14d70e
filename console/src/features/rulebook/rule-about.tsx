import { useTexts } from '../../app/language.ts';
import { Field, Select, TextArea } from '../../ui/form.tsx';
import { Section } from '../../ui/page.tsx';
import { BotChoice } from './bot-choice.tsx';
import { useEditor } from './editor-context.ts';
import { InputForm } from './input-form.tsx';
import type { RuleContent } from './rule-content.ts';
import { EDITOR_TEXTS, RULEBOOK_TEXTS } from './rulebook-texts.ts';
import { walk } from './tree.ts';

interface Props {
  content: RuleContent;
  set: (content: RuleContent, about?: string) => void;
}

/** Its name, when it applies, who plays it, and everything that it asks for. */
export function RuleAbout({ content, set }: Props) {
  const texts = useTexts(EDITOR_TEXTS);
  const words = useTexts(RULEBOOK_TEXTS);
  const { canEdit } = useEditor();
  return (
    <div className="stack">
      <div className="card">
        <Field
          label={words.name}
          value={content.name}
          disabled={!canEdit}
          onChange={(event) => set({ ...content, name: event.target.value }, 'name')}
        />
        <div className="wordings">
          {(['en', 'de'] as const).map((language) => (
            <Field
              key={language}
              label={texts.offered[language]}
              hint={texts.offeredHint}
              maxLength={200}
              placeholder={content.name}
              value={content.labels[language] ?? ''}
              disabled={!canEdit}
              onChange={({ target }) => {
                const { [language]: _, ...others } = content.labels;
                const labels = target.value === '' ? others : { ...others, [language]: target.value };
                set({ ...content, labels }, `label ${language}`);
              }}
            />
          ))}
        </div>
        <Select
          label={texts.trigger}
          value={content.type}
          disabled={!canEdit}
          onChange={(event) => {
            const isBusiness = event.target.value === 'business';
            set({
              ...content,
              type: isBusiness ? 'business' : 'intent',
              triggerType: isBusiness ? 'on_escalation' : null,
            });
          }}
          options={[
            ['intent', texts.triggerIntent],
            ['business', texts.triggerEscalation],
          ]}
        />
        <TextArea
          label={words.description}
          hint={words.descriptionHint}
          rows={3}
          value={content.description}
          disabled={!canEdit}
          onChange={(event) => set({ ...content, description: event.target.value }, 'description')}
        />
        <TextArea
          label={texts.examples}
          hint={texts.examplesHint}
          rows={5}
          value={content.examples.join('\n')}
          disabled={!canEdit}
          onChange={(event) => set({ ...content, examples: event.target.value.split('\n') }, 'examples')}
        />
        <BotChoice chosen={content.botIds} onChange={(botIds) => set({ ...content, botIds })} canEdit={canEdit} />
      </div>
      <Inputs />
    </div>
  );
}

function Inputs() {
  const texts = useTexts(EDITOR_TEXTS);
  const { flow, change, canEdit } = useEditor();
  const asked = new Set(walk(flow.steps).flatMap(({ step }) => (step.kind === 'collect' ? [step.input] : [])));
  const remove = (gone: string) => {
    const { [gone]: _, ...inputSchema } = flow.inputSchema;
    change({ ...flow, inputSchema });
  };
  const inputs = Object.entries(flow.inputSchema);
  return (
    <Section title={texts.inputs}>
      {inputs.length === 0 && <p className="quiet-text">{texts.noInputs}</p>}
      {inputs.map(([name, definition]) => (
        <div key={name} className="card">
          <p className="line">
            <code>{name}</code>
            {!asked.has(name) && <span className="quiet-text">{texts.unusedInput}</span>}
            {!asked.has(name) && canEdit && (
              <button type="button" className="quiet" onClick={() => remove(name)}>
                {texts.removeInput}
              </button>
            )}
          </p>
          <InputForm name={name} definition={definition} />
        </div>
      ))}
    </Section>
  );
}
