import { normalize, wordsOf } from '#platform/text/normalize.ts';
import type { InputDefinition, InputSchema, Literal } from '../flow/flow.types.ts';
import { type ReadingContext, readInput } from '../slots/read-input.ts';
import { readRoles } from '../slots/read-roles.ts';
import type { Fields } from './run.types.ts';

const CANCEL =
  /^(?:please |bitte |ok(?:ay)? |oh |ach |no |nein )*(?:(?:cancel|stop|quit|abort)(?: (?:it|this|that|please|now))*|never ?mind|forget (?:it|that|about it)|leave it|abbrechen|abbruch|stopp?|halt|vergiss (?:es|das)|vergessen sie(?: es| das)?|doch nicht(?: mehr)?|lass(?:en)? (?:es|gut sein|sie es|wir das)|schon gut|hat sich erledigt|ich (?:mochte|will) (?:abbrechen|nicht mehr)|i (?:changed my mind|dont want (?:to|it|that)(?: any ?more)?))(?: (?:bitte|danke|please|thanks|thank you|doch))*$/;

/** The customer wants no more of it. A longer sentence that has such a word in it is about something. */
export const isCancellation = (message: string): boolean => CANCEL.test(wordsOf(message).join(' '));

const QUESTION =
  /^(?:and |but |wait |moment |und |aber |warte |moment mal )*(?:what|whats|how|when|where|why|who|which|can|could|do|does|is|are|will|was|wie|wann|wo|warum|wieso|wer|welche[rsn]?|kann|konnen|kostet|ist|sind|gibt|muss|darf)\b/;

/** It asks something: with a question mark, or in the order of words of a question. */
export const isQuestion = (message: string): boolean => {
  const text = normalize(message).trim();
  return text.endsWith('?') || (QUESTION.test(wordsOf(text).join(' ')) && wordsOf(text).length > 2);
};

const OPEN_QUESTION =
  /^(?:and |but |wait |moment |und |aber |warte |moment mal )*(?:what|whats|how|when|where|why|was|wie|wann|wo|warum|wieso)\b/;

/** It asks for something that no answer to a question would: “what does Plus cost?” names a plan and chooses none. */
export const isOpenQuestion = (message: string): boolean => {
  const text = normalize(message).trim();
  return text.endsWith('?') && OPEN_QUESTION.test(wordsOf(text).join(' '));
};

/** Inputs that are recognised wherever they stand; any text, number or yes would be taken for the others. */
const isTelling = ({ type }: InputDefinition) => !['text', 'number', 'boolean'].includes(type);

/** What the first message tells already, so that nobody is asked for it. */
export function prefill(schema: InputSchema, message: string, context: ReadingContext): Fields {
  const filled: Fields = {};
  const byType = Map.groupBy(
    Object.entries(schema).filter(([, definition]) => isTelling(definition)),
    ([, { type }]) => type,
  );
  for (const inputs of byType.values()) {
    // Two dates are asked for: only the words around it tell which of them one that was named is.
    if (inputs.length > 1 && inputs[0]?.[1].type !== 'choice') {
      Object.assign(filled, readRoles(Object.fromEntries(inputs), message, context));
      continue;
    }
    for (const [name, definition] of inputs) {
      const reading = readInput(definition, message, context);
      if (reading.kind === 'value') filled[name] = reading.value;
    }
  }
  return filled;
}

const CORRECTION =
  /\b(?:no|nope|not|wrong|actually|rather|instead|sorry|mean|meant|make it|change|correction|other|nein|nee|nicht|falsch|doch|eigentlich|lieber|sondern|stattdessen|meine|meinte|andern?|korrektur|andere[nrs]?)\b/;
const OTHER = /\b(?:other|andere[nrs]?)\b/;

/** A collected input that the message changes, or null: it has to say so, and to name one new value for one input. */
export function readCorrection(
  schema: InputSchema,
  inputs: Readonly<Fields>,
  message: string,
  context: ReadingContext,
): { name: string; value: Exclude<Literal, null> } | null {
  if (!CORRECTION.test(normalize(message))) return null;
  const changes = Object.keys(inputs).flatMap((name) => {
    const definition = schema[name];
    if (!definition || !isTelling(definition)) return [];
    const value = newValue(definition, inputs[name] ?? null, message, context);
    return value === null ? [] : [{ name, value }];
  });
  return changes.length === 1 ? (changes[0] ?? null) : null;
}

/** “Not the gold card, the girocard” names both: where that are several, the one before is not meant. */
function newValue(definition: InputDefinition, before: Literal, message: string, context: ReadingContext) {
  const others = (definition.choices ?? []).filter(({ value }) => value !== before);
  for (const choices of [definition.choices, others]) {
    const reading = readInput({ ...definition, ...(choices && { choices }) }, message, context);
    if (reading.kind === 'value' && reading.value !== before) return reading.value;
  }
  return OTHER.test(normalize(message)) && others.length === 1 ? (others[0]?.value ?? null) : null;
}
