import { useRef } from 'react';
import { useTexts } from '../../app/language.ts';
import { TextArea } from '../../ui/form.tsx';
import { knownOf, placeholderOf } from './catalogue.ts';
import { wordingOf } from './describe.ts';
import { useEditor } from './editor-context.ts';
import type { FlowText } from './flow.types.ts';
import { FORM_TEXTS } from './form-texts.ts';
import { ReferenceSelect } from './reference-select.tsx';

interface Props {
  label: string;
  text: FlowText;
  /** `about`: the field that is typed in. */
  onChange: (text: FlowText, about?: string) => void;
  problems: string[];
}

/** What the bot says, in one wording or one per language, with values that are inserted where the cursor is. */
export function TextForm({ label, text, onChange, problems }: Props) {
  const texts = useTexts(FORM_TEXTS);
  const { described, catalogue, canEdit, flow } = useEditor();
  const box = useRef<HTMLDivElement>(null);
  /** Where the cursor was last: a value goes there. */
  const last = useRef<HTMLTextAreaElement>(null);
  const groups = knownOf(described, catalogue, true);
  const wordings = typeof text === 'string' ? { all: text } : { en: text.en ?? '', de: text.de ?? '' };
  const write = (key: string, wording: string, about?: string) =>
    onChange(typeof text === 'string' ? wording : withWording(text, key, wording), about);
  const insert = (ref: string) => {
    const known = groups.flatMap((group) => group.known).find((each) => each.ref === ref);
    const area = last.current?.isConnected ? last.current : box.current?.querySelector('textarea');
    if (!known || !area) return;
    const key = area.name;
    const inputType = ref.startsWith('inputs.') ? flow.inputSchema[ref.slice('inputs.'.length)]?.type : undefined;
    const placeholder = placeholderOf(known, inputType);
    const { selectionStart, selectionEnd, value } = area;
    write(key, value.slice(0, selectionStart) + placeholder + value.slice(selectionEnd));
    const dots = placeholder.indexOf('…');
    requestAnimationFrame(() => {
      area.focus();
      const at = selectionStart + (dots === -1 ? placeholder.length : dots);
      area.setSelectionRange(at, dots === -1 ? at : at + 1);
    });
  };
  const names: Record<string, string> = {
    all: label,
    en: `${label}: ${texts.english}`,
    de: `${label}: ${texts.german}`,
  };
  return (
    <div className="stack tight">
      <div className="wordings" ref={box}>
        {Object.entries(wordings).map(([key, wording]) => (
          <TextArea
            key={key}
            name={key}
            rows={3}
            label={names[key] ?? label}
            value={wording}
            readOnly={!canEdit}
            aria-invalid={problems.length > 0 ? true : undefined}
            onFocus={(event) => {
              last.current = event.currentTarget;
            }}
            onChange={(event) => write(key, event.target.value, key)}
          />
        ))}
      </div>
      {problems.map((problem) => (
        <p key={problem} className="problem">
          {problem}
        </p>
      ))}
      {canEdit && (
        <div className="actions">
          {groups.length > 0 && (
            <ReferenceSelect
              label={texts.insert}
              isLabelHidden
              value=""
              groups={groups}
              onChange={insert}
              first={[['', texts.insert]]}
            />
          )}
          <button
            type="button"
            className="quiet"
            onClick={() => onChange(typeof text === 'string' ? { en: text, de: text } : wordingOf(text, 'en'))}
          >
            {typeof text === 'string' ? texts.perLanguage : texts.oneText}
          </button>
        </div>
      )}
    </div>
  );
}

/** A language without words is one that the rule does not speak; with none at all both stand open. */
function withWording(text: { en?: string; de?: string }, key: string, wording: string): FlowText {
  const next = { ...text, [key]: wording };
  const filled = Object.entries(next).filter(([, each]) => each !== '');
  return filled.length === 0 ? { en: '', de: '' } : Object.fromEntries(filled);
}
