import type { ReactNode } from 'react';
import { useTexts } from '../../app/language.ts';
import { Check, Field, Select } from '../../ui/form.tsx';
import type { FieldDraft, FieldType } from './endpoint-draft.ts';
import { ENDPOINT_TEXTS } from './integrations-texts.ts';

interface Props<Row extends FieldDraft> {
  legend: string;
  rows: Row[];
  onChange: (rows: Row[]) => void;
  make: () => Row;
  canEdit: boolean;
  /** Further fields of a row. */
  more?: (row: Row, put: (next: Partial<Row>) => void) => ReactNode;
}

/** Typed fields by their names: of an endpoint, an action, an attribute. */
export function FieldRows<Row extends FieldDraft>({ legend, rows, onChange, make, canEdit, more }: Props<Row>) {
  const texts = useTexts(ENDPOINT_TEXTS);
  const put = (index: number, next: Partial<Row>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...next } : row)));
  return (
    <fieldset className="field-rows">
      <legend>{legend}</legend>
      {rows.map((row, index) => (
        // Names change while they are typed; rows are told apart by where they stand.
        <div key={index} className="field-row" role="group" aria-label={row.name || String(index + 1)}>
          <Field
            label={texts.field}
            value={row.name}
            disabled={!canEdit}
            onChange={(event) => put(index, { name: event.target.value } as Partial<Row>)}
          />
          <Select
            label={texts.type}
            value={row.type}
            disabled={!canEdit}
            onChange={(event) => put(index, { type: event.target.value as FieldType } as Partial<Row>)}
            options={(['string', 'number', 'boolean'] as const).map((type) => [type, texts.types[type]])}
          />
          <Field
            label={texts.meaning}
            value={row.description}
            disabled={!canEdit}
            onChange={(event) => put(index, { description: event.target.value } as Partial<Row>)}
          />
          <div className="field-row-end">
            {row.required !== undefined && (
              <Check
                label={texts.required}
                checked={row.required}
                disabled={!canEdit}
                onChange={() => put(index, { required: !row.required } as Partial<Row>)}
              />
            )}
            {canEdit && (
              <button
                type="button"
                className="quiet"
                aria-label={texts.removeField(row.name)}
                title={texts.removeField(row.name)}
                onClick={() => onChange(rows.toSpliced(index, 1))}
              >
                ✕
              </button>
            )}
          </div>
          {more && <div className="wide">{more(row, (next) => put(index, next))}</div>}
        </div>
      ))}
      {canEdit && (
        <div>
          <button type="button" onClick={() => onChange([...rows, make()])}>
            + {texts.addField}
          </button>
        </div>
      )}
    </fieldset>
  );
}
