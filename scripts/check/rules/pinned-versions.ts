import type { SourceFile } from '../tree.ts';
import type { Violation } from '../violation.ts';

type Manifest = Partial<Record<(typeof FIELDS)[number], Record<string, string>>>;

const FIELDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;
const EXACT = /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.-]+)?$/;

/** Every dependency names one version: npm otherwise picks another on another day, or under another Node. */
export function pinnedVersions(files: readonly SourceFile[]): Violation[] {
  return files.flatMap(({ path, text }) => {
    if (!/(^|\/)package\.json$/.test(path)) return [];
    const manifest = JSON.parse(text) as Manifest;
    const dependencies = FIELDS.flatMap((field) => Object.entries(manifest[field] ?? {}));
    return dependencies
      .filter(([, version]) => !EXACT.test(version))
      .map(([name, version]) => ({
        rule: 'pinned-versions',
        path,
        line: text.split('\n').findIndex((line) => line.includes(`"${name}"`)) + 1,
        message: `${name} is '${version}': write one exact version`,
      }));
  });
}
