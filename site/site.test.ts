/** The documentation as it is built: nothing in it leads nowhere, and nothing is asked of anybody else. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { highlight } from './highlight.ts';
import { readSources } from './pages.ts';
import { renderMarkdown } from './render-markdown.ts';
import { renderSite } from './render-site.ts';
import { listOperations } from './search-index.ts';
import { type SiteView, writePage } from './template.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const { parts, pages } = renderSite(ROOT);
const view: SiteView = {
  version: '1.2.3',
  parts,
  titles: new Map(pages.map(({ slug, title }) => [slug, title])),
  styles: 'assets/site.css',
  script: 'assets/site.js',
  searchIndex: 'assets/search.json',
};
const written = new Map(pages.map((page) => [page.slug, writePage(view, page)]));
/** What the server has beside the pages. */
const BESIDE = ['/docs/api', '/docs/reference.md', '/console', '/openapi.json', '/llms.txt', '/llms-full.txt'];

const idsOf = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
const isPicture = (at: string) => /^\/docs\/(images|assets)\//.test(at);

/** Null, or what is wrong with the address `href` on the page `slug`. */
function problemOf(slug: string, href: string): string | null {
  const { origin, pathname, hash } = new URL(href, `http://site/docs/${slug === 'index' ? '' : slug}`);
  if (origin !== 'http://site') return origin.startsWith('https:') ? null : `${slug}: ${href} is not https`;
  if (BESIDE.includes(pathname)) return null;
  if (isPicture(pathname)) return problemOfPicture(slug, pathname);
  const name = pathname.replace(/^\/docs\//, '') || 'index';
  if (name.endsWith('.md')) return written.has(name.slice(0, -3)) ? null : `${slug}: no page ${name}`;
  const html = written.get(name);
  if (!html) return `${slug}: no page ${href}`;
  const anchor = decodeURIComponent(hash.slice(1));
  return anchor === '' || idsOf(html).includes(anchor) ? null : `${slug}: no heading ${href}`;
}

function problemOfPicture(slug: string, pathname: string): string | null {
  if (/^\/docs\/assets\/(site|search|icon)\./.test(pathname)) return null;
  return existsSync(path.join(ROOT, pathname)) ? null : `${slug}: no picture ${pathname}`;
}

test('no link and no anchor is dead, on no page and in no twin', () => {
  const links = pages.flatMap(({ slug, twin }) => [
    ...[...(written.get(slug) ?? '').matchAll(/(?:href|src)="([^"]+)"/g)].map(([, href = '']) => ({ slug, href })),
    ...[...withoutCode(twin).matchAll(/\]\(([^()\s]+)\)/g)].map(([, href = '']) => ({ slug, href })),
  ]);
  expect(links.length).toBeGreaterThan(1_000);
  expect(links.map(({ slug, href }) => problemOf(slug, href)).filter(Boolean)).toEqual([]);
});

test('in the repository too, every link of every page leads to what is there', () => {
  const files = ['README.md', ...PACKAGES, ...readSources(ROOT).pages.map(({ file }) => file)];
  expect(files.flatMap(deadLinksOf)).toEqual([]);
});

const PACKAGES = ['packages/sdk/README.md', 'packages/contract/README.md'];

function deadLinksOf(file: string): string[] {
  const text = withoutCode(readFileSync(path.join(ROOT, file), 'utf8'));
  return [...text.matchAll(/\]\(([^()\s]+)\)/g)].flatMap(([, href = '']) => {
    const [target = '', anchor] = href.split('#');
    if (href.startsWith('https:')) return [];
    const at = target === '' ? path.join(ROOT, file) : path.resolve(ROOT, path.dirname(file), target);
    const dead = [`${file}: ${href}`];
    if (!existsSync(at)) return dead;
    if (!anchor || statSync(at).isDirectory()) return [];
    const page = pages.find((one) => path.join(ROOT, one.file) === at);
    return page?.headings.some((heading) => heading.anchor === anchor) ? [] : dead;
  });
}

const withoutCode = (markdown: string) =>
  markdown.replaceAll(/^ *```[\s\S]*?^ *```/gm, '').replaceAll(/`[^`\n]+`(?!\])/g, '');

test('every page is in the navigation once, has a title, a summary and headings of its own', () => {
  const slugs = parts.flatMap((part) => part.pages);
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(parts.find(({ title }) => title === 'More')?.pages ?? []).toEqual([]);
  for (const { slug, summary } of pages) expect(summary.length, `${slug} says nothing first`).toBeGreaterThan(30);
  for (const [slug, html] of written) {
    const ids = idsOf(html);
    expect(new Set(ids).size, slug).toBe(ids.length);
  }
});

test('nothing is loaded from elsewhere, nothing is written into pages that their policy forbids', () => {
  for (const [slug, html] of written) {
    expect(html, slug).not.toMatch(/ style="| on[a-z]+="|<style|<script(?![^>]* src=)/);
    const loaded = [...html.matchAll(/<(?:script|img|link)[^>]*? (?:src|href)="([^"]+)"/g)].map(([, at = '']) => at);
    expect(
      loaded.filter((at) => /^[a-z]+:|^\/\//.test(at)),
      slug,
    ).toEqual([]);
  }
});

test('the search knows every operation of the reference', () => {
  const document = JSON.parse(readFileSync(path.join(ROOT, 'openapi.json'), 'utf8'));
  const entries = listOperations(document);
  expect(entries.length).toBeGreaterThan(200);
  expect(entries).toContainEqual([
    'api#tag/users/POST/api/users',
    'Reference',
    'Create a user',
    'POST /api/users createUser',
  ]);
});

describe('a page', () => {
  const options = {
    link: (target: string) => target,
    titleInstead: () => null,
    sizeOf: () => ({ width: 3, height: 2 }),
  };

  test('keeps what is between sharp brackets as text', () => {
    const { html } = renderMarkdown(
      '# A\n\n<script>alert(1)</script> & `<b>`\n\n```sh\necho "<$X>" # no\n```\n',
      options,
    );
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('<span class="string">&quot;&lt;$X&gt;&quot;</span>');
  });

  test('has anchors as GitHub makes them, twice the same heading twice', () => {
    const { headings, sections } = renderMarkdown(
      '# A\n\nOne.\n\n## What’s `it`?\n\nTwo.\n\n## What’s `it`?\n',
      options,
    );
    expect(headings.map(({ anchor }) => anchor)).toEqual(['whats-it', 'whats-it-1']);
    expect(sections.map(({ anchor, text }) => [anchor, text])).toEqual([
      ['', 'One.'],
      ['whats-it', 'Two.'],
      ['whats-it-1', ''],
    ]);
  });

  test('without a title is refused', () => {
    expect(() => renderMarkdown('Text.', options)).toThrow('It has no title');
  });

  test('shows code that it can not read as it is', () => {
    expect(highlight('a < b', 'cobol')).toBe('a &lt; b');
  });
});
