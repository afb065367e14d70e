/** The skill pack as its readers meet it: texts, commands, and the operations that each skill names. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const PLUGIN = path.join(import.meta.dirname, 'kontor');

export interface Skill {
  name: string;
  frontMatter: Record<string, string>;
  body: string;
  /** SKILL.md and the references, by their path below the skill. */
  texts: Record<string, string>;
  /** What is to be typed, in the order of the page. */
  commands: string[];
  /** Files that a page shows and its commands read. */
  files: Record<string, string>;
  /** Operations that are called, described or spoken of. */
  operations: string[];
}

export function readSkills(): Skill[] {
  const folder = path.join(PLUGIN, 'skills');
  return readdirSync(folder).map((name) => readSkill(path.join(folder, name), name));
}

function readSkill(folder: string, name: string): Skill {
  const references = path.join(folder, 'references');
  const names = existsSync(references) ? readdirSync(references) : [];
  const files = ['SKILL.md', ...names.map((file) => `references/${file}`)];
  const texts = Object.fromEntries(files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
  const [, head = '', body = ''] = texts['SKILL.md']?.match(/^---\n(.*?)\n---\n(.*)$/s) ?? [];
  const blocks = [...body.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)];
  return {
    name,
    frontMatter: Object.fromEntries(
      [...head.matchAll(/^([\w-]+): (.*)$/gm)].map(([, key = '', value = '']) => [key, value]),
    ),
    body,
    texts,
    commands: blocks.filter(([, kind]) => kind === 'sh').flatMap(([, , , text = '']) => text.trim().split('\n')),
    files: Object.fromEntries(blocks.filter(([, , file]) => file).map(([, , file = '', text = '']) => [file, text])),
    operations: namedOperations(texts),
  };
}

/** What is called, what the table of the references lists, and words in code that begin as operations do. */
function namedOperations(texts: Record<string, string>): string[] {
  const { 'references/operations.md': table = '', ...others } = texts;
  const text = Object.values(others).join('\n');
  const find = (within: string, pattern: RegExp) => [...within.matchAll(pattern)].map(([, name = '']) => name);
  const listed = find(table, /^\| `(\w+)` \|/gm);
  const verbs = new Set(listed.map((name) => name.replace(/[A-Z].*/, '')));
  const spoken = find(text, /`([a-z]+[A-Z]\w*)(?=[` ])/g).filter((name) => verbs.has(name.replace(/[A-Z].*/, '')));
  return [...new Set([...listed, ...find(text, /kontor\.mjs" (?:call|describe) (\w+)/g), ...spoken])];
}
