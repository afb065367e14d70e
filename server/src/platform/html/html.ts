/** Markup that may stand in a page as it is. Only `html` and `raw` make it, so that no other text gets there unescaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Content = Html | string | number | null | undefined | readonly Content[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** For text and for quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** Markup whose values are escaped, lists joined, and absent ones left out. Attributes that hold values must be quoted. */
export function html(parts: TemplateStringsArray, ...values: Content[]): Html {
  let text = parts[0] ?? '';
  for (const [n, value] of values.entries()) text += render(value) + (parts[n + 1] ?? '');
  return new Html(text);
}

/** A constant of the program, such as the style sheet. Never a value from outside. */
export const raw = (text: string): Html => new Html(text);

function render(content: Content): string {
  if (content === null || content === undefined) return '';
  if (content instanceof Html) return content.text;
  if (typeof content === 'object') return content.map(render).join('');
  return escapeHtml(String(content));
}
