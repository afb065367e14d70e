import { isCode } from '../layout.ts';
import type { SourceFile } from '../tree.ts';
import type { Violation } from '../violation.ts';

const BANNED = new Set(
  ['util', 'utils', 'utilities', 'helper', 'helpers', 'common', 'manager', 'managers', 'service', 'services'].concat([
    'base',
    'misc',
    'miscellaneous',
    'shared',
  ]),
);
const KEBAB = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** Names that say nothing are refused in paths (`docs/` may speak as it likes), and code files are in kebab-case. */
export function names(files: readonly SourceFile[]): Violation[] {
  return files.flatMap(({ path }) => {
    const violation = (message: string) => [{ rule: 'names', path, line: 1, message }];
    if (path.startsWith('docs/')) return [];
    const banned = path.split(/[/._-]/).find((word) => BANNED.has(word.toLowerCase()));
    if (banned) return violation(`'${banned}' says nothing: name the file for what it does`);
    const file = path.split('/').at(-1) ?? '';
    return isCode(path) && !KEBAB.test(file) ? violation('files are named in kebab-case') : [];
  });
}
