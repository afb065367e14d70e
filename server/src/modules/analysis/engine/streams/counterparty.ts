/**
 * Who is on the other side: bookings that share an IBAN, a creditor identifier, a merchant or a name belong together,
 * even when one of these changes over time. Payment services are looked through: their identifiers say nothing.
 */
import { fold, nameKey, payeeKey, tellingWords } from './booking-text.ts';
import type { Booking } from './stream.types.ts';

const PAYMENT_SERVICE =
  /\b(paypal|klarna|stripe|adyen|sumup|zettle|izettle|mollie|unzer|payone|computop|worldpay|checkout ?com|amazon pay(ments)?|google pay|apple pay|giropay|sofort|ratepay|riverty|afterpay|affirm|venmo|zelle|cash app|square|first data|concardis|nexi|telecash|vr payment|payengine)\b/;

/** `Ihr Einkauf bei Spotify AB`: how PayPal and others name the merchant in German statements. */
const BOUGHT_AT = /(?:einkauf bei|purchase (?:at|from)|kauf bei)\s+(.+?)(?:,|\/|$)/i;

/** A creditor identifier without its check digits and the part that the creditor may vary (SEPA: positions 3–7). */
const creditorKey = (creditorId: string): string => {
  const compact = creditorId.replace(/\s/g, '').toUpperCase();
  return compact.slice(0, 2) + compact.slice(7);
};

const WORDS_OF_TEXT_KEY = 4;
/** Purposes matter for their first words only; hostile ones are cut. */
const MAX_PURPOSE_LENGTH = 300;
/** An IBAN or creditor identifier behind more names than this collects for others. */
const MAX_NAMES_PER_IDENTIFIER = 4;

/**
 * Reads texts and identifiers, each only once, because statements repeat themselves. One per analysis. Identifiers are
 * the same string each time, so that maps of them need no hashing anew.
 */
export interface TextReader {
  /** What a statement is about, and whom it names. */
  statement: (text: string) => { text: string; payee: string };
  isPaymentService: (name: string) => boolean;
  merchant: (name: string) => string;
  party: (name: string) => string;
  creditor: (creditorId: string) => string;
  iban: (iban: string) => string;
  payee: (payeeKey: string) => string;
}

export function createTextReader(): TextReader {
  const cached = <Value>(read: (text: string) => Value): ((text: string) => Value) => {
    const cache = new Map<string, Value>();
    return (text) => {
      let value = cache.get(text);
      if (value === undefined) {
        value = read(text);
        cache.set(text, value);
      }
      return value;
    };
  };
  return {
    statement: cached((text) => {
      const telling = tellingWords(text);
      return { text: telling.slice(0, WORDS_OF_TEXT_KEY).join(' '), payee: payeeKey(telling) };
    }),
    isPaymentService: cached((name) => PAYMENT_SERVICE.test(fold(name).replace(/[^a-z0-9]+/g, ' '))),
    merchant: cached((name) => `merchant:${nameKey(name)}`),
    party: cached((name) => `name:${nameKey(name)}`),
    creditor: cached((creditorId) => `creditor:${creditorKey(creditorId)}`),
    iban: cached((iban) => `iban:${iban.replace(/\s/g, '').toUpperCase()}`),
    payee: cached((key) => `text:${key}`),
  };
}

/** What identifies the counterparty of a booking, strongest first; its kind when the booking says nothing at all. */
function identifiersOf({ transaction, text, payee }: Booking, read: TextReader): string[] {
  const { paymentPartner: partner, merchantName, purpose } = transaction;
  const keys = merchantName ? [read.merchant(merchantName)] : [];
  if (partner?.name && read.isPaymentService(partner.name)) {
    if (keys.length > 0) return keys;
    const shop = BOUGHT_AT.exec((purpose ?? '').slice(0, MAX_PURPOSE_LENGTH))?.[1];
    return [shop ? read.party(shop) : `text:${nameKey(partner.name)} ${text}`];
  }
  if (partner?.creditorId) keys.push(read.creditor(partner.creditorId));
  if (partner?.iban) keys.push(read.iban(partner.iban));
  else if (partner?.accountNumber) keys.push(`account:${partner.bankCode ?? ''}/${partner.accountNumber}`);
  if (partner?.name) {
    const key = read.party(partner.name);
    if (key !== 'name:') keys.push(key);
  }
  return keys.length > 0 ? keys : [read.payee(payee || transaction.categoryId)];
}

/** Identifiers that stand behind many names: banks and services that collect for others. */
function findCollectors(identifiers: readonly string[][]): Set<string> {
  const names = new Map<string, Set<string>>();
  for (const keys of identifiers) {
    const name = keys.find((key) => key.startsWith('merchant:')) ?? keys.find((key) => key.startsWith('name:'));
    if (!name) continue;
    for (const key of keys) {
      if (!key.startsWith('iban:') && !key.startsWith('creditor:')) continue;
      const seen = names.get(key);
      if (seen) seen.add(name);
      else names.set(key, new Set([name]));
    }
  }
  const collectors = new Set<string>();
  for (const [key, seen] of names) if (seen.size > MAX_NAMES_PER_IDENTIFIER) collectors.add(key);
  return collectors;
}

export interface CounterpartyGroup {
  /** Stable name of the group: the least of its identifiers, by kind. */
  key: string;
  identifiers: ReadonlySet<string>;
  bookings: Booking[];
}

/**
 * Groups the bookings of one account and direction by counterparty. Groups and their keys depend on the set of
 * bookings only; bookings keep their order.
 */
export function groupByCounterparty(bookings: readonly Booking[], read: TextReader): CounterpartyGroup[] {
  const all = bookings.map((booking) => identifiersOf(booking, read));
  const collectors = findCollectors(all);
  const parents = new Map<string, string>();
  const find = (key: string): string => {
    let root = key;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
    for (let at = key; at !== root; ) {
      const up = parents.get(at) as string;
      parents.set(at, root);
      at = up;
    }
    return root;
  };
  const own = all.map((keys) => {
    const kept = keys.filter((key) => !collectors.has(key));
    return kept.length > 0 ? kept : keys;
  });
  for (const keys of own) {
    const first = find(keys[0] as string);
    if (!parents.has(first)) parents.set(first, first);
    for (const key of keys.slice(1)) parents.set(find(key), first);
  }
  const groups = new Map<string, { identifiers: Set<string>; bookings: Booking[] }>();
  for (const [index, keys] of own.entries()) {
    const root = find(keys[0] as string);
    let group = groups.get(root);
    if (!group) {
      group = { identifiers: new Set(), bookings: [] };
      groups.set(root, group);
    }
    for (const key of keys) group.identifiers.add(key);
    group.bookings.push(bookings[index] as Booking);
  }
  return [...groups.values()].map((group) => ({ ...group, key: keyOfGroup(group.identifiers) }));
}

const KIND_ORDER = ['merchant:', 'creditor:', 'iban:', 'account:', 'name:', 'text:'];

/** The strongest identifier names the group; of several of one kind the first in the alphabet. */
function keyOfGroup(identifiers: ReadonlySet<string>): string {
  for (const kind of KIND_ORDER) {
    const ofKind = [...identifiers].filter((key) => key.startsWith(kind)).sort();
    if (ofKind.length > 0) return ofKind[0] as string;
  }
  return '';
}
