/** A small XML element that is held as a whole: one entry of a statement, its balance, its account. */

export interface Element {
  name: string;
  text: string;
  /** Only `Ccy` is ever asked for. */
  currency: string | null;
  children: Element[];
  line: number;
}

/** The first element down this path; null when there is none. */
export function find(element: Element | null, ...path: string[]): Element | null {
  let found: Element | null = element;
  for (const name of path) {
    found = found?.children.find((child) => child.name === name) ?? null;
    if (!found) return null;
  }
  return found;
}

export function findAll(element: Element | null, name: string): Element[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The text at the end of a path, without blanks around; null when it is empty. */
export function textAt(element: Element | null, ...path: string[]): string | null {
  const text = find(element, ...path)?.text.trim();
  return text === undefined || text === '' ? null : text;
}
