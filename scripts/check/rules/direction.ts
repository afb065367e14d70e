import type { Edge } from '../import-graph.ts';
import { isTest, levelOf, MODULE_LEVELS, ownerOf, SERVER_SOURCE, UNIMPORTED_MODULES } from '../layout.ts';
import type { SourceFile } from '../tree.ts';
import type { Violation } from '../violation.ts';

/**
 * The direction of imports: a module imports the platform and lower modules, those only by their `index.ts` and by the
 * name `#modules/<name>/index.ts`; the platform imports itself; nothing shipped imports a test. Type imports count.
 */
export function direction(edges: readonly Edge[]): Violation[] {
  return edges.flatMap((edge) => {
    const message = outsideOf(edge) ?? (isTest(edge.from) ? null : insideServer(edge));
    return message === null ? [] : [{ rule: 'direction', path: edge.from, line: edge.line, message }];
  });
}

/** Every folder below `server/src` has its place: the platform, or a module with a level. */
export function knownFolders(files: readonly SourceFile[]): Violation[] {
  const found = new Map<string, Violation>();
  for (const { path } of files) {
    const [first = '', second = '', third] = path.startsWith(SERVER_SOURCE)
      ? path.slice(SERVER_SOURCE.length).split('/')
      : [];
    if (second === '' || first === 'platform') continue;
    const known = first === 'modules' && third !== undefined && Object.hasOwn(MODULE_LEVELS, second);
    const message =
      first === 'modules'
        ? `'${second}' is no module with a level; the levels are in scripts/check/layout.ts`
        : `server/src holds platform/, modules/ and the files of the composition, not ${first}/`;
    if (!known) found.set(message, { rule: 'direction', path, line: 1, message });
  }
  return [...found.values()];
}

/** Rules between the parts of the repository. */
function outsideOf({ from, to }: Edge): string | null {
  if (!from.startsWith('server/') && to.startsWith('server/')) {
    return /^(packages|console)\//.test(from) && !isTest(from)
      ? 'packages and the console reach the server over HTTP only'
      : null;
  }
  if (!from.startsWith(SERVER_SOURCE) || isTest(from)) return null;
  if (!to.startsWith('server/')) return `the server is deployed without ${to}`;
  return isTest(to) ? `${to} is for tests; production code can't import it` : null;
}

function insideServer({ from, to, specifier, typeOnly }: Edge): string | null {
  const [importer, imported] = [ownerOf(from), ownerOf(to)];
  if (importer === null || imported === null || importer === 'composition')
    return frontDoorOnly(importer, to, imported);
  if (imported === 'composition') return `only the composition root imports ${to}`;
  if (imported === 'config') {
    return importer !== 'platform' && typeOnly
      ? null
      : 'settings are handed in as arguments; modules may import their type';
  }
  if (importer === 'platform' || importer === 'config') {
    return imported === 'platform' ? null : `${importer} knows no module, so it can't import ${imported}`;
  }
  if (importer === imported) {
    return specifier.startsWith('.') ? null : 'inside a module, imports are relative';
  }
  return betweenModules(importer, imported, specifier, to);
}

function betweenModules(importer: string, imported: string, specifier: string, to: string): string | null {
  if (!specifier.startsWith('#'))
    return `write '#${to.slice(SERVER_SOURCE.length)}': relative imports stay in their module`;
  if (imported === 'platform') return null;
  if (UNIMPORTED_MODULES.has(imported) && importer !== 'demo') return `no module imports ${imported}`;
  const [above, below] = [levelOf(importer) ?? 0, levelOf(imported) ?? 0];
  if (below >= above) {
    const way = below === above ? 'sideways' : 'upwards';
    return `${importer} (level ${above}) imports ${way} from ${imported} (level ${below}); use an event, or move the code down`;
  }
  return frontDoorOnly(importer, to, imported);
}

function frontDoorOnly(importer: string | null, to: string, imported: string | null): string | null {
  if (importer === null || imported === null || levelOf(imported) === undefined || imported === 'platform') return null;
  return to === `${SERVER_SOURCE}modules/${imported}/index.ts` ? null : `${imported} is entered by its index.ts only`;
}
