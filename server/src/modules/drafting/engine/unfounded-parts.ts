import { readNumber } from './facts.ts';

const NUMBER = /\d+(?:[.,'’]\d+)*/g;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s)\]>"']+|[\w.+-]+@[\w-]+\.[\w.-]+\w/gi;

/**
 * Numbers and addresses of a text that none of its sources names: what a language model has made up. The same number in
 * another notation counts as named. Pure.
 */
export function unfoundedParts(text: string, sources: readonly string[]): string[] {
  const all = sources.join('\n');
  const numbers = new Set((all.match(NUMBER) ?? []).map(readNumber));
  const addresses = new Set((all.match(ADDRESS) ?? []).map(tidy));
  const found = (text.match(ADDRESS) ?? []).filter((address) => !addresses.has(tidy(address)));
  const withoutAddresses = text.replaceAll(ADDRESS, ' ');
  return [...found, ...(withoutAddresses.match(NUMBER) ?? []).filter((number) => !numbers.has(readNumber(number)))];
}

const tidy = (address: string) => address.replace(/[.,;:!?]+$/, '').toLowerCase();
