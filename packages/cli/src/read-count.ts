import { usageError } from './exit.ts';

/** A whole number from 0 on; undefined where none was given. */
export function readCount(value: string | undefined, option: string): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw usageError(`${option} is “${value}”, not a whole number.`);
  return Number(value);
}
