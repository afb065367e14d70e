import { useTexts } from '../../app/language.ts';
import { Field, problemOf, Select } from '../../ui/form.tsx';
import type { FieldType } from './endpoint-draft.ts';
import { ENDPOINT_TEXTS } from './integrations-texts.ts';

export type Scalar = string | number | boolean | null;

interface Props {
  inputs: { name: string; type: FieldType; required: boolean; description: string }[];
  /** As they are typed. */
  typed: Record<string, string>;
  onChange: (typed: Record<string, string>) => void;
  error: unknown;
}

/** A field per input, of its type. */
export function InputsForm({ inputs, typed, onChange, error }: Props) {
  const texts = useTexts(ENDPOINT_TEXTS);
  return (
    <div className="grid">
      {inputs.map(({ name, type, required, description }) => {
        const label = required ? `${name} (${texts.required})` : name;
        const common = { label, hint: description, required, problem: problemOf(error, `/inputs/${name}`) };
        const value = typed[name] ?? '';
        if (type === 'boolean') {
          return (
            <Select
              key={name}
              {...common}
              value={value}
              onChange={(event) => onChange({ ...typed, [name]: event.target.value })}
              options={[
                ['', '–'],
                ['true', 'true'],
                ['false', 'false'],
              ]}
            />
          );
        }
        return (
          <Field
            key={name}
            {...common}
            type={type === 'number' ? 'number' : 'text'}
            step={type === 'number' ? 'any' : undefined}
            value={value}
            onChange={(event) => onChange({ ...typed, [name]: event.target.value })}
          />
        );
      })}
    </div>
  );
}

/** What was typed, with the types of the inputs; what was left empty is left out. */
export const valuesOf = (
  inputs: readonly { name: string; type: FieldType }[],
  typed: Record<string, string>,
): Record<string, Scalar> =>
  Object.fromEntries(
    inputs.flatMap(({ name, type }) => {
      const text = typed[name] ?? '';
      if (text === '') return [];
      return [[name, type === 'number' ? Number(text) : type === 'boolean' ? text === 'true' : text]];
    }),
  );
