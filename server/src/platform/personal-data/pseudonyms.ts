import { replaceNames } from './name-pattern.ts';
import { type PersonalDataKind, replacePersonalData } from './replace-personal-data.ts';

/** Placeholders for personal data, the same for the same value as long as this lives: nobody else's values are in it. */
export interface Pseudonyms {
  /** The text with a placeholder such as `[iban-1]` for each piece of personal data. */
  hide(text: string): string;
  /** Puts the values back; placeholders that were never given stay. */
  restore(text: string): string;
}

const PLACEHOLDER = /\[(?:email|iban|card|tax-id|phone|name|text)-\d{1,6}\]/g;

/** Whether a placeholder stands in the text. */
export const hasPlaceholder = (text: string): boolean => text.search(PLACEHOLDER) !== -1;

/**
 * An empty table of placeholders. One value written in several ways (with blanks, in another case) has one placeholder and
 * is restored as it was written first. What looks like a placeholder in a text is hidden too, so that nobody who writes
 * one is given the value of another. `names` are those of the persons that the texts are about: they are hidden wherever they
 * stand.
 */
export function createPseudonyms(names: readonly string[] = []): Pseudonyms {
  const placeholders = new Map<string, string>();
  const values = new Map<string, string>();
  const counts = new Map<string, number>();
  const placeholderFor = (kind: PersonalDataKind | 'name' | 'text', found: string): string => {
    const key = `${kind}:${kind === 'text' ? found : found.toLowerCase().replace(/[^\p{L}\p{N}@.+]/gu, '')}`;
    const known = placeholders.get(key);
    if (known !== undefined) return known;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const placeholder = `[${kind}-${count}]`;
    placeholders.set(key, placeholder);
    values.set(placeholder, found);
    return placeholder;
  };
  return {
    // First of all, before any of our own stand in the text.
    hide: (text) => {
      const safe = text.replace(PLACEHOLDER, (found) => placeholderFor('text', found));
      return replaceNames(replacePersonalData(safe, placeholderFor), (found) => placeholderFor('name', found), names);
    },
    restore: (text) => text.replace(PLACEHOLDER, (found) => values.get(found) ?? found),
  };
}
