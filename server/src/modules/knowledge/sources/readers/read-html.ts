import { DomUtils, parseDocument } from 'htmlparser2';
import type { ReadPage } from '../source.types.ts';
import { capBlocks, tidy } from './blocks.ts';
import { findMain } from './find-main.ts';
import { attribute, isElement, type Node, nameOf } from './html-tree.ts';

const SKIPPED = new Set(
  'script style noscript template svg canvas iframe object embed audio video form button input select textarea dialog head'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'p div section article main header footer aside nav blockquote pre figure figcaption address details summary dl dt dd fieldset hr body html center td th tr tbody thead'.split(
    ' ',
  ),
);

/** The readable text of a page, without menus, banners and footers, in the order of the page. `url` is where it was fetched. */
export function readHtml(html: string, url: string | null): ReadPage {
  const document = parseDocument(html);
  const main = findMain(document);
  const out = createWriter();
  writeChildren(main, out);
  out.flush();
  const root = DomUtils.findOne((element) => element.name === 'html', document.children, true);
  return {
    title: titleOf(document),
    paragraphs: capBlocks(out.blocks),
    language: root ? (attribute(root, 'lang')?.slice(0, 2).toLowerCase() ?? null) : null,
    canonicalUrl: absolute(canonicalOf(document), url),
    links: linksOf(document, url),
  };
}

interface Writer {
  blocks: string[];
  text(value: string): void;
  flush(prefix?: string): void;
}

function createWriter(): Writer {
  let current = '';
  const blocks: string[] = [];
  return {
    blocks,
    text: (value) => {
      current += value;
    },
    flush: (prefix = '') => {
      const text = tidy(current);
      current = '';
      if (text !== '') blocks.push(prefix + text);
    },
  };
}

function writeChildren(node: Node, out: Writer) {
  for (const child of childrenOf(node)) write(child, out);
}

function write(node: Node, out: Writer) {
  if (node.type === 'text') return out.text((node as unknown as { data: string }).data.replaceAll(/\s+/g, ' '));
  if (!isElement(node)) return;
  const name = nameOf(node);
  if (SKIPPED.has(name) || attribute(node, 'hidden') !== undefined || attribute(node, 'aria-hidden') === 'true') return;
  if (name === 'br') return out.text('\n');
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level) {
    out.flush();
    writeChildren(node, out);
    return out.flush(`${'#'.repeat(Number(level))} `);
  }
  if (name === 'ul' || name === 'ol') {
    out.flush();
    const list = listOf(node, name === 'ol', 0);
    if (list !== '') out.blocks.push(list);
    return;
  }
  if (name === 'table') {
    out.flush();
    const table = tableOf(node);
    if (table !== '') out.blocks.push(table);
    return;
  }
  if (!BLOCKS.has(name)) return writeChildren(node, out);
  out.flush();
  writeChildren(node, out);
  out.flush();
}

/** A list is one block: its items belong together. Depth beyond six is written at six. */
function listOf(list: Node, isNumbered: boolean, depth: number): string {
  const items = childrenOf(list).filter((child) => isElement(child) && nameOf(child) === 'li');
  return items
    .map((item, n) => {
      const inner = createWriter();
      const nested: string[] = [];
      for (const child of childrenOf(item)) {
        const name = isElement(child) ? nameOf(child) : '';
        if (name === 'ul' || name === 'ol') nested.push(listOf(child, name === 'ol', Math.min(depth + 1, 6)));
        else write(child, inner);
      }
      inner.flush();
      const line = `${'  '.repeat(depth)}${isNumbered ? `${n + 1}.` : '-'} ${inner.blocks.join(' ').replaceAll('\n', ' ')}`;
      return [line, ...nested].filter((text) => text.trim() !== '-').join('\n');
    })
    .filter((text) => text.trim() !== '')
    .join('\n');
}

/** Rows as `a | b | c`: enough for people and for search. What stands in a table within a cell is text of that cell. */
function tableOf(table: Node): string {
  return rowsOf(table)
    .map((row) =>
      childrenOf(row)
        .filter(isElement)
        .map((cell) => tidy(DomUtils.textContent(cell as never)).replaceAll('\n', ' '))
        .join(' | '),
    )
    .filter((line) => line.replaceAll(/[\s|]/g, '') !== '')
    .join('\n');
}

const rowsOf = (node: Node): Node[] =>
  childrenOf(node).flatMap((child) => {
    if (!isElement(child) || child.name === 'table') return [];
    return child.name === 'tr' ? [child] : rowsOf(child);
  });

const childrenOf = (node: Node): Node[] => (node as { children?: Node[] }).children ?? [];

function titleOf(document: Node): string | null {
  const find = (test: (element: { name: string }) => boolean) =>
    DomUtils.findOne(test, childrenOf(document) as never, true);
  const heading = find((element) => element.name === 'h1') ?? find((element) => element.name === 'title');
  const text = heading ? tidy(DomUtils.textContent(heading)).replaceAll('\n', ' ') : '';
  return text === '' ? null : text.slice(0, 500);
}

function canonicalOf(document: Node): string | null {
  const link = DomUtils.findOne(
    (element) => element.name === 'link' && element.attribs.rel === 'canonical',
    childrenOf(document) as never,
    true,
  );
  return link?.attribs.href ?? null;
}

function linksOf(document: Node, url: string | null): string[] {
  const base = DomUtils.findOne((element) => element.name === 'base', childrenOf(document) as never, true);
  const from = absolute(base?.attribs.href ?? null, url) ?? url;
  const anchors = DomUtils.findAll(
    (element) => element.name === 'a' && 'href' in element.attribs,
    childrenOf(document) as never,
  );
  const links = anchors.map((anchor) => absolute(anchor.attribs.href ?? null, from)).filter((link) => link !== null);
  return [...new Set(links)];
}

/** Null for what is no address on the web. */
function absolute(href: string | null, base: string | null): string | null {
  if (href === null || !URL.canParse(href, base ?? undefined)) return null;
  const address = new URL(href, base ?? undefined);
  if (address.protocol !== 'https:' && address.protocol !== 'http:') return null;
  address.hash = '';
  return address.href;
}
