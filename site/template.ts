/** The frame around each page: plain HTML that needs no script. */
import { escapeHtml } from './escape-html.ts';
import type { Part } from './pages.ts';
import type { Heading } from './render-markdown.ts';

export interface PageView {
  slug: string;
  title: string;
  summary: string;
  html: string;
  headings: Heading[];
  previous: PageLink | null;
  next: PageLink | null;
}

export interface PageLink {
  slug: string;
  title: string;
}

/** What is the same on every page. */
export interface SiteView {
  version: string;
  parts: readonly Part[];
  titles: ReadonlyMap<string, string>;
  /** Names of the built files, relative to `/docs/`. */
  styles: string;
  script: string;
  searchIndex: string;
}

export function writePage(site: SiteView, page: PageView): string {
  const up = '../'.repeat(page.slug.split('/').length - 1);
  const home = up || './';
  const isFront = page.slug === 'index';
  const contents = listContents(page.headings);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${isFront ? 'Kontor: documentation' : `${escapeHtml(page.title)} · Kontor`}</title>
<meta name="description" content="${escapeHtml(shorten(page.summary))}">
<link rel="alternate" type="text/markdown" href="${up}${page.slug}.md" title="This page as Markdown">
<link rel="icon" href="${up}assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${up}${site.styles}">
<script type="module" src="${up}${site.script}" data-index="${up}${site.searchIndex}" data-home="${home}"></script>
</head>
<body>
<a class="skip" href="#content">Skip to the text</a>
<header class="top">
<a class="brand" href="${home}"><img src="${up}assets/icon.svg" alt="" width="24" height="24">Kontor</a>
<span class="search-place"></span>
<nav class="beside" aria-label="Beside the guides">
<a href="${up}api">Reference</a>
<a href="${up}../console">Console</a>
</nav>
</header>
<div class="frame">
<nav class="pages" aria-label="Pages">${listPages(site, page.slug, up)}</nav>
<div class="middle">
<details class="pages-small"><summary>All pages</summary>${listPages(site, page.slug, up)}</details>
<main id="content" tabindex="-1">
${page.html}</main>
<footer>
${listNeighbours(page, up)}<p><a href="${up}${page.slug}.md">This page as Markdown</a> · Kontor ${escapeHtml(site.version)}</p>
</footer>
</div>
${contents && !isFront ? `<nav class="contents" aria-label="On this page"><p>On this page</p>${contents}</nav>` : '<div></div>'}
</div>
</body>
</html>
`;
}

function listPages(site: SiteView, current: string, up: string): string {
  const link = (slug: string) => {
    const here = slug === current || (slug === 'decisions/index' && current.startsWith('decisions/'));
    const mark = here ? ` aria-current="${slug === current ? 'page' : 'true'}"` : '';
    return `<li><a href="${up}${slug}"${mark}>${escapeHtml(site.titles.get(slug) ?? slug)}</a></li>`;
  };
  return site.parts
    .map(({ title, pages }) => `<p>${escapeHtml(title)}</p><ul>${pages.map(link).join('')}</ul>`)
    .join('\n');
}

/** Two levels, and nothing for a page that is short. */
function listContents(headings: readonly Heading[]): string {
  const shown = headings.filter(({ depth }) => depth <= 3);
  if (shown.length < 2) return '';
  const line = ({ anchor, text, depth }: Heading) =>
    `<li${depth === 3 ? ' class="below"' : ''}><a href="#${anchor}">${escapeHtml(text)}</a></li>`;
  return `<ul>${shown.map(line).join('')}</ul>`;
}

function listNeighbours({ previous, next }: PageView, up: string): string {
  if (!previous && !next) return '';
  const link = (page: PageLink | null, word: string, rel: string) =>
    page
      ? `<a rel="${rel}" href="${up}${page.slug}"><span>${word}</span> ${escapeHtml(page.title)}</a>`
      : '<span></span>';
  return `<nav class="neighbours" aria-label="Before and after">${link(previous, 'Before', 'prev')}${link(next, 'Next', 'next')}</nav>\n`;
}

const shorten = (text: string) => (text.length <= 160 ? text : `${text.slice(0, 157).replace(/\s+\S*$/, '')} …`);
