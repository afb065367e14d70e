import { numberContext } from './number-context.ts';

const BLANK = String.raw`[ \t\u00a0\u202f]`;
/** Nothing of a word, an amount, a date or a path stands right beside a phone number. */
const START = String.raw`(?<![\w.,+/\\-])`;
const END = String.raw`(?![\w\\]|[.,:]\d|-\w|/\w)`;
const pattern = (source: string) => new RegExp(`${START}${source}${END}`, 'g');

/** E.164: a plus, the country's code and 8 to 15 digits in all, however they are grouped. */
const INTERNATIONAL = pattern(String.raw`\+[1-9](?:${BLANK}?[./()-]{0,2}${BLANK}?\d){7,14}`);
/** The same behind two zeros, for the countries whose customers are near; other numbers begin with zeros too. */
const DIALLED = pattern(String.raw`00(?:49|43|41|44|33|31|39|34|48|1)(?:${BLANK}?[./()-]{0,2}${BLANK}?\d){7,11}`);
/** Germany and the United Kingdom: an area code after a zero, set apart from the rest. */
const NATIONAL = pattern(
  String.raw`(?:\(0[1-9]\d{1,4}\)|0[1-9]\d{1,4})(?:${BLANK}?[/-]${BLANK}?|${BLANK}|(?<=\)))\d{2,9}(?:[ \u00a0\u202f-]\d{1,8}){0,4}`,
);
/** Mobile numbers of both in one piece. */
const MOBILE = pattern(String.raw`0(?:1[5-7]\d{8,9}|7[1-9]\d{8})`);
/** North American Numbering Plan: neither area nor exchange begins with 0 or 1. */
const AMERICAN = pattern(
  String.raw`(?:1[ .-])?(?:\([2-9]\d{2}\)${BLANK}?[2-9]\d{2}[ .-]|[2-9]\d{2}-[2-9]\d{2}-|[2-9]\d{2}\.[2-9]\d{2}\.)\d{4}`,
);
/** What is one only after a word such as "phone". */
const NAMED = pattern(
  String.raw`(?:0[1-9]\d{6,11}|[2-9]\d{2}${BLANK}[2-9]\d{2}${BLANK}\d{4}|[2-9]\d{9}|\(?0[1-9]\d{1,4}\)?${BLANK}?[/-]?${BLANK}?\d{3,9})`,
);

const MAY_HOLD_PHONE = /\d{3}|\+\d/;
const IS_GROUPED_AMOUNT = /^\+\d{1,3}(?:\.\d{3})+$/;
const CURRENCY = /^\s?(?:EUR|€|USD|\$|GBP|£|CHF|Euro|Dollar)/iu;
const FEWEST_NATIONAL = 8;
const MOST_NATIONAL = 13;

/**
 * Replaces phone numbers: E.164, and as they are written in Germany, the United Kingdom and the United States. A number
 * that its words call one of an order, an invoice or an account stays, and so do amounts and dates.
 */
export function replacePhoneNumbers(text: string, replacement: (found: string) => string): string {
  if (!MAY_HOLD_PHONE.test(text)) return text;
  const censor = (isPhone: (digits: string, context: ReturnType<typeof numberContext>) => boolean) => {
    return (match: string, offset: number, whole: string): string => {
      if (IS_GROUPED_AMOUNT.test(match) || CURRENCY.test(whole.slice(offset + match.length))) return match;
      return isPhone(match.replace(/\D/g, ''), numberContext(whole, offset)) ? replacement(match) : match;
    };
  };
  const unlessThing = censor((_, context) => context !== 'thing');
  const national = censor(
    ({ length }, context) => context !== 'thing' && length >= FEWEST_NATIONAL && length <= MOST_NATIONAL,
  );
  const named = censor((_, context) => context === 'phone');
  return text
    .replace(INTERNATIONAL, unlessThing)
    .replace(DIALLED, unlessThing)
    .replace(NATIONAL, national)
    .replace(MOBILE, unlessThing)
    .replace(AMERICAN, unlessThing)
    .replace(NAMED, named);
}
