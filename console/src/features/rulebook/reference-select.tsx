import { useId } from 'react';
import { useTexts } from '../../app/language.ts';
import type { KnownGroup } from './catalogue.ts';
import { FORM_TEXTS } from './form-texts.ts';

interface Props {
  label: string;
  value: string;
  groups: readonly KnownGroup[];
  onChange: (value: string) => void;
  /** Before the groups. */
  first: [value: string, text: string][];
  disabled?: boolean;
  problem?: string;
  /** The label is for those who do not see where it stands. */
  isLabelHidden?: boolean;
}

/** Picks something that is known, by its name and not by how it is written. */
export function ReferenceSelect({ label, value, groups, onChange, first, disabled, problem, isLabelHidden }: Props) {
  const texts = useTexts(FORM_TEXTS);
  const id = useId();
  const isListed =
    first.some(([each]) => each === value) || groups.some(({ known }) => known.some(({ ref }) => ref === value));
  return (
    <div className="field">
      {!isLabelHidden && <label htmlFor={id}>{label}</label>}
      <select
        id={id}
        aria-label={isLabelHidden ? label : undefined}
        aria-invalid={problem ? true : undefined}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      >
        {first.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
        {!isListed && <option value={value}>{texts.unknownReference(value)}</option>}
        {groups.map(({ kind, known }) => (
          <optgroup key={kind} label={texts.groups[kind]}>
            {known.map(({ ref, name }) => (
              <option key={ref} value={ref}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {problem && <p className="problem">{problem}</p>}
    </div>
  );
}
