/** What a field may be; every one of them may be null too. */
interface FieldTypes {
  text: string;
  boolean: boolean;
  number: number;
  /** On the wire `2026-06-15`. */
  date: Date | string;
  /** On the wire `2026-06-15T09:30:00.000Z`. */
  time: Date | string;
}

type Field = keyof FieldTypes;

/** What is handed in: a field without a value may be null, undefined or left out. */
type Values<F extends Record<string, Field>> = { [Name in keyof F]?: FieldTypes[F[Name]] | null };
type Flat<F> = { [Name in keyof F]: string | number | boolean | null };

const ISO_DATE = /^\d{4}-\d{2}(-\d{2})?$/;
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/**
 * Declares the fields of an answer once. What it returns makes the answers: all fields, always, in this order, null where
 * there is no value. Throws a `TypeError` that names the field when a value has another type, so that a nested object or
 * a "true" fails in your tests and not in a conversation.
 */
export function flatAnswer<const F extends Record<string, Field>>(fields: F): (values: Values<F>) => Flat<F> {
  const names = Object.keys(fields);
  return (values) => {
    const other = Object.keys(values).find((name) => !names.includes(name));
    if (other !== undefined) throw new TypeError(`${other} is not declared: its name would appear only now and then`);
    const entries = names.map((name) => [name, serialize(name, fields[name] as Field, values[name])]);
    return Object.fromEntries(entries) as Flat<F>;
  };
}

function serialize(name: string, field: Field, value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (field === 'date' || field === 'time') return serializeDate(name, field, value);
  const fits = field === 'number' ? Number.isFinite(value) : typeof value === (field === 'text' ? 'string' : field);
  if (!fits) throw wrong(name, field, value);
  return value as string | number | boolean;
}

function serializeDate(name: string, field: 'date' | 'time', value: unknown): string {
  if (value instanceof Date && !Number.isNaN(value.getTime())) {
    return field === 'date' ? value.toISOString().slice(0, 10) : value.toISOString();
  }
  const form = field === 'date' ? ISO_DATE : ISO_TIME;
  if (typeof value === 'string' && form.test(value)) return value;
  throw wrong(name, field, value);
}

const wrong = (name: string, field: Field, value: unknown) =>
  new TypeError(`${name} is declared as ${field} and is ${JSON.stringify(value)}`);
