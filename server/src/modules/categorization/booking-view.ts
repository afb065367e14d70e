import type { Transaction } from '#modules/banking/index.ts';
import { createBoundedCache } from './bounded-cache.ts';
import type { Lexicon } from './lexicon/load-lexicon.ts';
import { entryOf, isGuardedValue } from './lexicon/merchant-index.ts';
import { createPatternMatches } from './lexicon/pattern-automaton.ts';
import { WordKind } from './lexicon/word-sets.ts';
import { behindAmazonPayments, isWallet, serviceOf, unwrap } from './text/intermediaries.ts';
import { merchantBehindIntermediary, readStatement, type StatementText } from './text/read-statement.ts';
import { createTokenBuffer, readTokens, type TokenBuffer, tokensOf } from './text/tokens.ts';

/** One booking as the evidence looks at it: who (name), what for (purpose), what kind (booking text). */
export interface BookingView {
  incoming: boolean;
  amountMinor: number;
  statement: StatementText;
  name: TokenBuffer;
  purpose: TokenBuffer;
  bookingText: string;
  /** What stands in `name` is the purpose: the bank named no partner, or an intermediary. */
  nameIsPurpose: boolean;
  isCard: boolean;
  /** Shown name of the intermediary in front of the merchant. */
  via: string | null;
  /** First word of the name that is not the bank's own. */
  head: number;
  isPerson: boolean;
  /** The partner's name shows a legal form. */
  isOrganisation: boolean;
  isBank: boolean;
  nameText: string;
  rawPartner: string | null;
  /** Of a name, read once: few stand for most bookings. */
  readonly nameOf: (text: string) => Name;
  /** For what stands in the place of a name and is another text each time. */
  readonly scratch: TokenBuffer;
}

interface Name {
  tokens: TokenBuffer;
  head: number;
}

const MOST_NAMES = 2000;

export const createBookingView = (lexicon: Lexicon): BookingView => ({
  incoming: false,
  amountMinor: 0,
  statement: readStatement(''),
  name: createTokenBuffer(),
  purpose: createTokenBuffer(),
  bookingText: '',
  nameIsPurpose: false,
  isCard: false,
  via: null,
  head: 0,
  isPerson: false,
  isOrganisation: false,
  isBank: false,
  nameText: '',
  rawPartner: null,
  scratch: createTokenBuffer(),
  nameOf: createBoundedCache(MOST_NAMES, (text) => {
    const tokens = tokensOf(text);
    return { tokens, head: findHead(lexicon, tokens) };
  }),
});

const cardWords = /kart|card|visa|maestro|girocard|\bpos\b|\bec\b|elv|debit ?k|amex|paypal/i;
const kindOf = (lexicon: Lexicon, buffer: TokenBuffer, index: number): number => {
  const kind = lexicon.words.sequences.find(buffer, index);
  return kind === -1 || lexicon.words.sequences.matchedTokens !== 1 ? 0 : kind;
};

const isMostlyDigits = (buffer: TokenBuffer, index: number): boolean =>
  (buffer.digits[index] as number) * 2 >= (buffer.ends[index] as number) - (buffer.starts[index] as number);

/** The first word that can begin a merchant's name. */
const findHead = (lexicon: Lexicon, buffer: TokenBuffer): number => {
  for (let index = 0; index < buffer.count; index++) {
    if (!isMostlyDigits(buffer, index) && !(kindOf(lexicon, buffer, index) & WordKind.noise)) return index;
  }
  return 0;
};

/** A name of two or three words (titles aside) that starts or ends with a first name, and no legal form. */
const looksLikePerson = (lexicon: Lexicon, buffer: TokenBuffer): boolean => {
  let words = 0;
  let firstKind = 0;
  let lastKind = 0;
  for (let index = 0; index < buffer.count; index++) {
    const kind = kindOf(lexicon, buffer, index);
    if (kind & WordKind.title) continue;
    if ((buffer.digits[index] as number) > 0 || (kind & WordKind.legal && !(kind & WordKind.firstName))) return false;
    if (words === 0) firstKind = kind;
    lastKind = kind;
    words++;
  }
  return words >= 2 && words <= 4 && Boolean((firstKind | lastKind) & WordKind.firstName);
};

const physician = /\bdr\.?\s?med\b/i;

const tradeMatches = createPatternMatches();

/** `Haarstudio Angela`: the first word is a trade and no family name, so the first name behind it is a business's. */
const startsWithTrade = (lexicon: Lexicon, view: BookingView, partner: string): boolean => {
  const { name } = view;
  if (partner.includes(',') || kindOf(lexicon, name, 0) & (WordKind.firstName | WordKind.surname | WordKind.title))
    return false;
  const { automaton, rulesOf } = lexicon.rules;
  automaton.scan(name.symbols, name.length, tradeMatches);
  for (let index = 0; index < tradeMatches.count; index++) {
    const rules = rulesOf[tradeMatches.pattern[index] as number] as readonly { zone: string }[];
    if ((tradeMatches.start[index] as number) < (name.ends[0] as number) && rules.some((rule) => rule.zone === 'name'))
      return true;
  }
  return false;
};

const legalForms =
  /\b(gmbh|mbh|ag|kg|kgaa|ohg|ug|eg|e\.? ?v|gbr|inc|llc|ltd|limited|plc|corp|se|s\.? ?a|sarl|b\.? ?v|stiftung|verein|amt|kasse)\b/i;

/** A bank, its branch or its machine: then who was meant stands in the purpose. */
const bankOrMachine = /sparkasse|\bbank\b|volksbank|landesbank|\bfiliale|geldautomat|\bautomat\b/i;

/** What the raw spelling of a partner says; few partners stand for most bookings. */
const partnerFacts = createBoundedCache(5000, (partner) => ({
  service: serviceOf(partner),
  organisation: legalForms.test(partner),
  bank: bankOrMachine.test(partner),
}));

const isCardBooking = createBoundedCache(1000, (bookingText) => cardWords.test(bookingText));

/** The text to look for a merchant in, once the payment service before it is taken off. */
const readName = (view: BookingView, partner: string | null, purpose: string): string => {
  view.via = null;
  view.nameIsPurpose = !partner;
  if (partner) {
    const { service } = partnerFacts(partner);
    const unwrapped = unwrap(partner, view.isCard) ?? behindAmazonPayments(partner, purpose);
    view.via = unwrapped?.via ?? service;
    if (unwrapped) return unwrapped.rest;
    if (!service) return partner;
    const behind = merchantBehindIntermediary(purpose);
    if (behind) return behind;
    view.nameIsPurpose = purpose.trim() !== '';
    if (view.nameIsPurpose) return purpose;
    if (isWallet(service)) view.via = null;
    return partner;
  }
  const unwrapped = unwrap(purpose, view.isCard);
  view.via = unwrapped?.via ?? null;
  return unwrapped?.rest ?? purpose;
};

const readTokensOfName = (view: BookingView, lexicon: Lexicon): void => {
  if (view.nameIsPurpose) {
    readTokens(view.scratch, view.nameText);
    view.name = view.scratch;
    view.head = findHead(lexicon, view.scratch);
  } else {
    const { tokens, head } = view.nameOf(view.nameText);
    view.name = tokens;
    view.head = head;
  }
};

/** Google Play sells apps with any name: only a merchant that is known for certain is taken for the one behind it. */
const doubtGooglePlay = (view: BookingView, partner: string | null, lexicon: Lexicon): void => {
  const found = lexicon.merchants.sequences.find(view.name, view.head);
  if (found !== -1 && !isGuardedValue(found)) {
    const { name, curated } = entryOf(lexicon.merchants, found);
    if (curated && !name.startsWith('Google')) return;
  }
  view.via = null;
  view.nameText = partner ?? view.statement.purpose;
  readTokensOfName(view, lexicon);
};

/** Reads a booking into the (reused) view. */
export const readBooking = (view: BookingView, transaction: Transaction, lexicon: Lexicon): void => {
  const statement = readStatement(transaction.purpose ?? '');
  view.statement = statement;
  view.incoming = transaction.amountMinor > 0;
  view.amountMinor = transaction.amountMinor;
  const partner = transaction.paymentPartner?.name?.trim() || statement.partner?.trim() || null;
  view.rawPartner = partner;
  const bookingText = transaction.bookingText ?? statement.bookingText ?? '';
  view.isCard =
    partner === null || transaction.merchantCategoryCode !== null || (bookingText !== '' && isCardBooking(bookingText));
  view.nameText = readName(view, partner, statement.purpose);
  readTokensOfName(view, lexicon);
  if (view.via === 'Google Play') doubtGooglePlay(view, partner, lexicon);
  if (partner) readTokens(view.purpose, statement.purpose);
  else view.purpose.count = view.purpose.length = 0;
  view.bookingText = bookingText;
  view.isOrganisation = partner !== null && partnerFacts(partner).organisation;
  view.isBank = partner !== null && partnerFacts(partner).bank;
  view.isPerson =
    partner !== null &&
    !view.isOrganisation &&
    !view.isCard &&
    !physician.test(partner) &&
    !view.via &&
    looksLikePerson(lexicon, view.name) &&
    !startsWithTrade(lexicon, view, partner);
};

/** `Praxis X`, `Salon Y`, `Dr. med. Z`, `Berliner Sparkasse`: unknown words, yet not the name of a person. */
export const hasTradeName = (lexicon: Lexicon, view: BookingView): boolean =>
  view.rawPartner !== null &&
  (physician.test(view.rawPartner) || view.isBank || startsWithTrade(lexicon, view, view.rawPartner));

export { isMostlyDigits, kindOf };
