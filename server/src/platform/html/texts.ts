/** Texts of a page in both languages side by side, so that nobody writes one and forgets the other. */

export const pair = <T>(en: T, de: T): readonly [T, T] => [en, de];

/** A table of pairs, however deep, as one of its languages sees it. */
export type InLanguage<T> = T extends readonly [infer Text, unknown] ? Text : { [Key in keyof T]: InLanguage<T[Key]> };

/** Takes one column out of a table of pairs. */
export function pickLanguage<T>(table: T, language: 'en' | 'de'): InLanguage<T> {
  return column(table, language === 'en' ? 0 : 1) as InLanguage<T>;
}

function column(table: unknown, position: 0 | 1): unknown {
  if (Array.isArray(table)) return table[position];
  return Object.fromEntries(Object.entries(table as object).map(([key, value]) => [key, column(value, position)]));
}
