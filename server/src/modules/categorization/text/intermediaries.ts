/**
 * Payment services, wallets and marketplaces that stand in front of the merchant who was paid: what they write before
 * the merchant's name on a card line, and how they are called as the partner of a transfer.
 */

/** What the service alone says when nothing is known of the merchant: `[category, weight in percent, why]`. */
type Usual = readonly [category: string, weight: number, reason: string];

interface Intermediary {
  /** What stands before `*` on a card line, as alternatives of a regular expression. */
  before: string;
  /** The name to show. */
  name: string;
  usual?: Usual;
}

const vending = (name: string): Usual => ['vending', 97, `${name} is a payment service of vending machines`];

const beforeStar: readonly Intermediary[] = [
  {
    before: 'sq|gosq',
    name: 'Square',
    usual: ['restaurants', 42, 'Square is mostly used by small restaurants and shops'],
  },
  {
    before: 'tst|toast',
    name: 'Toast',
    usual: ['restaurants', 87, 'Toast is a payment service of restaurants'],
  },
  {
    before: 'sp',
    name: 'Shopify',
    usual: ['other_shopping', 58, 'Shopify is a payment service of online shops'],
  },
  { before: 'pp|paypal|pypl|ppl', name: 'PayPal' },
  { before: 'klarna', name: 'Klarna' },
  { before: 'sumup', name: 'SumUp' },
  { before: 'i?zettle|iz', name: 'Zettle' },
  { before: 'stripe', name: 'Stripe' },
  { before: 'adyen', name: 'Adyen' },
  { before: 'mollie', name: 'Mollie' },
  { before: 'crv', name: 'Curve' },
  { before: 'cko', name: 'Checkout.com' },
  { before: 'fs', name: 'FastSpring' },
  { before: 'wpy', name: 'WePay' },
  { before: 'py', name: 'a payment facilitator' },
  { before: 'ctlp', name: 'Cantaloupe', usual: vending('Cantaloupe') },
  { before: 'nyx', name: 'Nayax', usual: vending('Nayax') },
  { before: 'dd', name: 'DoorDash', usual: ['restaurants', 96, 'The text starts with DoorDash’s “DD *”'] },
  { before: 'ic', name: 'Instacart', usual: ['groceries', 96, 'The text starts with Instacart’s “IC*”'] },
  { before: 'eb', name: 'Eventbrite', usual: ['events_attractions', 92, 'The text starts with Eventbrite’s “EB *”'] },
  { before: 'google', name: 'Google Play' },
  { before: 'amz', name: 'Amazon Pay' },
];

/** Wallets are written with or without the star; `AplPay` and `GglPay` are how American Express writes two of them. */
const wallets: Readonly<Record<string, string>> = {
  apple: 'Apple Pay',
  apl: 'Apple Pay',
  google: 'Google Pay',
  ggl: 'Google Pay',
  amazon: 'Amazon Pay',
  amzn: 'Amazon Pay',
  samsung: 'Samsung Pay',
  garmin: 'Garmin Pay',
};

const starred = new RegExp(
  `(?:^|[^a-z0-9])(?:${beforeStar.map(({ before }) => `(${before})`).join('|')})[\\s_]*\\*+\\s*`,
  'i',
);
/** Apple's cash and pay-later products carry the name of the wallet and are none. */
const wallet = new RegExp(
  `(?:^|[^a-z0-9])(${Object.keys(wallets).join('|')})[ .]?pay(?![a-z0-9])(?![\\s*]*(?:cash|later|p2p))[\\s:*.,/_-]*`,
  'i',
);
/** Shopify writes `SP ` without a star. `SP Plus` runs car parks, `SP Energy` grids. */
const shopify = /^SP (?!PLUS\b|ENERGY\b|MANWEB\b|GROUP\b|SERVICES?\b)(?=[A-Z])/;

/** What a service writes after its star when it means itself: nobody stands behind that. */
const itself: Readonly<Record<string, RegExp>> = {
  'Google Play':
    /^(google|you ?tube|g ?suite|workspace|ads|cloud|play|services?|svcs|storage|domains?|fi\b|fiber|nest|store|one\b)/i,
  Klarna: /^(payments?|pymt|instal+ments?|rate|card|klarna)\b/i,
};

/** A merchant behind a service: `rest` is the text without what the service wrote before the name. */
export interface Unwrapped {
  via: string;
  rest: string;
}

const cut = (text: string, found: RegExpExecArray, via: string): Unwrapped | null => {
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim();
  return rest === '' ? null : { via, rest };
};

/** Takes the service off a name or a card line; null when none stands there, or nothing else. */
export const unwrap = (text: string, isCard: boolean): Unwrapped | null => {
  if (text.includes('*')) {
    const found = starred.exec(text);
    const at = found ? found.findIndex((group, index) => index > 0 && group !== undefined) - 1 : -1;
    const service = beforeStar[at];
    if (found && service) {
      const own = itself[service.name]?.test(text.slice(found.index + found[0].length));
      return own ? null : cut(text, found, service.name);
    }
  }
  const found = wallet.exec(text);
  if (found) return cut(text, found, wallets[(found[1] as string).toLowerCase()] as string);
  if (isCard && text.startsWith('SP ')) {
    const shop = shopify.exec(text);
    if (shop) return cut(text, shop, 'Shopify');
  }
  return null;
};

const services: readonly (readonly [name: string, says: RegExp])[] = [
  ['PayPal', /^paypal/i],
  ['Klarna', /^klarna/i],
  ['SumUp', /^sumup/i],
  ['Zettle', /^i?zettle/i],
  ['Stripe', /^stripe/i],
  ['Adyen', /^adyen/i],
  ['Mollie', /^mollie/i],
  ['Giropay', /^giropay/i],
  ['Payone', /^payone/i],
  ['Worldline', /^worldline/i],
  ['Unzer', /^unzer/i],
  ['Nexi', /^nexi/i],
  ['Amazon Pay', /^amazon pay(?![a-z])/i],
  ['Google Pay', /^google ?pay(?![a-z])/i],
  ['Apple Pay', /^apple ?pay(?![a-z])/i],
  ['Samsung Pay', /^samsung ?pay(?![a-z])/i],
];
const ownProducts = /\b(paypal (credit|inst|transfer)|klarna rate|ratenkauf)\b/i;

/** The payment service that a partner is by its name; null: none, or a product of its own such as a loan. */
export const serviceOf = (partner: string): string | null => {
  if (ownProducts.test(partner)) return null;
  return services.find(([, says]) => says.test(partner))?.[0] ?? null;
};

/** Whether nobody is ever paid out by it: a wallet only stands before merchants. */
export const isWallet = (service: string): boolean => service.endsWith(' Pay');

/** Amazon collects under one name for its own shop and for Amazon Pay, whose orders begin with `P` and a digit. */
const amazonCollects = /^amazon payments/i;
const amazonPayOrder = /(?:^|\s)P0\d-\d{7}/;

/** The merchant behind Amazon Pay when Amazon Payments collects; null when Amazon's own shop does. */
export const behindAmazonPayments = (partner: string, purpose: string): Unwrapped | null => {
  if (!amazonCollects.test(partner)) return null;
  const named = unwrap(purpose, false);
  if (named?.via === 'Amazon Pay') return named;
  return amazonPayOrder.test(purpose) ? { via: 'Amazon Pay', rest: purpose } : null;
};

const usualOf = new Map(beforeStar.flatMap(({ name, usual }) => (usual ? [[name, usual] as const] : [])));

/** What is usually paid through a service; undefined when that says nothing. */
export const usualBehind = (via: string): Usual | undefined => usualOf.get(via);
