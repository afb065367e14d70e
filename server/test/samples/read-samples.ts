/** The code that the documentation shows, with what its fences say about it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../../..');

export interface Sample {
  /** From the repository's root. */
  file: string;
  line: number;
  language: string;
  /** What stands behind the language: `not run: takes ten minutes`. */
  mark: string;
  code: string;
}

/** Every page whose code is tried: those of the site, the README, and those of the packages. */
export function listPages(): string[] {
  const parts = JSON.parse(readFileSync(path.join(ROOT, 'docs/navigation.json'), 'utf8')) as { pages: string[] }[];
  const packages = readdirSync(path.join(ROOT, 'packages'), { withFileTypes: true });
  return [
    'README.md',
    ...parts.flatMap((part) => part.pages),
    ...packages.filter((entry) => entry.isDirectory()).map((entry) => `packages/${entry.name}/README.md`),
  ];
}

/** Blocks within lists are indented; the code comes without that. */
export function readSamples(file: string): Sample[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  return [...text.matchAll(/^( *)```(\S*) *(.*)\n([\s\S]*?)^\1```$/gm)].map((match) => {
    const [, indent = '', language = '', mark = '', code = ''] = match;
    const line = text.slice(0, match.index).split('\n').length;
    return { file, line, language, mark: mark.trim(), code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), '') };
  });
}

export const whereIs = ({ file, line }: Sample) => `${file}:${line}`;
