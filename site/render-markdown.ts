/** Markdown of a guide → HTML without inline styles or scripts, its headings, and its text by section. */
import { Marked, type Token, type Tokens } from 'marked';
import { escapeHtml } from './escape-html.ts';
import { highlight } from './highlight.ts';

export interface Heading {
  depth: number;
  text: string;
  anchor: string;
}

export interface Section {
  heading: string;
  /** Empty for what stands before the first heading below the title. */
  anchor: string;
  text: string;
}

export interface Rendered {
  title: string;
  /** The first paragraph, in one line, without marks. */
  summary: string;
  html: string;
  headings: Heading[];
  sections: Section[];
}

export interface RenderOptions {
  /** Where a link leads; null: to nothing that is served. */
  link(target: string): string | null;
  /** What the reader of a page is shown of a link whose text is the name of a file; null: its text. */
  titleInstead(target: string, text: string): string | null;
  /** Width and height of a picture, so that nothing moves when it comes. */
  sizeOf(target: string): { width: number; height: number };
}

/** Throws when there is no title. */
export function renderMarkdown(markdown: string, options: RenderOptions): Rendered {
  const marked = createMarked(options);
  const tokens = marked.lexer(markdown);
  const title = tokens.find((token): token is Tokens.Heading => token.type === 'heading' && token.depth === 1);
  if (!title) throw new Error('It has no title: a line that begins with "# ".');
  const first = tokens.find((token) => token.type === 'paragraph' && !token.raw.startsWith('!['));
  return {
    title: plainText(title),
    summary: first ? plainText(first) : '',
    html: dressTables(marked.parser(tokens)),
    headings: listHeadings(tokens).filter(({ depth }) => depth > 1),
    sections: divide(tokens),
  };
}

function createMarked({ link, titleInstead, sizeOf }: RenderOptions): Marked {
  const anchors = anchorMaker();
  return new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const anchor = anchors(plainText({ tokens }));
        const html = this.parser.parseInline(tokens);
        if (depth === 1) return `<h1>${html}</h1>\n`;
        return `<h${depth} id="${anchor}"><a class="anchor" href="#${anchor}">${html}</a></h${depth}>\n`;
      },
      code({ text, lang = '' }) {
        const html = highlight(text, lang.split(/\s/)[0] ?? '');
        return `<div class="code"><pre tabindex="0"><code>${html}</code></pre></div>\n`;
      },
      link({ href, text, tokens }) {
        const target = link(href);
        const title = titleInstead(href, text);
        const html = title === null ? this.parser.parseInline(tokens) : escapeHtml(title);
        return target === null ? html : `<a href="${escapeHtml(target)}">${html}</a>`;
      },
      image({ href, text }) {
        const { width, height } = sizeOf(href);
        const source = escapeHtml(link(href) ?? href);
        return `<img src="${source}" alt="${escapeHtml(text)}" width="${width}" height="${height}" loading="lazy">`;
      },
      html({ text }) {
        return text.startsWith('<!--') ? '' : escapeHtml(text);
      },
    },
  });
}

/** Wide ones scroll by themselves, by keyboard too; a corner without words is no heading. */
const dressTables = (html: string) =>
  html
    .replaceAll('<table>', '<div class="table" role="group" aria-label="Table" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
    .replaceAll(/<th( [^>]*)?><\/th>/g, '<td></td>');

function listHeadings(tokens: Token[]): Heading[] {
  const anchors = anchorMaker();
  return tokens
    .filter((token): token is Tokens.Heading => token.type === 'heading')
    .map((token) => ({ depth: token.depth, text: plainText(token), anchor: anchors(plainText(token)) }));
}

/** Anchors as GitHub makes them, so that links between files hold there too. */
function anchorMaker(): (text: string) => string {
  const seen = new Map<string, number>();
  return (text) => {
    const base = text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-');
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    return count === 0 ? base : `${base}-${count}`;
  };
}

/** The text between two headings, for the search. */
function divide(tokens: Token[]): Section[] {
  const headings = listHeadings(tokens);
  const sections: Section[] = [];
  for (const token of tokens) {
    if (token.type === 'heading') {
      const { text = '', anchor = '', depth = 1 } = headings.shift() ?? {};
      sections.push({ heading: text, anchor: depth === 1 ? '' : anchor, text: '' });
    } else if (sections.length > 0) {
      const last = sections[sections.length - 1] as Section;
      last.text = `${last.text} ${plainText(token)}`.replaceAll(/\s+/g, ' ').trim();
    }
  }
  return sections;
}

/** What a reader reads of a token: no marks, no addresses. */
function plainText(token: Token | { tokens: Token[] }): string {
  const { type, tokens, items, rows, header, text } = token as Partial<Tokens.Generic>;
  const parts = (tokens ?? items) as Token[] | undefined;
  const between = items || type === 'list_item' || type === 'blockquote' ? ' ' : '';
  if (parts) return parts.map(plainText).join(between).replaceAll(/\s+/g, ' ').trim();
  if (rows) return [header, ...rows].map((row: Token[]) => row.map(plainText).join(' ')).join(' ');
  return typeof text === 'string' ? decodeEntities(text) : ' ';
}

const decodeEntities = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
