import { namesInEmail } from '#platform/personal-data/index.ts';

/** Fields that name the customer, in the spellings of `first_name`, `lastName`, `Nachname`. */
const NAME_FIELD =
  /^(?:(?:customer|user|client|person)_)?(?:name|(?:first|last|full|given|family|sur|middle|vor|nach|familien|geburts|account_?holder)_?-?name)$/i;
const EMAIL_FIELD = /e-?mail(?:_?address)?$/i;

/**
 * What the customer of a conversation is called, as far as the company has said: the words of fields that are called so, and
 * of the local part of their e-mail address. To be hidden where no name is to be seen.
 */
export function namesOfCustomer(
  customer: { email: string | null } | null,
  ...attributes: readonly Readonly<Record<string, unknown>>[]
): string[] {
  const names = customer?.email ? namesInEmail(customer.email) : [];
  for (const [field, value] of attributes.flatMap((fields) => Object.entries(fields))) {
    if (typeof value !== 'string') continue;
    const plain = field.replace(/([a-z])([A-Z])/g, '$1_$2');
    if (EMAIL_FIELD.test(plain)) names.push(...namesInEmail(value));
    else if (NAME_FIELD.test(plain)) names.push(value.trim(), ...(value.match(/\p{L}[\p{L}'’-]{2,30}/gu) ?? []));
  }
  return [...new Set(names)];
}
