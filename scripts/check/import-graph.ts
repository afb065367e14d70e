import path from 'node:path';
import type { Facts } from './facts.ts';
import type { SourceFile } from './tree.ts';
import type { Violation } from './violation.ts';

/** One import of a file of the repository by another. */
export type Edge = {
  from: string;
  to: string;
  specifier: string;
  line: number;
  typeOnly: boolean;
};

export type ImportGraph = { edges: Edge[]; violations: Violation[] };

/**
 * Follows every relative and every `#…` import to its file. `#…` names are looked up in the `imports` of the nearest
 * package.json above, as Node does. An import that leads to no file, or that is computed in the server's production
 * code, is a violation: a rule that can't follow it can't vouch for it.
 */
export function importGraph(files: readonly SourceFile[], facts: readonly Facts[]): ImportGraph {
  const paths = new Set(files.map((file) => file.path));
  const packages = packageImports(files);
  const graph: ImportGraph = { edges: [], violations: [] };
  for (const { path: from, imports } of facts) {
    for (const { specifier, line, typeOnly } of imports) {
      const report = (message: string) => graph.violations.push({ rule: 'imports', path: from, line, message });
      if (specifier === null) {
        if (from.startsWith('server/src/')) report('the path of an import must be written out, not computed');
        continue;
      }
      const to = resolve(from, specifier, packages);
      if (to === null) continue;
      if (paths.has(to)) graph.edges.push({ from, to, specifier, line, typeOnly });
      else report(`'${specifier}' leads to ${to}, which does not exist`);
    }
  }
  return graph;
}

/** Path in the repository that a specifier means; null for packages and Node's own modules. */
function resolve(from: string, specifier: string, packages: PackageImports[]): string | null {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier);
  if (!specifier.startsWith('#')) return null;
  const { folder, targets } = packages.find((each) => from.startsWith(each.folder)) ?? { folder: '', targets: [] };
  for (const [pattern, target] of targets) {
    const [before = '', after] = pattern.split('*');
    if (after === undefined ? specifier !== pattern : !specifier.startsWith(before) || !specifier.endsWith(after))
      continue;
    return path.posix.join(folder, target.replace('*', specifier.slice(before.length)));
  }
  return specifier;
}

type PackageImports = { folder: string; targets: [pattern: string, target: string][] };

/** The `imports` of every package.json, deepest folder first. */
function packageImports(files: readonly SourceFile[]): PackageImports[] {
  const manifests = files.filter((file) => path.posix.basename(file.path) === 'package.json');
  return manifests
    .map(({ path: file, text }) => {
      const { imports = {} } = JSON.parse(text) as { imports?: Record<string, string> };
      return { folder: file.slice(0, -'package.json'.length), targets: Object.entries(imports) };
    })
    .toSorted((a, b) => b.folder.length - a.folder.length);
}
