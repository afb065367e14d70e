/**
 * Words that say little in a single booking and much in one that comes back every month at the same price: `Whg 3` to a
 * private person is a rent then, and a contract's number is an insurance's.
 */
export interface RhythmRow {
  category: string;
  /** Least amount of each payment, in minor units. */
  fromMinor: number;
  /** Whole words of the folded text (lower case, umlauts transcribed). */
  words: RegExp;
  /** What the payments are, in the words of the reason. */
  saying: string;
}

export const rhythmRows: readonly RhythmRow[] = [
  {
    category: 'rent',
    fromMinor: 25_000,
    words: /\b(whg|wohnung|wohnraum|zimmer|apartment|appartement|apt|flat|unit|room|landlord|vermieter)\b/,
    saying: 'for a home',
  },
  {
    category: 'loan_instalment',
    fromMinor: 2_000,
    words: /\b(rate|raten|ratenzahlung|rueckzahlung|abzahlung|instalments?|installments?|repayments?)\b/,
    saying: 'of instalments',
  },
  {
    category: 'other_insurance',
    fromMinor: 300,
    words: /\b(vers|versnr|vsnr|vs nr|police|policen|policy|prem|premium|praemie)\b/,
    saying: 'under a policy',
  },
];
