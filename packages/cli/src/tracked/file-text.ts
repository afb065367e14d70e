import { type Document, isMap, isNode, LineCounter, parse, parseDocument, stringify } from 'yaml';
import { type Content, hashOf, type Kind, normalize } from './kinds.ts';

/** A file as it was read. */
export interface ParsedFile {
  kind: Kind;
  id: string | null;
  content: Content;
  /** As it stands there, for what checks it. */
  raw: Readonly<Record<string, unknown>>;
  /** The line of a JSON pointer, or of the nearest thing around it; from 1. */
  lineOf(pointer: string): number;
}

/** A file that is not even YAML, or no object. */
export class BrokenFileError extends Error {
  override name = 'BrokenFileError';
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

const FRONT_MATTER = /^---\n([\s\S]*?\n)?---\n/;
// Long lines stay whole, so that a changed word is one changed line.
const STYLE = { lineWidth: 0, blockQuote: 'literal' as const };

/** Articles are Markdown under a front matter, everything else is YAML. The same content is always the same text. */
export function renderFile(kind: Kind, id: string | null, content: Content): string {
  const { mainKnowledge, ...fields } = content;
  const yaml = renderYaml({ ...(id !== null && { id }), ...(kind === 'articles' ? fields : content) });
  return kind === 'articles' ? `---\n${yaml}---\n\n${String(mainKnowledge)}\n` : yaml;
}

/** Texts of several lines as they are read; the few that YAML can not show so, such as a blank and a line end, in quotes. */
function renderYaml(fields: Content): string {
  const yaml = stringify(fields, STYLE);
  const isSame = hashOf(parse(yaml) as Content) === hashOf(fields);
  return isSame ? yaml : stringify(fields, { ...STYLE, blockQuote: false });
}

/** @throws BrokenFileError */
export function parseFile(kind: Kind, text: string): ParsedFile {
  const source = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  if (kind !== 'articles') return parseYaml(kind, source, {}, 0);
  const front = FRONT_MATTER.exec(source);
  if (!front) throw new BrokenFileError('An article begins with a front matter between two lines of ---.', 1);
  const mainKnowledge = source.slice(front[0].length).replace(/^\n/, '').replace(/\n$/, '');
  return parseYaml(kind, front[1] ?? '', { mainKnowledge }, 1);
}

function parseYaml(kind: Kind, yaml: string, more: Record<string, unknown>, linesBefore: number): ParsedFile {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const [error] = document.errors;
  if (error) {
    const line = (error.linePos?.[0].line ?? 1) + linesBefore;
    throw new BrokenFileError(error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '', line);
  }
  const read = (document.toJS() ?? {}) as Record<string, unknown>;
  if (typeof read !== 'object' || Array.isArray(read)) throw new BrokenFileError('Fields with names were expected.', 1);
  const { id, ...fields } = read;
  const raw = { ...fields, ...more };
  return {
    kind,
    id: typeof id === 'string' && id !== '' ? id : null,
    content: normalize(kind, raw),
    raw,
    lineOf: (pointer) => lineOf(document, lines, pointer) + linesBefore,
  };
}

function lineOf(document: Document, lines: LineCounter, pointer: string): number {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key.replaceAll('~1', '/').replaceAll('~0', '~')));
  for (let depth = keys.length; depth > 0; depth -= 1) {
    const node = document.getIn(keys.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** Writes the id at the top of a file of a person, and leaves the rest as it is. */
export function insertId(kind: Kind, text: string, id: string): string {
  const source = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const front = kind === 'articles' ? FRONT_MATTER.exec(source) : null;
  const yaml = front ? (front[1] ?? '') : source;
  const document = parseDocument(yaml);
  if (!isMap(document.contents)) return source;
  document.delete('id');
  const rest = document.contents.items.length === 0 ? '' : document.toString(STYLE);
  const withId = `id: ${id}\n${rest}`;
  return front ? `---\n${withId}---\n${source.slice(front[0].length)}` : withId;
}
