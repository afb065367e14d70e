// What the name of a field promises about its value.

/** `subscriptionRenewsAt` and `subscription_renews_at` → `['subscription', 'renews', 'at']`. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

const YES_NO_STARTS = new Set(['is', 'has', 'can', 'was', 'are', 'should', 'allows']);
const COUNT_ENDS = new Set([
  'amount',
  'cents',
  'count',
  'total',
  'sum',
  'balance',
  'price',
  'quantity',
  'percent',
  'days',
]);
const DATE_ENDS = new Set(['at', 'date', 'on', 'until', 'since', 'day', 'birthday', 'month']);
const CODE_ENDS = new Set(['status', 'state', 'plan', 'tier', 'type', 'level', 'kind', 'category', 'code', 'currency']);

/** `is_vip`, `hasCard`, `account_closed`. */
export function isYesNoName(name: string): boolean {
  const words = wordsOf(name);
  return words.length > 1 && YES_NO_STARTS.has(words[0] ?? '');
}

/** `refund_amount_cents`, `orderCount`. */
export const isCount = (name: string): boolean => COUNT_ENDS.has(last(name));

/** `effective_date`, `renewsAt`, `month_of_signup`, `valid_until`. */
export function isDateName(name: string): boolean {
  const words = wordsOf(name);
  return words.length > 1 && (DATE_ENDS.has(words.at(-1) ?? '') || (words[0] === 'month' && words[1] === 'of'));
}

/** `customer_id`, `zip_code`, `phoneNumber`, `iban`. */
export function isIdentifierName(name: string): boolean {
  const words = wordsOf(name);
  const end = words.at(-1) ?? '';
  if (['id', 'zip', 'zipcode', 'postcode', 'plz', 'iban', 'phone', 'mobile'].includes(end)) return true;
  if (words.includes('zip') || words.includes('postal')) return true;
  return (
    end === 'number' && words.some((word) => ['phone', 'order', 'account', 'card', 'customer', 'mobile'].includes(word))
  );
}

export function isPhoneName(name: string): boolean {
  return wordsOf(name).some((word) => ['phone', 'mobile', 'telephone'].includes(word));
}

/** `plan`, `account_status`: words to branch on. */
export const isCodeName = (name: string): boolean => CODE_ENDS.has(last(name)) && !isIdentifierName(name);

/** Whether two fields are made of the same words: `phone_number` and `phoneNumber`. */
export function isSameName(one: string, other: string): boolean {
  return wordsOf(one).join('_') === wordsOf(other).join('_');
}

const last = (name: string) => wordsOf(name).at(-1) ?? '';
