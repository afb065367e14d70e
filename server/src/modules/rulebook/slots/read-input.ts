import type { InputDefinition, Literal } from '../flow/flow.types.ts';
import { readChoices } from './read-choice.ts';
import { addDays, readDates } from './read-dates.ts';
import { readEmails, readIbans, readOrderNumbers, readPhones } from './read-identifiers.ts';
import { readNumbers } from './read-numbers.ts';
import { readYesNo } from './read-yes-no.ts';

/** Why what was said can not be taken. */
export type Refusal = 'several' | 'check_digits' | 'too_small' | 'too_large' | 'too_early' | 'too_late';

/** `none`: the message says nothing of that kind. */
export type InputReading =
  | { kind: 'value'; value: Exclude<Literal, null> }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'none' };

export interface ReadingContext {
  /** ISO 8601, in the customer's calendar. */
  today: string;
  dayFirst: boolean;
  /** ISO 3166-1 alpha-2, of phone numbers that are written as within it: `DE`. */
  country: string;
}

const NONE: InputReading = { kind: 'none' };
/** More than that is no answer to a question. */
const LONGEST_TEXT = 2_000;

/** What a message says for an input, deterministic: one value, several (which is asked back), or none. */
export function readInput(definition: InputDefinition, message: string, context: ReadingContext): InputReading {
  switch (definition.type) {
    case 'text': {
      const text = message.trim();
      return text === '' || text.length > LONGEST_TEXT ? NONE : { kind: 'value', value: text };
    }
    case 'number':
    case 'amount':
      return readNumber(definition, message);
    case 'date':
      return readDate(definition, message, context);
    case 'boolean': {
      const answer = readYesNo(message);
      return answer === null ? NONE : { kind: 'value', value: answer };
    }
    case 'choice':
      return only(readChoices(message, definition.choices ?? []));
    case 'email':
      return only(readEmails(message));
    case 'phone':
      return only(readPhones(message, context.country));
    case 'order_number':
      return only(readOrderNumbers(message));
    default: {
      const ibans = readIbans(message);
      const valid = ibans.filter((iban) => iban.valid).map(({ iban }) => iban);
      return valid.length === 0 && ibans.length > 0 ? { kind: 'refused', refusal: 'check_digits' } : only(valid);
    }
  }
}

function only(values: readonly (string | number)[]): InputReading {
  const [value] = values;
  if (value === undefined) return NONE;
  return values.length > 1 ? { kind: 'refused', refusal: 'several' } : { kind: 'value', value };
}

function readNumber({ type, minimum, maximum }: InputDefinition, message: string): InputReading {
  const numbers = readNumbers(message);
  const money = numbers.filter(({ isMoney }) => isMoney);
  const meant = type === 'amount' && money.length > 0 ? money : numbers;
  const reading = only([...new Set(meant.map(({ value }) => value))]);
  if (reading.kind !== 'value') return reading;
  if (minimum !== undefined && Number(reading.value) < minimum) return { kind: 'refused', refusal: 'too_small' };
  if (maximum !== undefined && Number(reading.value) > maximum) return { kind: 'refused', refusal: 'too_large' };
  return reading;
}

function readDate(definition: InputDefinition, message: string, context: ReadingContext): InputReading {
  const reading = only(readDates(message, context));
  if (reading.kind !== 'value') return reading;
  const { earliestInDays, latestInDays } = definition;
  const date = String(reading.value);
  if (earliestInDays !== undefined && date < addDays(context.today, earliestInDays)) {
    return { kind: 'refused', refusal: 'too_early' };
  }
  if (latestInDays !== undefined && date > addDays(context.today, latestInDays)) {
    return { kind: 'refused', refusal: 'too_late' };
  }
  return reading;
}
