import { readFileSync } from 'node:fs';
import { CommandError } from './exit.ts';

/** Of the package that this file belongs to: beside it once it is published, above it in the repository. */
export function readVersion(): string {
  for (const place of ['./package.json', '../package.json']) {
    try {
      return (JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')) as { version: string }).version;
    } catch {
      // The other place.
    }
  }
  throw new CommandError('failed', 'package.json of kontor-cli is missing: install it anew.');
}
