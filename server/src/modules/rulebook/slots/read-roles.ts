import { normalize, wordsOf } from '#platform/text/normalize.ts';
import type { InputDefinition, InputSchema, Literal } from '../flow/flow.types.ts';
import { type ReadingContext, readInput } from './read-input.ts';

type Role = 'from' | 'to';

/** What an input is called that something begins or comes from, and what it ends or goes to. */
const ROLE_WORDS: Record<Role, ReadonlySet<string>> = {
  from: new Set(
    'from since start starts begin beginning first source sender debit von vom ab seit beginn anfang start quelle absender'.split(
      ' ',
    ),
  ),
  to: new Set(
    'to until till end ends last target recipient payee receiver credit bis nach auf ende ziel empfanger'.split(' '),
  ),
};
/** What stands before a value in a message. */
const MARKERS =
  /(?<![\p{L}\d])(?:(from|since|starting|between|von|vom|ab|seit|zwischen)|(to|until|till|through|bis|nach|auf))(?![\p{L}\d])/gu;
const DAY_ALONE = /^(\d{1,2})(?:\.|st|nd|rd|th)?$/;

/**
 * Values of inputs of one type that the message tells apart by its words: `from 3 May to 10 May`, `vom Girokonto … auf …`. Only inputs
 * whose name or description says which of both they are, and only values about which nothing is left to guess.
 */
export function readRoles(
  schema: InputSchema,
  message: string,
  context: ReadingContext,
): Record<string, Exclude<Literal, null>> {
  const parts = partsOf(message);
  if (!parts) return {};
  const told: Record<string, Exclude<Literal, null>> = {};
  for (const inputs of Map.groupBy(Object.entries(schema), ([, { type }]) => type).values()) {
    for (const role of ['from', 'to'] as const) {
      const [input, another] = inputs.filter(([name, definition]) => roleOf(name, definition) === role);
      if (!input || another || inputs.length < 2) continue;
      const [name, definition] = input;
      const reading = readInput(definition, wordingOf(parts, role, definition), context);
      if (reading.kind === 'value' && !['text', 'boolean'].includes(definition.type)) told[name] = reading.value;
    }
  }
  return told;
}

function roleOf(name: string, { description }: InputDefinition): Role | null {
  const called = wordsOf(name.replaceAll('_', ' ').replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' '));
  for (const words of [called, wordsOf(description)]) {
    const roles = (['from', 'to'] as const).filter((role) => words.some((word) => ROLE_WORDS[role].has(word)));
    if (roles.length === 1) return roles[0] ?? null;
  }
  return null;
}

/** What the message says behind the last word for the beginning, and behind the last one for the end; null without both. */
function partsOf(message: string): Record<Role, string> | null {
  const text = normalize(message);
  const marks = [...text.matchAll(MARKERS)];
  const to = marks.findLast(([, , end]) => end !== undefined);
  if (!to) return null;
  const from = marks.findLast(({ index }, at) => index < to.index && marks[at]?.[1] !== undefined);
  const behind = marks.find(({ index, 1: begin }) => index > to.index && begin !== undefined);
  // “To DE12… from DE34…”: the other way round.
  if (!from && behind) {
    return { to: text.slice(to.index + to[0].length, behind.index), from: text.slice(behind.index + behind[0].length) };
  }
  const begin = from ? from.index + from[0].length : 0;
  return { from: text.slice(begin, to.index), to: text.slice(to.index + to[0].length) };
}

/** `vom 3. bis 10. Mai`: the month of the end is that of the beginning too. */
function wordingOf(parts: Record<Role, string>, role: Role, { type }: InputDefinition): string {
  const day = type === 'date' && role === 'from' ? DAY_ALONE.exec(parts.from.trim())?.[1] : undefined;
  return day === undefined ? parts[role] : parts.to.replace(/\d{1,2}/, day);
}
