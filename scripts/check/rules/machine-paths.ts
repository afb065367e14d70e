import { lineFinder } from '../facts.ts';
import type { SourceFile } from '../tree.ts';
import type { Violation } from '../violation.ts';

// Written in pieces, so that this file does not find itself.
const FOLDERS = [...['home', 'Users'].map((folder) => String.raw`${folder}/[\w.-]+`), 'root', 'work'];
const MACHINE_PATH = new RegExp(String.raw`(?<![\w.:/\\*-])/(?:${FOLDERS.join('|')})/|[A-Z]:\\Users\\`, 'g');

/** A path of somebody's machine works nowhere else. */
export function machinePaths(files: readonly SourceFile[]): Violation[] {
  return files.flatMap(({ path, text }) => {
    const lineAt = lineFinder(text);
    return [...text.matchAll(MACHINE_PATH)].map((match) => ({
      rule: 'machine-path',
      path,
      line: lineAt(match.index),
      message: `'${match[0]}' exists on one machine only`,
    }));
  });
}
