/** Digits with separators, as people write them in German and English. */
const NUMBER = String.raw`-?(?:\d{1,3}(?:[.,'’ ]\d{3})+|\d+)(?:[.,]\d{1,2}(?!\d))?`;
const CURRENCY = String.raw`€|\$|£|eur(?:os?)?|usd|dollars?|chf|franken|gbp|pounds?|pfund`;
const AMOUNT = new RegExp(
  String.raw`(?<![\p{L}\d.,])(?:(${CURRENCY})\s?)?(${NUMBER})(?:,-)?(?:\s?(${CURRENCY})(?!\p{L}))?(?![\p{L}\d]|[.,-]\d)`,
  'giu',
);

export interface ReadNumber {
  value: number;
  /** A currency stood beside it. */
  isMoney: boolean;
}

/** `1.234,56`, `1,234.56`, `1 234` and `1'234` alike: three digits behind a separator are thousands, one or two are decimals. */
export function parseNumber(text: string): number {
  const [, whole = '', decimals = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(text.trim()) ?? [];
  return Number(`${whole.replaceAll(/[.,'’ ]/g, '')}${decimals && `.${decimals}`}`);
}

/** Every number that stands by itself: not those within dates, words, IBANs or order numbers. */
export function readNumbers(message: string): ReadNumber[] {
  return [...message.matchAll(AMOUNT)].map(([, before, number = '', after]) => ({
    value: parseNumber(number),
    isMoney: before !== undefined || after !== undefined,
  }));
}
