import { suggest } from '../suggest.ts';
import { checkFlow } from './check-flow.ts';
import type { LocalFile, Mistake } from './folder.ts';
import { FIELDS } from './kinds.ts';

interface Problem {
  path: string;
  message: string;
}

/** What can be seen to be wrong without asking a server: shapes, steps, and what is referred to within the folder. */
export function validate(files: readonly LocalFile[]): Mistake[] {
  const names = (kind: LocalFile['kind']) => files.filter((file) => file.kind === kind);
  const actions = names('actions').map(({ content }) => String(content.name));
  const twins = findNameTwins(files);
  return files.flatMap((file) => {
    const shapes = checkShapes(file);
    const steps = file.kind === 'rules' && shapes.length === 0 ? checkFlow(file.content.flowConfig, actions) : [];
    return [...shapes, ...steps, ...twins.filter((twin) => twin.file === file.path)].map((problem) =>
      place(file, problem),
    );
  });
}

/** The mistake with its file and line. */
export const place = (file: LocalFile, { path, message }: Problem): Mistake => ({
  file: file.path,
  line: file.lineOf(path),
  path,
  message,
});

function checkShapes({ kind, raw }: LocalFile): Problem[] {
  const fields = FIELDS[kind];
  const unknown = Object.keys(raw).filter((name) => !(name in fields));
  return [
    ...unknown.map((name) => {
      const near = suggest(name, Object.keys(fields));
      return { path: `/${name}`, message: `is no field of ${kind}${near ? `: is ${near} meant?` : ''}` };
    }),
    ...Object.entries(fields).flatMap(([name, { shape, otherwise, isNullable }]) => {
      const value = raw[name];
      if (value === undefined && otherwise !== undefined) return [];
      if (value === null && isNullable) return [];
      if (value === undefined || value === null || value === '') {
        return otherwise === undefined ? [{ path: `/${name}`, message: 'is missing' }] : [];
      }
      return hasShape(value, shape) ? [] : [{ path: `/${name}`, message: `is not ${SHAPES[shape]}` }];
    }),
  ];
}

const SHAPES = { text: 'a text', flag: 'true or false', texts: 'a list of texts', list: 'a list', object: 'an object' };

function hasShape(value: unknown, shape: keyof typeof SHAPES): boolean {
  if (shape === 'text') return typeof value === 'string';
  if (shape === 'flag') return typeof value === 'boolean';
  if (shape === 'object') return typeof value === 'object' && !Array.isArray(value);
  return Array.isArray(value) && (shape === 'list' || value.every((item) => typeof item === 'string'));
}

/** Names of actions, attributes and tag groups stand once in a workspace. */
function findNameTwins(files: readonly LocalFile[]): (Problem & { file: string })[] {
  const seen = new Map<string, string>();
  return files.flatMap(({ kind, content, path: file }) => {
    if (kind === 'rules' || kind === 'articles' || kind === 'prompts') return [];
    const field = kind === 'tags' ? 'title' : 'name';
    const key = `${kind} ${String(content[field])}`;
    const twin = seen.get(key);
    seen.set(key, twin ?? file);
    return twin === undefined ? [] : [{ file, path: `/${field}`, message: `is the name of ${twin} already` }];
  });
}
