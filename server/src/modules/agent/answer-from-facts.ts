import type { Scalar } from '#modules/integrations/index.ts';
import type { Language } from '#platform/text/language.ts';
import type { ComposedReply } from './compose-reply.ts';

/** A question about the customer's own bank data that facts answer by themselves. */
interface FactQuestion {
  /** All of them have to be known. */
  needs: readonly string[];
  /** The date that it promises. */
  comes?: string;
  /** Each has to match; `i` and `my`, so that "when do you pay salaries?" is not meant. */
  patterns: readonly RegExp[];
  say: Record<Language, (facts: Facts, write: Writers) => string>;
}

type Facts = Readonly<Record<string, Scalar>>;
interface Writers {
  date(value: Scalar | undefined): string;
  money(value: Scalar | undefined, currency: Scalar | undefined): string;
}

/** Any of these words, in letters of any language. */
const words = (alternatives: string) => new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, 'iu');

const OWN = words('my|i|me|mein\\p{L}*|ich|mir');
/** Words about it that want something else: to change, to prove, to complain. */
const OTHER = words(
  'change|certificate|proof|wrong|missing|late|split|advance|ändern|nachweis|bescheinigung|falsch|fehlt|vorschuss',
);
const LONGEST_QUESTION = 160;

const QUESTIONS: readonly FactQuestion[] = [
  {
    needs: ['salary_next_date'],
    comes: 'salary_next_date',
    patterns: [
      OWN,
      words('when|what day|which day|next|wann|welche[mnr]? tag|nächste[nrs]?'),
      words('salary|wages?|paycheck|pay day|payday|gehalt|lohn'),
    ],
    say: {
      en: (facts, { date, money }) =>
        `Your next salary${facts.salary_median == null ? '' : ` (usually ${money(facts.salary_median, facts.currency)})`} is expected on ${date(facts.salary_next_date)}.`,
      de: (facts, { date, money }) =>
        `Ihr nächstes Gehalt${facts.salary_median == null ? '' : ` (üblich sind ${money(facts.salary_median, facts.currency)})`} wird am ${date(facts.salary_next_date)} erwartet.`,
    },
  },
  {
    needs: ['total_balance', 'currency'],
    patterns: [
      OWN,
      words('how much|what|wie viel|wieviel|wie hoch|was'),
      words('balance|money do i have|kontostand|guthaben|geld habe ich'),
    ],
    say: {
      en: (facts, { money }) => `Your accounts together hold ${money(facts.total_balance, facts.currency)}.`,
      de: (facts, { money }) => `Auf Ihren Konten sind zusammen ${money(facts.total_balance, facts.currency)}.`,
    },
  },
  {
    needs: ['next_payment_name', 'next_payment_date', 'next_payment_amount', 'currency'],
    comes: 'next_payment_date',
    patterns: [
      OWN,
      words('next|upcoming|nächste[nrs]?'),
      words('payment|direct debit|standing order|bill|zahlung|lastschrift|dauerauftrag|abbuchung|rechnung'),
    ],
    say: {
      en: (facts, { date, money }) =>
        `Your next regular payment is due on ${date(facts.next_payment_date)}: ${facts.next_payment_name}, ${money(facts.next_payment_amount, facts.currency)} the last time.`,
      de: (facts, { date, money }) =>
        `Ihre nächste regelmäßige Zahlung ist am ${date(facts.next_payment_date)} fällig: ${facts.next_payment_name}, zuletzt ${money(facts.next_payment_amount, facts.currency)}.`,
    },
  },
];

/**
 * The answer to a question about one's own bank data, when the facts that replies may use hold it; null otherwise. Pure.
 * Facts come only for a customer whom the company vouches for, so nobody else's can be told.
 *
 * @param today ISO date; what was expected before has not come, and is not promised again
 */
export function answerFromFacts(
  message: string,
  { language, locale, today }: { language: Language; locale: string; today: string },
  facts: Facts,
): ComposedReply | null {
  if (message.length > LONGEST_QUESTION || OTHER.test(message)) return null;
  const isKnown = (name: string) => (facts[name] ?? null) !== null;
  const isAhead = (name: string | undefined) => name === undefined || String(facts[name]) >= today;
  const question = QUESTIONS.find(
    ({ needs, comes, patterns }) =>
      needs.every(isKnown) && isAhead(comes) && patterns.every((pattern) => pattern.test(message)),
  );
  if (!question) return null;
  const text = question.say[language](facts, writersOf(locale));
  return { message: text, type: 'message', status: 'Resolved', used: [] };
}

function writersOf(locale: string): Writers {
  return {
    date: (value) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${String(value)}T00:00:00Z`),
      ),
    money: (value, currency) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency: String(currency ?? 'EUR') }).format(Number(value)),
  };
}
