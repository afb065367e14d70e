import { overlapsIdentifier } from './identifier-pattern.ts';

/**
 * The national part (BBAN) of every country of the SWIFT IBAN registry (ISO 13616), in its notation:
 * a length and a class, `n` digits, `a` letters, `c` letters or digits.
 */
const BBAN_SHAPES = `
  AD 8n12c, AE 19n, AL 8n16c, AT 16n, AZ 4a20c, BA 16n, BE 12n, BG 4a6n8c, BH 4a14c, BI 23n, BR 23n1a1c,
  BY 4c4n16c, CH 5n12c, CR 18n, CY 8n16c, CZ 20n, DE 18n, DJ 23n, DK 14n, DO 4c20n, EE 16n, EG 25n, ES 20n,
  FI 14n, FK 2a12n, FO 14n, FR 10n11c2n, GB 4a14n, GE 2a16n, GI 4a15c, GL 14n, GR 7n16c, GT 24c, HN 4a20n, HR 17n,
  HU 24n, IE 4a14n, IL 19n, IQ 4a15n, IS 22n, IT 1a10n12c, JO 4a4n18c, KW 4a22c, KZ 3n13c, LB 4n20c, LC 4a24c,
  LI 5n12c, LT 16n, LU 3n13c, LV 4a13c, LY 21n, MC 10n11c2n, MD 20c, ME 18n, MK 3n10c2n, MN 16n, MR 23n,
  MT 4a5n18c, MU 4a19n3a, NI 4a20n, NL 4a10n, NO 11n, OM 3n16c, PK 4a16c, PL 24n, PS 4a21c, PT 21n, QA 4a21c,
  RO 4a16c, RS 18n, RU 14n15c, SA 2n18c, SC 4a20n3a, SD 14n, SE 20n, SI 15n, SK 20n, SM 1a10n12c, SO 19n, ST 21n,
  SV 4a20n, TL 19n, TN 20n, TR 6n16c, UA 6n19c, VA 18n, VG 4a16n, XK 16n, YE 4a4n18c
`;

/** One class letter for each character after the country code: two check digits, then the BBAN (`DE` → 20 times `n`). */
export const IBAN_SHAPES: ReadonlyMap<string, string> = new Map(
  [...BBAN_SHAPES.matchAll(/([A-Z]{2}) (\w+)/g)].map(([, country = '', shape = '']) => [
    country,
    `nn${shape.replace(/(\d+)([nac])/g, (_, length: string, kind: string) => kind.repeat(Number(length)))}`,
  ]),
);

const CANDIDATE = /[a-z]{2}(?:[\s+-]|%20)*\d/gi;
/** What people, forms and statement lines put between the groups: blanks, line ends, hyphens, a form's `+` and `%20`. */
const SEPARATOR = /(?:[\s+-]|%20){1,3}/y;

/**
 * Replaces every IBAN (of any registered country, grouped or not, in either case, at any position, also with letters or
 * digits right beside it) whose shape and check digits (ISO 7064 mod 97-10) are right. All other text stays, also what
 * only looks like one because it begins in a UUID or a digest.
 */
export function replaceIbans(text: string, replacement: (found: string) => string): string {
  let result = '';
  let copiedTo = 0;
  CANDIDATE.lastIndex = 0;
  for (let found = CANDIDATE.exec(text); found; found = CANDIDATE.exec(text)) {
    const end = ibanEnd(text, found.index);
    if (end === -1) {
      CANDIDATE.lastIndex = found.index + 1;
      continue;
    }
    result += text.slice(copiedTo, found.index) + replacement(text.slice(found.index, end));
    copiedTo = end;
    CANDIDATE.lastIndex = end;
  }
  return copiedTo === 0 ? text : result + text.slice(copiedTo);
}

/** Where the IBAN that starts at `start` ends, or -1 when none does. */
function ibanEnd(text: string, start: number): number {
  const country = text.slice(start, start + 2).toUpperCase();
  const shape = IBAN_SHAPES.get(country);
  if (shape === undefined) return -1;
  let compact = '';
  let index = start + 2;
  for (const kind of shape) {
    SEPARATOR.lastIndex = index;
    if (SEPARATOR.test(text)) index = SEPARATOR.lastIndex;
    const code = text.charCodeAt(index);
    const isDigit = code >= 48 && code <= 57;
    const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
    if (kind === 'n' ? !isDigit : kind === 'a' ? !isLetter : !isDigit && !isLetter) return -1;
    compact += text[index];
    index += 1;
  }
  const isValid = mod97(compact.slice(2) + country + compact.slice(0, 2)) === 1;
  return isValid && !overlapsIdentifier(text, start, start + 2) ? index : -1;
}

/** ISO 7064: letters count as two digits (A = 10 … Z = 35), the number is reduced modulo 97 on the way. */
export function mod97(alphanumeric: string): number {
  let remainder = 0;
  for (const character of alphanumeric) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}
