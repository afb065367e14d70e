import { useId } from 'react';
import { Field } from '../../ui/form.tsx';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What it may read. */
  suggestions: readonly string[];
  disabled: boolean;
  problem?: string;
  hint?: string;
}

/** An expression, with what it may read to choose from. */
export function ExpressionField({ suggestions, onChange, ...field }: Props) {
  const id = useId();
  return (
    <div className="field">
      <Field {...field} list={id} spellCheck={false} onChange={(event) => onChange(event.target.value)} />
      <datalist id={id}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </div>
  );
}
