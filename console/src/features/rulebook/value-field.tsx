import { useTexts } from '../../app/language.ts';
import { Field, Select } from '../../ui/form.tsx';
import type { KnownGroup } from './catalogue.ts';
import type { FlowValue, Literal, ValueType } from './flow.types.ts';
import { FORM_TEXTS } from './form-texts.ts';
import { ReferenceSelect } from './reference-select.tsx';

interface LiteralProps {
  label: string;
  type: ValueType | null;
  value: Literal;
  onChange: (value: Literal) => void;
  disabled?: boolean;
  problem?: string;
}

/** A value of its type: a number, a day, yes or no, a text. */
export function LiteralField({ label, type, value, onChange, disabled, problem }: LiteralProps) {
  const texts = useTexts(FORM_TEXTS);
  if (type === 'boolean') {
    return (
      <Select
        label={label}
        value={String(value)}
        disabled={disabled}
        problem={problem}
        onChange={(event) => onChange(event.target.value === 'null' ? null : event.target.value === 'true')}
        options={[
          ['true', texts.yes],
          ['false', texts.no],
          ['null', texts.nothing],
        ]}
      />
    );
  }
  const isNumber = type === 'number';
  return (
    <Field
      label={label}
      type={isNumber ? 'number' : type === 'date' ? 'date' : 'text'}
      step={isNumber ? 'any' : undefined}
      value={value === null ? '' : String(value)}
      disabled={disabled}
      problem={problem}
      onChange={({ target }) => {
        if (!isNumber) return onChange(target.value);
        return onChange(target.value === '' ? null : Number(target.value));
      }}
    />
  );
}

/** What a new value of the type is. */
export const emptyValue = (type: ValueType | null): Literal => (type === 'boolean' ? true : type === 'number' ? 0 : '');

interface Props {
  label: string;
  type: ValueType | null;
  /** undefined: not given. */
  value: FlowValue | undefined;
  groups: readonly KnownGroup[];
  onChange: (value: FlowValue | undefined) => void;
  mayBeMissing?: boolean;
  disabled?: boolean;
  problem?: string;
}

/** Something that is known, or a value that is the same for everybody. */
export function ValueField({ label, type, value, groups, onChange, mayBeMissing, disabled, problem }: Props) {
  const texts = useTexts(FORM_TEXTS);
  const isReference = typeof value === 'object' && value !== null;
  const chosen = value === undefined ? 'none' : isReference ? value.ref : 'fixed';
  const choose = (next: string) => {
    if (next === 'none') return onChange(undefined);
    return onChange(next === 'fixed' ? emptyValue(type) : { ref: next });
  };
  const isFixed = value !== undefined && !isReference;
  return (
    <div className={isFixed ? 'value-pair' : 'field'}>
      <ReferenceSelect
        label={label}
        value={chosen}
        groups={groups}
        onChange={choose}
        disabled={disabled}
        problem={isFixed ? undefined : problem}
        first={[...(mayBeMissing ? [['none', texts.notGiven] as [string, string]] : []), ['fixed', texts.fixed]]}
      />
      {isFixed && (
        <LiteralField
          label={texts.value}
          type={type ?? (typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'string')}
          value={value}
          onChange={onChange}
          disabled={disabled}
          problem={problem}
        />
      )}
    </div>
  );
}
