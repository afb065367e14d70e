import type { SourceFile } from '../tree.ts';
import type { Violation } from '../violation.ts';

type Locked = { resolved?: string; optionalDependencies?: Record<string, string> };

const PATH = 'package-lock.json';

/**
 * The lockfile works on every machine: it names the platform packages of all systems, also of those that the machine
 * which wrote it could not fetch (`npm ci` refuses a lockfile without them), and no registry, so that each uses its own.
 */
export function lockfile(files: readonly SourceFile[]): Violation[] {
  const text = files.find(({ path }) => path === PATH)?.text;
  if (text === undefined) return [];
  const { packages } = JSON.parse(text) as { packages: Record<string, Locked> };
  const violation = (message: string) => ({ rule: 'lockfile', path: PATH, line: 1, message });
  return Object.entries(packages).flatMap(([at, { resolved = '', optionalDependencies = {} }]) => {
    const missing = Object.keys(optionalDependencies).filter((name) => !isLocked(packages, at, name));
    const bound = /^https?:/.test(resolved);
    return [
      ...missing.map((name) => violation(`${at} may bring ${name}, which has no entry: npm ci will refuse the file`)),
      ...(bound
        ? [violation(`${at} names the registry it came from: write the file with omit-lockfile-registry-resolved`)]
        : []),
    ];
  });
}

/** Looks where Node looks: in the package's own node_modules, then in those of the folders above. */
function isLocked(packages: Record<string, Locked>, at: string, name: string): boolean {
  for (let folder = at; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}
