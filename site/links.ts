/** Where a link of a Markdown file leads on the site. */
import path from 'node:path';

/** What a link between files of the repository needs to become one between pages. */
export interface LinkSpace {
  /** Path of a Markdown file → slug of its page. */
  slugs: ReadonlyMap<string, string>;
  /** Path of a Markdown file → title of its page. */
  titles: ReadonlyMap<string, string>;
}

export interface PageAddress {
  file: string;
  slug: string;
}

/** What the server has beside the site. */
const AT_THE_ROOT = new Set(['openapi.json', 'llms.txt', 'llms-full.txt']);

/** The list of decisions, which stands for its folder. */
export const DECISIONS = 'decisions/index';

/**
 * The address on the site for `target` in `page`: relative, so that it holds below any path. Null for what the server
 * does not serve, such as source files: there the link becomes plain text. `ending` is `''` for pages, `.md` for twins.
 */
export function resolveLink(space: LinkSpace, page: PageAddress, target: string, ending: '' | '.md'): string | null {
  if (/^(https?:|mailto:|#)/.test(target)) return target;
  const hash = target.split('#')[1];
  const file = fileOf(page, target);
  const up = '../'.repeat(page.slug.split('/').length - 1);
  const at = hash === undefined ? '' : `#${hash}`;
  if (file === 'README.md') return `${up || './'}${ending ? 'index.md' : ''}`;
  if (file === 'docs/decisions') return `${up}${DECISIONS}${ending}`;
  if (AT_THE_ROOT.has(file)) return `${up}../${file}`;
  if (file === 'docs/api' || file === 'docs/reference.md') return up + file.slice('docs/'.length);
  if (file.startsWith('docs/images/')) return up + file.slice('docs/'.length);
  const slug = space.slugs.get(file);
  return slug === undefined ? null : `${up}${slug}${ending}${at}`;
}

/** The title of the page that `target` leads to, where a link shows nothing but the name of its file; else null. */
export function titleInstead(space: LinkSpace, page: PageAddress, target: string, text: string): string | null {
  return text === path.posix.basename(target) ? (space.titles.get(fileOf(page, target)) ?? null) : null;
}

const fileOf = (page: PageAddress, target: string) =>
  path.posix.normalize(path.posix.join(path.posix.dirname(page.file), target.split('#')[0] ?? '')).replace(/\/$/, '');

/** The Markdown of a page with its links as they are on the site; code stays as it is. */
export function rewriteLinks(space: LinkSpace, page: PageAddress, markdown: string): string {
  const parts = markdown.split(/(^ *```[\s\S]*?^ *```|`[^`\n]+`(?!\]))/m);
  return parts
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replaceAll(
            /(!?)\[((?:[^[\]]|`[^`]*`)*)\]\(([^()\s]+)\)/g,
            (_all, mark: string, text: string, target: string) => {
              const href = resolveLink(space, page, target, '.md');
              return href === null ? text : `${mark}[${text}](${href})`;
            },
          ),
    )
    .join('');
}
