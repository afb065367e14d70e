import { type FormEvent, useState } from 'react';
import { useTexts } from '../../app/language.ts';
import { Check, Field, Select } from '../../ui/form.tsx';
import { columnsOf, type Delimiter, guessLayout, guessRoles, type HeadColumn } from './csv-head.ts';
import { MAPPING_TEXTS } from './mapping-texts.ts';

type Role = keyof typeof MAPPING_TEXTS.roles;

/** As the import takes it. */
export interface ColumnMapping {
  columns: Partial<Record<Role, string[]>>;
  delimiter: Delimiter;
  headerLine: number;
  dateOrder?: 'dmy' | 'mdy';
  decimal?: ',' | '.';
  currency?: string;
  purchasesArePositive?: true;
}

/** A CSV file whose columns somebody can name. */
export interface Mappable {
  name: string;
  /** Its beginning. */
  lines: string[];
}

/** What was chosen, beside the columns; empty: the server finds it out. */
interface Format {
  headerLine: string;
  delimiter: Delimiter;
  dateOrder: '' | 'dmy' | 'mdy';
  decimal: '' | ',' | '.';
  currency: string;
  purchasesArePositive: boolean;
}

/** Values of a column that are shown. */
const SHOWN = 3;

interface Props {
  file: Mappable;
  /** What was tried before. */
  mapping: ColumnMapping | null;
  onChosen: (mapping: ColumnMapping) => void;
  onDiscard: () => void;
}

/** For exports that are not read by themselves, or not rightly: their first rows, and what each column is. */
export function ImportMapping({ file, mapping, onChosen, onDiscard }: Props) {
  const texts = useTexts(MAPPING_TEXTS);
  const [format, setFormat] = useState(() => formatOf(file, mapping));
  // By heading; what nobody has chosen is as it looks.
  const [chosen, setChosen] = useState(() => rolesOf(mapping));
  const columns = columnsOf(file.lines, { delimiter: format.delimiter, headerLine: Number(format.headerLine) || 1 });
  const guesses = guessRoles(columns);
  const roles = columns.map(({ heading }, n) => (chosen ? (chosen.get(heading) ?? '') : (guesses[n] ?? '')));
  const has = (role: Role) => columns.some(({ heading }, n) => heading !== '' && roles[n] === role);
  const isComplete = has('bookingDate') && (has('amount') || has('debit') || has('credit'));
  const choose = (heading: string, role: Role | '') => {
    const known = new Map(columns.map((column, n) => [column.heading, roles[n] ?? ''] as const));
    setChosen(known.set(heading, role));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChosen(mappingOf(columns, roles, format));
  };
  return (
    <form className="card" onSubmit={submit}>
      <h3>{texts.title}</h3>
      <p>{texts.intro(file.name)}</p>
      <FormatFields
        format={format}
        most={file.lines.length}
        onChange={(change) => setFormat({ ...format, ...change })}
      />
      <ColumnTable columns={columns} roles={roles} onChoose={choose} />
      {!isComplete && <p role="status">{texts.needed}</p>}
      <div className="actions">
        <button type="submit" className="main" disabled={!isComplete}>
          {texts.go}
        </button>
        <button type="button" onClick={onDiscard}>
          {texts.discard}
        </button>
      </div>
    </form>
  );
}

interface FormatProps {
  format: Format;
  /** The last line that can be that of the headings. */
  most: number;
  onChange: (change: Partial<Format>) => void;
}

function FormatFields({ format, most, onChange }: FormatProps) {
  const texts = useTexts(MAPPING_TEXTS);
  const options = <K extends string>(words: Record<K, string>) => Object.entries(words) as [K, string][];
  return (
    <div className="grid">
      <Field
        label={texts.headerLine}
        type="number"
        required
        min={1}
        max={most}
        value={format.headerLine}
        onChange={(event) => onChange({ headerLine: event.target.value })}
      />
      <Select
        label={texts.delimiter}
        value={format.delimiter}
        onChange={(event) => onChange({ delimiter: event.target.value as Delimiter })}
        options={options(texts.delimiters)}
      />
      <Select
        label={texts.dateOrder}
        value={format.dateOrder}
        onChange={(event) => onChange({ dateOrder: event.target.value as Format['dateOrder'] })}
        options={options(texts.dateOrders)}
      />
      <Select
        label={texts.decimal}
        value={format.decimal}
        onChange={(event) => onChange({ decimal: event.target.value as Format['decimal'] })}
        options={options(texts.decimals)}
      />
      <Field
        label={texts.currency}
        pattern="[A-Z]{3}"
        placeholder="EUR"
        value={format.currency}
        onChange={(event) => onChange({ currency: event.target.value.toUpperCase() })}
      />
      <Check
        label={texts.purchasesArePositive}
        checked={format.purchasesArePositive}
        onChange={(event) => onChange({ purchasesArePositive: event.target.checked })}
      />
    </div>
  );
}

interface TableProps {
  columns: HeadColumn[];
  roles: (Role | '')[];
  onChoose: (heading: string, role: Role | '') => void;
}

function ColumnTable({ columns, roles, onChoose }: TableProps) {
  const texts = useTexts(MAPPING_TEXTS);
  return (
    <table className="mapping">
      <thead>
        <tr>
          <th scope="col">{texts.rows}</th>
          <th scope="col">{texts.role}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ heading, values }, n) => (
          <tr key={`${n} ${heading}`}>
            <th scope="row">
              {heading || texts.unnamed}
              {values.slice(0, SHOWN).map((value, row) => (
                <small key={`${row} ${value}`} className="block">
                  {value}
                </small>
              ))}
            </th>
            <td>
              {heading !== '' && (
                <select
                  aria-label={texts.roleOf(heading)}
                  value={roles[n]}
                  onChange={(event) => onChoose(heading, event.target.value as Role | '')}
                >
                  <option value="">{texts.unused}</option>
                  {Object.entries(texts.roles).map(([role, words]) => (
                    <option key={role} value={role}>
                      {words}
                    </option>
                  ))}
                </select>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function formatOf(file: Mappable, mapping: ColumnMapping | null): Format {
  const { delimiter, headerLine } = mapping ?? guessLayout(file.lines);
  return {
    delimiter,
    headerLine: String(headerLine),
    dateOrder: mapping?.dateOrder ?? '',
    decimal: mapping?.decimal ?? '',
    currency: mapping?.currency ?? '',
    purchasesArePositive: mapping?.purchasesArePositive ?? false,
  };
}

function rolesOf(mapping: ColumnMapping | null): ReadonlyMap<string, Role | ''> | null {
  if (!mapping) return null;
  const entries = Object.entries(mapping.columns) as [Role, string[]][];
  return new Map(entries.flatMap(([role, headings]) => headings.map((heading) => [heading, role] as const)));
}

function mappingOf(columns: HeadColumn[], roles: (Role | '')[], format: Format): ColumnMapping {
  const named: ColumnMapping['columns'] = {};
  for (const [n, { heading }] of columns.entries()) {
    const role = roles[n];
    if (role && heading !== '') named[role] = [...(named[role] ?? []), heading];
  }
  const { delimiter, headerLine, dateOrder, decimal, currency, purchasesArePositive } = format;
  return {
    columns: named,
    delimiter,
    headerLine: Number(headerLine),
    ...(dateOrder && { dateOrder }),
    ...(decimal && { decimal }),
    ...(currency && { currency }),
    ...(purchasesArePositive && { purchasesArePositive }),
  };
}
