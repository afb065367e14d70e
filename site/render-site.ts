/** All pages of the site, rendered, with their neighbours. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Described, writeDecisions, writeFrontPage } from './front-page.ts';
import { DECISIONS, type LinkSpace, resolveLink, rewriteLinks, titleInstead } from './links.ts';
import { type Part, readSources, type Source } from './pages.ts';
import { type Rendered, renderMarkdown } from './render-markdown.ts';
import type { PageLink } from './template.ts';

export interface BuiltPage extends Rendered {
  slug: string;
  /** Path of its Markdown in the repository. */
  file: string;
  /** Its Markdown as it is served, with links that hold on the site. */
  twin: string;
  previous: PageLink | null;
  next: PageLink | null;
}

export function renderSite(root: string): { parts: Part[]; pages: BuiltPage[] } {
  const { parts, pages: sources } = readSources(root);
  const space = {
    slugs: new Map(sources.map(({ file, slug }) => [file, slug])),
    titles: new Map(sources.map(({ file, markdown }) => [file, /^# (.+)$/m.exec(markdown)?.[1] ?? file])),
  };
  const guides = sources.map((source) => attempt(source.file, () => render(root, space, source)));
  const isDecision = ({ slug }: Described) => slug.startsWith('decisions/');
  const lists = [
    writeFrontPage(
      root,
      parts,
      guides.filter((page) => !isDecision(page)),
    ),
    writeDecisions(guides.filter(isDecision)),
  ].map((source) => render(root, space, source));
  const pages = [...lists, ...guides];
  return { parts, pages: withNeighbours(parts, pages) };
}

type Unlinked = Omit<BuiltPage, 'previous' | 'next'>;

function render(root: string, space: LinkSpace, source: Source): Unlinked {
  const { file, slug, markdown } = source;
  const rendered = renderMarkdown(markdown, {
    link: (target) => resolveLink(space, source, target, ''),
    titleInstead: (target, text) => titleInstead(space, source, target, text),
    sizeOf: (target) => sizeOfPng(path.join(root, path.dirname(file), target)),
  });
  return { ...rendered, slug, file, twin: rewriteLinks(space, source, markdown) };
}

/** In the order of the parts; the last page leads to no other. */
function withNeighbours(parts: readonly Part[], pages: readonly Unlinked[]): BuiltPage[] {
  const order = parts.flatMap((part) => part.pages);
  const titles = new Map(pages.map(({ slug, title }) => [slug, title]));
  const linkTo = (slug: string | undefined) => {
    const title = titles.get(slug ?? '');
    return slug && title ? { slug, title } : null;
  };
  return pages.map((page) => {
    const at = order.indexOf(page.slug);
    if (page.slug === 'index') return { ...page, previous: null, next: linkTo(order[0]) };
    if (page.slug.startsWith('decisions/') && page.slug !== DECISIONS) {
      return { ...page, previous: linkTo(DECISIONS), next: null };
    }
    return {
      ...page,
      previous: linkTo(at > 0 ? order[at - 1] : undefined),
      next: at < 0 ? null : linkTo(order[at + 1]),
    };
  });
}

/** From the header of the file: https://www.w3.org/TR/png-3/#11IHDR */
function sizeOfPng(file: string): { width: number; height: number } {
  const bytes = readFileSync(file);
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') throw new Error(`${file} is no PNG.`);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function attempt<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
