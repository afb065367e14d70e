import { normalize, wordsOf } from '#platform/text/normalize.ts';
import type { InputDefinition } from '../flow/flow.types.ts';
import { wordingsOf } from '../flow/templates.ts';

type Choice = NonNullable<InputDefinition['choices']>[number];

const ORDINALS = [
  ['1', '1st', 'first', 'erste', 'ersten', 'erster', 'erstes'],
  ['2', '2nd', 'second', 'zweite', 'zweiten', 'zweiter', 'zweites'],
  ['3', '3rd', 'third', 'dritte', 'dritten', 'dritter', 'drittes'],
  ['4', '4th', 'fourth', 'vierte', 'vierten', 'vierter', 'viertes'],
];
const LAST = ['last', 'letzte', 'letzten', 'letzter', 'letztes'];

const namesOf = ({ value, names, label }: Choice) => [value, ...names, ...(label ? wordingsOf(label) : [])];

/** The values whose names the message contains; where it contains none, the one whose place it names. */
export function readChoices(message: string, choices: readonly Choice[]): string[] {
  const text = ` ${wordsOf(message).join(' ')} `;
  const named = choices.flatMap((choice) => {
    const lengths = namesOf(choice)
      .filter((name) => text.includes(` ${wordsOf(name).join(' ')} `) && normalize(name) !== '')
      .map((name) => name.length);
    return lengths.length > 0 ? [{ value: choice.value, length: Math.max(...lengths) }] : [];
  });
  // `gold card plus` names the plan of that name, not `gold card` beside it.
  const longest = named.filter(
    ({ value, length }) => !named.some((other) => other.length > length && contains(choices, other.value, value)),
  );
  if (longest.length > 0) return longest.map(({ value }) => value);
  const words = new Set(wordsOf(message));
  const place = ORDINALS.findIndex((names) => names.some((name) => words.has(name)));
  const chosen = place >= 0 ? choices[place] : LAST.some((name) => words.has(name)) ? choices.at(-1) : undefined;
  return chosen ? [chosen.value] : [];
}

/** Whether a name of the first has one of the second within it. */
function contains(choices: readonly Choice[], first: string, second: string): boolean {
  const wordsFor = (value: string) => {
    const choice = choices.find((candidate) => candidate.value === value);
    return choice ? namesOf(choice).map((name) => ` ${wordsOf(name).join(' ')} `) : [];
  };
  return wordsFor(first).some((name) => wordsFor(second).some((part) => name !== part && name.includes(part)));
}
