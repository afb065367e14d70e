/** Careful readers of what a bank sent: nothing is assumed, and what is not of the right kind is as if it were absent. */

export type JsonObject = Record<string, unknown>;

/** Longer texts are cut: no field of a booking is longer in any bank's documents. */
const MAX_TEXT = 2_000;

export function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text that can be stored, without blanks around it; null when it is absent or empty. */
export function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.replaceAll('\0', '').toWellFormed().trim().slice(0, MAX_TEXT).toWellFormed();
  return text === '' ? null : text;
}

/** The day of an ISO date or time; null when it is no day of the calendar. */
export function dayOf(value: unknown): string | null {
  const day = typeof value === 'string' ? /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(value)?.[0] : undefined;
  if (!day) return null;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? null : day;
}

/** The first of several fields that has a text. */
export function firstText(object: JsonObject, ...names: string[]): string | null {
  for (const name of names) {
    const text = textOf(object[name]);
    if (text) return text;
  }
  return null;
}
