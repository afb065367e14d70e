/** What a text states that is either right or wrong: numbers with their units, dates, addresses. Pure. */
export interface Figures {
  /** `5`, `5 eur`, `0.5 percent`; a number with a unit is here twice, with and without it. */
  numbers: ReadonlySet<string>;
  /** `2026-02-01`. */
  dates: ReadonlySet<string>;
  /** Web addresses and hosts, in lower case, without scheme, `www.` and a slash at their end. */
  addresses: ReadonlySet<string>;
}

const ADDRESS =
  /(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s<>()[\]"'„“”]+|(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}-]{1,63}\.)+(?:com|net|org|de|at|ch|eu|uk|io|app|info|biz|me|xyz|top|ru|cn|online|site|shop|bank|example|test|evil|dev|co|ly|link|click)(?![\p{L}\p{N}])(?:\/[^\s<>()[\]"']*)?/giu;
const MONTHS =
  'januar january jan|februar february feb|märz maerz march mrz mar|april apr|mai may|juni june jun|juli july jul|august aug|september sept sep|oktober october okt oct|november nov|dezember december dez dec'.split(
    '|',
  );
const MONTH_OF = new Map(MONTHS.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)));
const MONTH = `(${[...MONTH_OF.keys()].sort((a, b) => b.length - a.length).join('|')})`;
const NUMERIC_DATE = /(?<![\d.])(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})(?!\d)/g;
const DAY_FIRST = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th)?\s+(?:of\s+)?${MONTH}\.?(?:,?\s+(\d{4}))?(?!\p{L})`,
  'giu',
);
const MONTH_FIRST = new RegExp(
  String.raw`(?<!\p{L})${MONTH}\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?(?![\d\p{L}])`,
  'giu',
);
const NUMBER = /(?<![\p{L}\d])\d+(?:[.,:’'\u00a0\u202f ]\d{3}(?!\d)|[.,:]\d+)*/gu;
const UNITS: [string, RegExp, RegExp][] = [
  ['eur', /(?:€|EUR|Euro)\s*$/i, /^\s*-?(?:€|EUR\b|Euro)/i],
  ['usd', /(?:\$|USD)\s*$/i, /^\s*(?:\$|USD\b|Dollar)/i],
  ['gbp', /(?:£|GBP)\s*$/i, /^\s*(?:£|GBP\b|pounds?\b)/i],
  ['chf', /CHF\s*$/i, /^\s*(?:CHF\b|Franken\b|francs?\b)/i],
  ['percent', /(?!)/, /^\s*(?:%|Prozent|percent|per cent)/i],
];
const WORDS: Record<string, number> = {
  ...numbered('zwei drei vier fünf sechs sieben acht neun zehn elf zwölf', 2),
  ...numbered('two three four five six seven eight nine ten eleven twelve', 2),
  ...{ zwanzig: 20, dreißig: 30, vierzig: 40, fünfzig: 50, sechzig: 60, neunzig: 90, hundert: 100, tausend: 1000 },
  ...{
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    ninety: 90,
    hundred: 100,
    thousand: 1000,
    million: 1e6,
  },
};
const NUMBER_WORD = new RegExp(String.raw`(?<!\p{L})(?:${Object.keys(WORDS).join('|')})(?!\p{L})`, 'giu');
/** The number of a step at the beginning of a line says nothing. */
const LIST_MARKER = /^\s*\d{1,2}[.)]\s/gm;

function numbered(words: string, from: number): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((word, at) => [word, from + at]));
}

export function figuresOf(text: string): Figures {
  const addresses = new Set<string>();
  const dates = new Set<string>();
  const numbers = new Set<string>();
  let rest = text.replace(LIST_MARKER, '\n').replace(ADDRESS, (found) => {
    addresses.add(plainAddress(found));
    return ' ';
  });
  const note = (year: string | undefined, month: number, day: string) => {
    dates.add(`${year === undefined ? '' : year.padStart(4, '20')}-${month}-${Number(day)}`);
    return ' ';
  };
  rest = rest
    .replace(NUMERIC_DATE, (_, one: string, separator: string, two: string, three: string) => {
      if (one.length > 2) return note(one, Number(two), three);
      return separator === '/' ? note(three, Number(one), two) : note(three, Number(two), one);
    })
    .replace(DAY_FIRST, (_, day: string, month: string, year?: string) =>
      note(year, MONTH_OF.get(month.toLowerCase()) ?? 0, day),
    )
    .replace(MONTH_FIRST, (_, month: string, day: string, year?: string) =>
      note(year, MONTH_OF.get(month.toLowerCase()) ?? 0, day),
    );
  for (const found of rest.matchAll(NUMBER)) {
    const value = plainNumber(found[0]);
    const before = rest.slice(Math.max(0, found.index - 8), found.index);
    const after = rest.slice(found.index + found[0].length, found.index + found[0].length + 12);
    const unit = UNITS.find(([, ahead, behind]) => ahead.test(before) || behind.test(after))?.[0];
    numbers.add(value);
    if (unit) numbers.add(`${value} ${unit}`);
  }
  for (const [word] of rest.matchAll(NUMBER_WORD)) numbers.add(String(WORDS[word.toLowerCase()]));
  return { numbers, dates, addresses };
}

const plainAddress = (found: string) =>
  found
    .toLowerCase()
    .replace(/[.,;:!?*_`]+$/, '')
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/+$/, '');

/** `1.000,50`, `1,000.50` and `1 000.5` are one number: a last separator before three digits groups, any other divides. */
function plainNumber(found: string): string {
  if (/:/.test(found)) return found.replace(/^0(?=\d)/, '');
  const parts = found.split(/[.,’'\u00a0\u202f ]/);
  const last = parts.at(-1) ?? '';
  const isDecimal = parts.length > 1 && last.length !== 3;
  const whole = (isDecimal ? parts.slice(0, -1) : parts).join('').replace(/^0+(?=\d)/, '');
  const fraction = isDecimal ? last.replace(/0+$/, '') : '';
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
