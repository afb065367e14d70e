import type { EndpointSeen, Observed } from '../probe/observed.types.ts';
import { list, sayAbout } from './judgement.ts';
import { goodBodies, isObject, type JsonObject } from './select.ts';
import type { Judgement } from './verdict.types.ts';

/** Group 4: every value at the top; each nested path is named, with a name that it could have there. */
export function judgeFlat(seen: Observed): Judgement[] {
  return seen.endpoints.flatMap(judgeEndpoint);
}

function judgeEndpoint(seen: EndpointSeen): Judgement[] {
  const bodies = goodBodies(seen);
  if (bodies.length === 0) return [];
  const say = sayAbout(seen.endpoint.name);
  const nested = new Map(bodies.flatMap((body) => [...flatNames(body)]));
  const lists = bodies.flatMap((body) => Object.entries(body).filter(([, value]) => isPlainList(value)));
  const proposal = [...nested].map(([path, name]) => `${path} → ${name}`);
  return [
    nested.size === 0
      ? say.kept('flat', `${Object.keys(bodies[0] ?? {}).length} fields, all at the top.`)
      : say.finding(
          'flat',
          list([...nested.keys()].map((path) => `${path} is nested`)),
          `Rename: ${proposal.join(', ')}.`,
        ),
    say.unless(
      'no_lists',
      lists.map(([field]) => `${field} is a list`),
      'No field is a list.',
    ),
  ];
}

const isPlainList = (value: unknown) => Array.isArray(value) && !value.some(isObject);

/** Nested path → the name its value could have at the top; a name that is taken gets the next outer one before it. */
export function flatNames(body: JsonObject): Map<string, string> {
  const paths = Object.entries(body).flatMap(([field, value]) => leaves(value, [field]));
  const nested = paths.filter((path) => path.length > 1);
  const taken = new Set(paths.filter((path) => path.length === 1).map(([name]) => name ?? ''));
  const names = new Map<string, string>();
  for (const path of nested) {
    let depth = Math.min(2, path.length);
    const name = () => path.slice(-depth).join('_');
    while (taken.has(name()) && depth < path.length) depth += 1;
    taken.add(name());
    names.set(path.join('.'), name());
  }
  return names;
}

function leaves(value: unknown, path: string[]): string[][] {
  if (isObject(value)) {
    const entries = Object.entries(value);
    return entries.length === 0
      ? [[...path, 'value']]
      : entries.flatMap(([name, inner]) => leaves(inner, [...path, name]));
  }
  // Of a list of objects the first shows what the others hold.
  if (Array.isArray(value) && isObject(value[0])) return leaves(value[0], [...path, '0']);
  return [path];
}
