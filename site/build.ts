/** Builds the documentation site: `site/dist`, which the server serves under /docs. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import { replaceFolder } from '../scripts/build/replace-folder.ts';
import { fingerprintFiles, isBuiltOf, writeStamp } from '../scripts/build/sources-stamp.ts';
import type { OpenApiDocument } from '../server/src/platform/docs/openapi.types.ts';
import { DECISIONS } from './links.ts';
import { type BuiltPage, renderSite } from './render-site.ts';
import { listOperations, listSections } from './search-index.ts';
import { type SiteView, writePage } from './template.ts';

const SITE = import.meta.dirname;
const ROOT = path.resolve(SITE, '..');
const DIST = path.join(SITE, 'dist');

/** Builds `site/dist` unless it is of these sources already. Answers what happened, for people. */
export async function buildSite(): Promise<string> {
  const sources = fingerprint();
  if (isBuiltOf(DIST, sources)) return 'The documentation is built.';
  const startMs = performance.now();
  const folder = `${DIST}-${process.pid}`;
  rmSync(folder, { recursive: true, force: true });
  const { parts, pages } = renderSite(ROOT);
  const document = JSON.parse(readFileSync(path.join(ROOT, 'openapi.json'), 'utf8')) as OpenApiDocument;
  const put = (name: string, text: string | Buffer) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const putHashed = (name: string, ending: string, text: string) => {
    const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
    put(`assets/${name}-${hash}.${ending}`, text);
    return `assets/${name}-${hash}.${ending}`;
  };
  const site: SiteView = {
    version: manifest.version,
    parts: [...parts, { title: 'Why', about: '', pages: [DECISIONS] }],
    titles: new Map(pages.map(({ slug, title }) => [slug, title])),
    styles: putHashed('site', 'css', readFileSync(path.join(SITE, 'browser/site.css'), 'utf8')),
    script: putHashed('site', 'js', await bundleScript()),
    searchIndex: putHashed('search', 'json', JSON.stringify([...listSections(pages), ...listOperations(document)])),
  };
  copyFileSync(path.join(SITE, 'browser/icon.svg'), path.join(folder, 'assets/icon.svg'));
  for (const page of pages) {
    put(`${page.slug}.html`, writePage(site, page));
    put(`${page.slug}.md`, page.twin);
  }
  copyPictures(folder);
  writeStamp(folder, sources);
  replaceFolder(folder, DIST, () => isBuiltOf(DIST, sources));
  return `The documentation was built in ${((performance.now() - startMs) / 1000).toFixed(1)} s: ${describe(pages)}.`;
}

const describe = (pages: readonly BuiltPage[]) => `${pages.length} pages`;

function copyPictures(folder: string) {
  mkdirSync(path.join(folder, 'images'));
  for (const name of readdirSync(path.join(ROOT, 'docs/images'))) {
    copyFileSync(path.join(ROOT, 'docs/images', name), path.join(folder, 'images', name));
  }
}

/** Copy buttons and search, with what searches, as one file. */
async function bundleScript(): Promise<string> {
  const { build } = await import('vite');
  const lib = { entry: path.join(SITE, 'browser/site.ts'), formats: ['es' as const] };
  const options = { write: false, minify: true, target: 'es2022' };
  const [output] = [await build({ configFile: false, logLevel: 'error', build: { lib, ...options } })].flat();
  if (!output || !('output' in output)) throw new Error('The script of the site was not bundled.');
  return output.output[0].code;
}

/** Of every text and picture, of what renders them, and of the reference. */
function fingerprint(): string {
  const below = (folder: string) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !path.relative(SITE, entry.parentPath).startsWith('dist'))
      .map((entry) => path.join(entry.parentPath, entry.name));
  const single = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'openapi.json', 'package.json'];
  return fingerprintFiles(ROOT, [...below('docs'), ...below('site'), ...single.map((name) => path.join(ROOT, name))]);
}
