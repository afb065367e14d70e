// What there is to call, from the table that the reference is made into.
import { readFileSync } from 'node:fs';
import { EXIT, Stop } from './exit.mjs';

/** Name → `{skill, gate, method, path, scopes, query, body, isForm, summary}`. */
export const OPERATIONS = JSON.parse(readFileSync(new URL('operations.gen.json', import.meta.url), 'utf8'));

export function findOperation(name) {
  if (Object.hasOwn(OPERATIONS, name ?? '')) return OPERATIONS[name];
  const [subject = ''] = (name ?? '').match(/[A-Z]?[a-z]+$/) ?? [];
  const near = Object.keys(OPERATIONS).filter((one) => subject && one.toLowerCase().includes(subject.toLowerCase()));
  throw new Stop(
    EXIT.usage,
    `There is no operation “${name ?? ''}”.`,
    near.length > 0 ? `There are: ${near.slice(0, 12).join(', ')}.` : '',
  );
}

/** Names of the path's parameters, as inputs carry them: `botId`. */
export const paramsOf = ({ path }) => [...path.matchAll(/\{([\w-]+)\}/g)].map(([, name]) => camelCase(name));

const camelCase = (name) => name.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
