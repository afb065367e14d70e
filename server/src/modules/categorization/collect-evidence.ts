import type { Transaction } from '#modules/banking/index.ts';
import { type BookingView, hasTradeName, isMostlyDigits, kindOf } from './booking-view.ts';
import { createBoundedCache } from './bounded-cache.ts';
import { type Candidate, consider, losesTo, type Ranking } from './candidates.ts';
import type { Merchant } from './categorization.types.ts';
import { businessTransactionCodes, type CodeRow, purposeCodes } from './evidence/bank-codes.ts';
import { bankCodeOwnerOf, creditorIds } from './evidence/creditors.ts';
import {
  boughtByTransferService,
  incomingOf,
  LEAST_TANK_MINOR,
  merchantWeight,
  stationsWithShop,
} from './evidence/directions.ts';
import { categoryOfMerchantCode, vagueMerchantCodes } from './evidence/merchant-category-codes.ts';
import type { Lexicon } from './lexicon/load-lexicon.ts';
import { entryOf, isGuardedValue, type MerchantEntry } from './lexicon/merchant-index.ts';
import { createPatternMatches, type PatternMatches } from './lexicon/pattern-automaton.ts';
import type { CompiledRule } from './lexicon/rule-index.ts';
import { WordKind } from './lexicon/word-sets.ts';
import { usualBehind } from './text/intermediaries.ts';
import { createTokenBuffer, readTokens, type TokenBuffer } from './text/tokens.ts';

type TextField = 'name' | 'purpose';
type Field = TextField | 'booking';

const scratch = createPatternMatches();
const noMatches = createPatternMatches();

/** What was seen beside the strongest category: whether a public creditor is named, and what a transfer paid for. */
export interface Signals {
  publicCreditor: boolean;
  boughtByTransfer: Candidate | null;
}

const refundOf = (category: string): boolean => incomingOf[category] === undefined;

const refundWords = /erstatt|r(ü|ue)ckz|guthaben|gutschrift|refund|retour|storno|return|reversal|rebate|credit/i;
const LARGE_REFUND_MINOR = 40_000;

/**
 * Money coming in by transfer from a business is often no refund but pay: large amounts need a word that says refund.
 * In percent, taken off the weight.
 */
const refundDoubt = (view: BookingView): number => {
  if (view.isCard) return 0;
  return view.amountMinor >= LARGE_REFUND_MINOR && !refundWords.test(view.statement.purpose) ? 56 : 10;
};

/** Where a symbol stands, in words. */
const tokenAt = (buffer: TokenBuffer, symbol: number): number => {
  let token = 0;
  while (token < buffer.count - 1 && (buffer.starts[token + 1] as number) <= symbol) token++;
  return token;
};

const LATE_WORD = 4;

/** How much a rule counts in this field, in percent; 0: not at all. */
const ruleWeight = (rule: CompiledRule, field: Field, view: BookingView): number => {
  if (field === 'booking') return rule.zone === 'booking' ? rule.weight : rule.zone === 'name' ? 0 : rule.weight - 1;
  if (rule.zone === 'booking') return 0;
  if (field === 'name') {
    if (view.nameIsPurpose) return rule.weight;
    if (view.isPerson && rule.zone !== 'text') return rule.evidence === 'phrase' ? 0 : rule.weight - 10;
    return rule.zone === 'text' ? rule.weight - 3 : rule.weight;
  }
  if (rule.zone !== 'name') return view.isPerson && rule.weight < 93 ? rule.weight - 25 : rule.weight;
  if (view.isPerson) return 0;
  return view.isCard || view.via || view.isBank ? rule.weight - 4 : rule.weight - 22;
};

const reasonIn = {
  name: (said: string) => `The name says “${said}”`,
  purpose: (said: string) => `The purpose says “${said}”`,
  booking: (said: string) => `The booking text says “${said}”`,
  text: (said: string) => `The text says “${said}”`,
};

/** The reason of a phrase, by place and number of its pattern: the same few thousand sentences again and again. */
const phraseReasons = new WeakMap<Lexicon, Record<keyof typeof reasonIn, string[]>>();

const reasonOfPhrase = (lexicon: Lexicon, place: keyof typeof reasonIn, pattern: number): string => {
  let reasons = phraseReasons.get(lexicon);
  if (!reasons) {
    reasons = { name: [], purpose: [], booking: [], text: [] };
    phraseReasons.set(lexicon, reasons);
  }
  const said = lexicon.rules.automaton.patternTexts[pattern] as string;
  return (reasons[place][pattern] ??= reasonIn[place](said.replaceAll('*', '')));
};

/** Booking texts are the bank's own few words: what was found in one is remembered. */
const bookingPhrases = new WeakMap<Lexicon, (text: string) => PatternMatches>();

const rememberedPhrases = (lexicon: Lexicon): ((text: string) => PatternMatches) => {
  const known = bookingPhrases.get(lexicon);
  if (known) return known;
  const buffer = createTokenBuffer();
  const remember = createBoundedCache(4000, (text): PatternMatches => {
    readTokens(buffer, text);
    lexicon.rules.automaton.scan(buffer.symbols, buffer.length, scratch);
    const { count, pattern, start, end } = scratch;
    return { count, pattern: pattern.slice(0, count), start: start.slice(0, count), end: end.slice(0, count) };
  });
  bookingPhrases.set(lexicon, remember);
  return remember;
};

const findPhrases = (view: BookingView, field: Field, lexicon: Lexicon): PatternMatches => {
  if (field === 'booking') return view.bookingText === '' ? noMatches : rememberedPhrases(lexicon)(view.bookingText);
  if (field === 'name' && view.rawPartner === view.nameText) return rememberedPhrases(lexicon)(view.nameText);
  const buffer = view[field];
  if (buffer.count === 0) return noMatches;
  lexicon.rules.automaton.scan(buffer.symbols, buffer.length, scratch);
  return scratch;
};

/** Looks for every known phrase in one field. */
export const considerPhrases = (
  ranking: Ranking,
  signals: Signals,
  view: BookingView,
  field: Field,
  lexicon: Lexicon,
): void => {
  const { rulesOf, isPublicCreditor } = lexicon.rules;
  const matches = findPhrases(view, field, lexicon);
  for (let index = 0; index < matches.count; index++) {
    const pattern = matches.pattern[index] as number;
    if (isPublicCreditor.has(pattern)) signals.publicCreditor = true;
    for (const rule of rulesOf[pattern] as readonly CompiledRule[]) {
      const category = view.incoming ? rule.incoming : rule.out;
      if (!category) continue;
      let weight = ruleWeight(rule, field, view);
      if (weight <= 0) continue;
      if (field === 'name' && view.nameIsPurpose && rule.zone === 'name') {
        if (tokenAt(view.name, matches.start[index] as number) - view.head >= LATE_WORD) weight -= 9;
      }
      const refund = view.incoming && rule.refund;
      if (refund) weight -= refundDoubt(view);
      const isBought = !view.incoming && boughtByTransferService.has(category);
      if (!isBought && losesTo(ranking, category, weight)) continue;
      const reason = reasonOfPhrase(lexicon, field === 'name' && view.nameIsPurpose ? 'text' : field, pattern);
      const evidence = field === 'booking' && rule.evidence === 'phrase' ? 'booking_type' : rule.evidence;
      const candidate: Candidate = { category, weight, evidence, reason, refund, merchant: null };
      if (isBought && weight > (signals.boughtByTransfer?.weight ?? 0)) signals.boughtByTransfer = candidate;
      consider(ranking, candidate);
    }
  }
};

/** A guarded name counts only when nothing but numbers, places or legal forms follows it. */
const isSupported = (
  view: BookingView,
  buffer: TokenBuffer,
  from: number,
  after: number,
  lexicon: Lexicon,
): boolean => {
  if (from > view.head) return false;
  const last = view.nameIsPurpose ? Math.min(after + 1, buffer.count) : buffer.count;
  for (let token = after; token < last; token++) {
    if ((buffer.digits[token] as number) > 0) continue;
    if (!(kindOf(lexicon, buffer, token) & (WordKind.legal | WordKind.place | WordKind.noise))) return false;
  }
  return true;
};

const UNSUPPORTED = 40;

const merchantStrength = (
  entry: MerchantEntry,
  guarded: boolean,
  view: BookingView,
  field: TextField,
  from: number,
  words: number,
  lexicon: Lexicon,
): number => {
  const buffer = view[field];
  const base = merchantWeight[entry.category] ?? 95;
  if (field === 'purpose') {
    if (view.isPerson || guarded || !entry.curated) return 0;
    if (view.via || view.isCard) return base - 3;
    return words > 1 && view.rawPartner !== null ? base - 14 : 0;
  }
  if (view.isPerson && (guarded || !entry.curated || words === 1)) return 0;
  if (guarded) return isSupported(view, buffer, from, from + words, lexicon) ? base - 3 : UNSUPPORTED;
  const atHead = from <= view.head;
  if (entry.curated) return atHead ? base + (words > 1 ? 2 : 0) : words > 1 ? base - 4 : base - 8;
  if (atHead) return words > 1 ? 92 : isSupported(view, buffer, from, from + words, lexicon) ? 88 : 74;
  return words > 1 ? 74 : 0;
};

/** A shop also pays wages: money coming in from one is a refund only where nothing says otherwise. */
const MAX_REFUND_WEIGHT = 90;

const soldBy = ({ category, name }: MerchantEntry, view: BookingView): string => {
  const isShop = category === 'fuel' && -view.amountMinor < LEAST_TANK_MINOR && !view.incoming;
  return isShop && stationsWithShop.has(name) ? 'convenience_store' : category;
};

interface NamedMerchant {
  merchant: Merchant;
  reason: string;
}

/** How a merchant is told of, by the field that names it: a history names the same few again and again. */
const namedMerchants = new WeakMap<MerchantEntry, Partial<Record<TextField, NamedMerchant>>>();

const nameMerchant = (entry: MerchantEntry, field: TextField, via: string | null): NamedMerchant => {
  const reason = field === 'purpose' ? `The purpose names ${entry.name}` : `The name is that of ${entry.name}`;
  const merchant: Merchant = { name: entry.name, ...(entry.domain ? { domain: entry.domain } : {}) };
  if (via) return { merchant: { ...merchant, via }, reason: `Behind ${via}: ${reason}` };
  const known = namedMerchants.get(entry) ?? {};
  namedMerchants.set(entry, known);
  return (known[field] ??= { merchant, reason });
};

/** Looks for every known merchant in one field. */
export const considerMerchants = (ranking: Ranking, view: BookingView, field: TextField, lexicon: Lexicon): void => {
  const buffer = view[field];
  const { sequences } = lexicon.merchants;
  for (let from = 0; from < buffer.count; from++) {
    if (isMostlyDigits(buffer, from) && (buffer.digits[from] as number) > 2) continue;
    const found = sequences.find(buffer, from);
    if (found === -1) continue;
    const words = sequences.matchedTokens;
    const entry = entryOf(lexicon.merchants, found);
    let weight = merchantStrength(entry, isGuardedValue(found), view, field, from, words, lexicon);
    if (weight > 0) {
      const category = view.incoming ? (incomingOf[entry.category] ?? entry.category) : soldBy(entry, view);
      const refund = view.incoming && refundOf(entry.category);
      if (refund) weight = Math.min(weight, MAX_REFUND_WEIGHT) - refundDoubt(view);
      if (losesTo(ranking, category, weight)) {
        from += words - 1;
        continue;
      }
      const { merchant, reason } = nameMerchant(entry, field, view.via);
      consider(ranking, { category, weight, evidence: 'merchant', reason, refund, merchant });
    }
    from += words - 1;
  }
};

const considerCode = (ranking: Ranking, view: BookingView, row: CodeRow | undefined, label: string): void => {
  if (!row) return;
  const [weight, out, incoming] = row;
  const category = view.incoming ? (incoming === '=' ? out : incoming) : out;
  if (category === '-') return;
  const refund = view.incoming && incoming === '=';
  consider(ranking, {
    category,
    weight,
    evidence: 'purpose_code',
    reason: `The bank's ${label}`,
    refund,
    merchant: null,
  });
};

/** The German GVC in a bank's code, empty when there is none; a bank uses few codes. */
const gvcOf = createBoundedCache(1000, (code) => /(?:^|\+|\D)(\d{3})(?:\+|\D|$)/.exec(code)?.[1] ?? '');

/** Who a creditor id belongs to, and the id without spaces. */
const creditorOf = createBoundedCache(5000, (creditorId) => {
  if (creditorId.length < 8) return null;
  const id = creditorId.replace(/\s+/g, '').toUpperCase();
  const creditor = creditorIds[`${id.slice(0, 2)}:${id.slice(7)}`];
  return creditor?.category ? { id, name: creditor.name, category: creditor.category } : null;
});

const considerCreditor = (ranking: Ranking, view: BookingView, creditorId: string | null): void => {
  const creditor = creditorId ? creditorOf(creditorId) : null;
  if (!creditor) return;
  consider(ranking, {
    category: creditor.category,
    weight: creditor.category === 'online_marketplace' ? 90 : 97,
    evidence: 'creditor_id',
    reason: `The creditor id ${creditor.id} is that of ${creditor.name}`,
    refund: view.incoming,
    merchant: { name: creditor.name },
  });
};

const bankOf = createBoundedCache(5000, (iban) =>
  iban.startsWith('DE') ? (bankCodeOwnerOf(iban.replace(/\s+/g, '')) ?? null) : null,
);

const considerBank = (ranking: Ranking, view: BookingView, iban: string | null): void => {
  const bank = iban ? bankOf(iban) : null;
  const category = view.incoming ? bank?.incoming : bank?.out;
  if (!bank || !category) return;
  consider(ranking, {
    category,
    weight: bank.weight,
    evidence: 'bank_code',
    reason: `The partner's bank is ${bank.name}`,
    refund: false,
    merchant: null,
  });
};

/** Looks at every code the bank sent beside the text. */
export const considerCodes = (ranking: Ranking, view: BookingView, transaction: Transaction): void => {
  const { statement } = view;
  const purposeCode = transaction.purposeCode ?? statement.purposeCode;
  if (purposeCode)
    considerCode(ranking, view, purposeCodes[purposeCode.toUpperCase()], `purpose code is ${purposeCode}`);
  const gvc = gvcOf(transaction.bankTransactionCode ?? '') || statement.transactionCode;
  if (gvc) considerCode(ranking, view, businessTransactionCodes[gvc], `transaction code is ${gvc}`);
  considerCreditor(ranking, view, transaction.paymentPartner?.creditorId ?? statement.creditorId);
  considerBank(ranking, view, transaction.paymentPartner?.iban ?? statement.iban);
  const mcc = transaction.merchantCategoryCode;
  const known = mcc ? categoryOfMerchantCode.get(mcc) : undefined;
  if (mcc && known) {
    const weight = vagueMerchantCodes.has(mcc) ? 72 : 96;
    const category = view.incoming ? (incomingOf[known] ?? known) : known;
    consider(ranking, {
      category,
      weight,
      evidence: 'merchant_category_code',
      reason: `The merchant category code is ${mcc}`,
      refund: view.incoming && refundOf(known),
      merchant: null,
    });
  }
};

/** Above this weight the statistical guess is not worth its time: it is never this sure. */
const CLEAR_ENOUGH = 79;

/** Two or three words without a digit, sent to by transfer: most likely a person whose first name no list has. */
const hasShapeOfPersonName = (view: BookingView): boolean => {
  const { name } = view;
  if (
    view.rawPartner === null ||
    view.nameIsPurpose ||
    view.isOrganisation ||
    view.isCard ||
    name.count < 2 ||
    name.count > 3
  )
    return false;
  for (let token = 0; token < name.count; token++) {
    if ((name.digits[token] as number) > 0 || (name.ends[token] as number) - (name.starts[token] as number) < 2)
      return false;
  }
  return true;
};

/** What the intermediary or the shape of the partner alone says. */
export const considerShape = (ranking: Ranking, view: BookingView, lexicon: Lexicon): void => {
  const add = (
    category: string,
    weight: number,
    reason: string,
    evidence: Candidate['evidence'] = 'booking_type',
  ): void =>
    consider(ranking, {
      category,
      weight,
      evidence,
      reason,
      refund: view.incoming && refundOf(category) && !category.endsWith('_in'),
      merchant: null,
    });
  if (view.isPerson) {
    add(
      view.incoming ? 'private_transfer_in' : 'private_transfer_out',
      view.isCard ? 60 : 88,
      `The partner “${view.rawPartner}” is a person`,
    );
    return;
  }
  if (hasShapeOfPersonName(view) && !hasTradeName(lexicon, view))
    add(
      view.incoming ? 'private_transfer_in' : 'private_transfer_out',
      68,
      `“${view.rawPartner}” has the shape of a person's name`,
    );
  const usual = view.via === null ? undefined : usualBehind(view.via);
  if (usual && usual[0] !== ranking.best?.category) add(...usual);
  const isOpen = !ranking.best || ranking.best.weight < CLEAR_ENOUGH;
  const guess = isOpen && view.name.count > 0 ? lexicon.classifier.predict(view.name, view.head) : null;
  if (guess && !(view.incoming && !view.isCard)) {
    const category = view.incoming ? (incomingOf[guess.category] ?? guess.category) : guess.category;
    add(
      category,
      Math.round(guess.probability * 78),
      `The letters of “${view.nameText.slice(0, 40)}” look like this category`,
      'statistical',
    );
  }
};
