import { type FieldError, invalidFields } from '#platform/http/errors.ts';
import { normalize } from './visit-address.ts';

/** Addresses of a body in their one form; names each that is none. */
export function readAddresses(addresses: string[], path: string): string[] {
  const errors: FieldError[] = [];
  const read = addresses.map((address, n) => {
    if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return normalize(address);
    errors.push({ path: `${path}/${n}`, message: 'must be the address of a page, such as https://example.com/help' });
    return '';
  });
  if (errors.length > 0) throw invalidFields(errors);
  return read;
}
