import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** A bank with all its Bankleitzahlen. */
export interface ListedBank {
  name: string;
  /** Eleven characters. */
  bic: string | null;
  bankCodes: string[];
}

type Entries = Record<string, [name: string, bic: string]>;

let loaded: Promise<readonly ListedBank[]> | undefined;

/** How the directory marks a Bankleitzahl whose bank has gone into another; long names lose the last sign of it. */
const RETIRED = /-alt-?\.?$/;

/**
 * The Bankleitzahlendatei of the Bundesbank, as npm `bankdata-germany` brings it, without the banks that are no more; read
 * when it is first asked for.
 */
export function bankDirectory(): Promise<readonly ListedBank[]> {
  return (loaded ??= loadDirectory());
}

/** The package looks up single banks only, so its data file is read, which its pinned version keeps in place. */
async function loadDirectory(): Promise<readonly ListedBank[]> {
  const require = createRequire(import.meta.url);
  const main = require.resolve('bankdata-germany');
  const entries = JSON.parse(await readFile(join(main, '../data/current.json'), 'utf8')) as Entries;
  const banks = new Map<string, ListedBank>();
  for (const [bankCode, [name, bic]] of Object.entries(entries)) {
    if (RETIRED.test(name)) continue;
    const key = `${name} ${bic}`;
    const known = banks.get(key);
    if (known) known.bankCodes.push(bankCode);
    else banks.set(key, { name, bic: bic || null, bankCodes: [bankCode] });
  }
  return [...banks.values()];
}
