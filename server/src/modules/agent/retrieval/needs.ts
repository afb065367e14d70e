import { analyze } from '#platform/text/analyze.ts';
import { isStopWord } from '#platform/text/stop-words.ts';

/** More parts of one message are not looked at. */
const MAX_PARTS = 8;
/** What has no other telling word is a detail of the rest: "and she had an account with you". */
const GENERAL = new Set(['konto', 'account', 'karte', 'card', 'bank', 'kunde', 'customer']);
const BORDER =
  /(?<=[.?!;])\s+|\n+|,?\s+(?:und außerdem|und ausserdem|außerdem|ausserdem|und zwar auch|zudem|zusätzlich|and also|additionally|furthermore|besides|und|and|sowie|also|plus)\s+/iu;

/**
 * The parts of a message that may each be a need of its own: sentences, and what stands on the two sides of an "and".
 * Parts without a telling word are left out; the whole message is not among them. Empty for a message of one part.
 */
export function partsOf(message: string): string[] {
  const parts = message
    .split(BORDER)
    .map((part) => part.trim())
    .filter(isTelling);
  return parts.length < 2 ? [] : parts.slice(0, MAX_PARTS);
}

function isTelling(part: string): boolean {
  const { words } = analyze(part);
  return words.length >= 2 && words.some((word) => !isStopWord(word) && !GENERAL.has(word));
}

/** From so many words on a message is a letter: a greeting, a story and a name beside what it asks. */
const LETTER = 20;

export const isLetter = (message: string): boolean => analyze(message).words.length >= LETTER;

const CONTINUES =
  /^\s*(?:and|und|but|aber|what about|how about|and what|also|or|oder|was ist mit|wie ist es|wie sieht es|gilt das|does that|is that|is it the same|same for|auch)\b/iu;
const SHORT = 8;
/** A question with so few telling words may be about what was talked of before. */
const FEW = 2;

/** Whether a message begins as one that goes on from the one before. */
export const goesOn = (message: string): boolean => CONTINUES.test(message);

/** Whether a message may go on from the question before: it begins so, or says little by itself. */
export function mayFollowUp(message: string): boolean {
  const { words } = analyze(message);
  if (words.length === 0 || words.length > SHORT) return false;
  return goesOn(message) || words.filter((word) => !isStopWord(word)).length <= FEW;
}
