/**
 * Who is on the other side: bookings that share an IBAN, a creditor identifier, a merchant or a name belong together,
 * even when one of these changes over time. Payment services are looked through: their identifiers say nothing.
 */
import { fold, nameKey, subjectOf } from './booking-text.ts';
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

/** Purposes matter for their first words only; hostile ones are cut. */
const MAX_PURPOSE_LENGTH = 300;
/** An IBAN or creditor identifier behind more names than this collects for others. */
const MAX_NAMES_PER_IDENTIFIER = 4;

/** Kinds of identifiers, the strongest first; the kind is what an identifier's key begins with. */
const KINDS = ['merchant', 'creditor', 'iban', 'account', 'name', 'text'] as const;
type Kind = (typeof KINDS)[number];

/** One way to recognise a counterparty. There is one object per key, so that nothing need compare or hash the keys. */
interface Identifier {
  key: string;
  /** Index in `KINDS`. */
  strength: number;
  /** Another one that means the same counterparty; of all that do, one has none and speaks for them. */
  parent: Identifier | null;
  /** Names that it was seen with, a few of them. */
  names: Identifier[];
}

/** All identifiers among some bookings. Statements repeat themselves, so each text is read once. */
interface Directory {
  identifierOf: (kind: Kind, name: string) => Identifier;
  merchant: (name: string) => Identifier;
  party: (name: string) => Identifier;
  creditor: (creditorId: string) => Identifier;
  iban: (iban: string) => Identifier;
  isPaymentService: (name: string) => boolean;
  /** `readNamed`; the same list for the same partner, which a history holds once, and merchant. */
  named: (partner: Partner, merchantName: string | null) => Identifier[] | null;
}

type Partner = Booking['transaction']['paymentPartner'];

function cached<Value>(read: (text: string) => Value): (text: string) => Value {
  const cache = new Map<string, Value>();
  return (text) => {
    let value = cache.get(text);
    if (value === undefined) {
      value = read(text);
      cache.set(text, value);
    }
    return value;
  };
}

function openDirectory(): Directory {
  const identifiers = new Map<string, Identifier>();
  const identifierOf = (kind: Kind, name: string): Identifier => {
    const key = `${kind}:${name}`;
    let identifier = identifiers.get(key);
    if (!identifier) {
      identifier = { key, strength: KINDS.indexOf(kind), parent: null, names: [] };
      identifiers.set(key, identifier);
    }
    return identifier;
  };
  const directory = {
    identifierOf,
    merchant: cached((name) => identifierOf('merchant', nameKey(name))),
    party: cached((name) => identifierOf('name', nameKey(name))),
    creditor: cached((creditorId) => identifierOf('creditor', creditorKey(creditorId))),
    iban: cached((iban) => identifierOf('iban', iban.replace(/\s/g, '').toUpperCase())),
    isPaymentService: cached((name) => PAYMENT_SERVICE.test(fold(name).replace(/[^a-z0-9]+/g, ' '))),
  };
  const lists = new Map<Partner, Map<string | null, Identifier[] | null>>();
  return {
    ...directory,
    named(partner, merchantName) {
      let ofPartner = lists.get(partner);
      if (!ofPartner) lists.set(partner, (ofPartner = new Map()));
      let list = ofPartner.get(merchantName);
      if (list === undefined) ofPartner.set(merchantName, (list = readNamed(partner, merchantName, directory)));
      return list;
    },
  };
}

/** What identifies the counterparty of a booking, strongest first; its kind when the booking says nothing at all. */
function identifiersOf(booking: Booking, directory: Directory): Identifier[] {
  const { paymentPartner: partner, merchantName, purpose, categoryId } = booking.transaction;
  const named = directory.named(partner, merchantName);
  if (named) return named;
  if (!partner?.name || !directory.isPaymentService(partner.name)) {
    return [directory.identifierOf('text', subjectOf(booking).payee || categoryId)];
  }
  const shop = BOUGHT_AT.exec((purpose ?? '').slice(0, MAX_PURPOSE_LENGTH))?.[1];
  if (shop) return [directory.party(shop)];
  return [directory.identifierOf('text', `${nameKey(partner.name)} ${subjectOf(booking).text}`)];
}

/** By whom alone, whatever the booking is for; null when that says nothing. */
function readNamed(partner: Partner, merchantName: string | null, directory: Omit<Directory, 'named'>) {
  const found = merchantName ? [directory.merchant(merchantName)] : [];
  if (partner?.name && directory.isPaymentService(partner.name)) return found.length > 0 ? found : null;
  if (partner?.creditorId) found.push(directory.creditor(partner.creditorId));
  if (partner?.iban) found.push(directory.iban(partner.iban));
  else if (partner?.accountNumber) {
    found.push(directory.identifierOf('account', `${partner.bankCode ?? ''}/${partner.accountNumber}`));
  }
  if (partner?.name) {
    const party = directory.party(partner.name);
    if (party.key !== 'name:') found.push(party);
  }
  return found.length > 0 ? found : null;
}

const isOfKind = ({ strength }: Identifier, kind: Kind): boolean => KINDS[strength] === kind;
const mayCollect = (identifier: Identifier): boolean =>
  isOfKind(identifier, 'iban') || isOfKind(identifier, 'creditor');

/** Stands behind many names: a bank or a service that collects for others. */
const isCollector = ({ names }: Identifier): boolean => names.length > MAX_NAMES_PER_IDENTIFIER;

function noteNames(identifiers: readonly Identifier[]): void {
  const name =
    identifiers.find((each) => isOfKind(each, 'merchant')) ?? identifiers.find((each) => isOfKind(each, 'name'));
  if (!name) return;
  for (const each of identifiers) {
    if (mayCollect(each) && !isCollector(each) && !each.names.includes(name)) each.names.push(name);
  }
}

function rootOf(identifier: Identifier): Identifier {
  let root = identifier;
  while (root.parent) root = root.parent;
  if (identifier !== root) identifier.parent = root;
  return root;
}

/** A list of nothing else stays as it is. */
function withoutCollectors(identifiers: Identifier[]): Identifier[] {
  if (!identifiers.some(isCollector)) return identifiers;
  const others = identifiers.filter((each) => !isCollector(each));
  return others.length > 0 ? others : identifiers;
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
export function groupByCounterparty(bookings: readonly Booking[]): CounterpartyGroup[] {
  const directory = openDirectory();
  const all = bookings.map((booking) => identifiersOf(booking, directory));
  // Most bookings share their list with others.
  const lists = new Set(all);
  for (const identifiers of lists) noteNames(identifiers);
  const own = new Map(Array.from(lists, (identifiers) => [identifiers, withoutCollectors(identifiers)]));
  for (const identifiers of own.values()) {
    const root = rootOf(identifiers[0] as Identifier);
    for (let other = 1; other < identifiers.length; other++) {
      const joined = rootOf(identifiers[other] as Identifier);
      if (joined !== root) joined.parent = root;
    }
  }
  const groups = new Map<Identifier, { identifiers: Set<Identifier>; bookings: Booking[] }>();
  const bookingsOf = new Map<Identifier[], Booking[]>();
  for (const [list, identifiers] of own) {
    const root = rootOf(identifiers[0] as Identifier);
    let group = groups.get(root);
    if (!group) {
      group = { identifiers: new Set(), bookings: [] };
      groups.set(root, group);
    }
    for (const each of identifiers) group.identifiers.add(each);
    bookingsOf.set(list, group.bookings);
  }
  for (const [n, booking] of bookings.entries()) bookingsOf.get(all[n] as Identifier[])?.push(booking);
  return [...groups.values()].map((group) => ({
    key: strongestOf(group.identifiers).key,
    identifiers: new Set(Array.from(group.identifiers, (each) => each.key)),
    bookings: group.bookings,
  }));
}

/** The identifier that names the group; of several of the strongest kind the first in the alphabet. */
function strongestOf(identifiers: ReadonlySet<Identifier>): Identifier {
  let best: Identifier | null = null;
  for (const each of identifiers) {
    if (!best || each.strength < best.strength || (each.strength === best.strength && each.key < best.key)) best = each;
  }
  return best as Identifier;
}
