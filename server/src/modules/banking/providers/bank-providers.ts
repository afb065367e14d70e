/** The providers that an installation has, by its settings. */
import type { BankAccess } from '#platform/bank-access.ts';
import type { BankProvider } from './provider.types.ts';
import { createSandboxProvider } from './sandbox/provider.ts';
import { createXs2aProvider } from './xs2a/provider.ts';
import { readXs2aSettings } from './xs2a/read-settings.ts';

interface Holder {
  readonly bankAccess: BankAccess;
}

const known = new WeakMap<BankAccess, Promise<readonly BankProvider[]>>();

/**
 * All providers, in the order in which a bank that several offer is taken from them. Made once per process; rejects when
 * the files of the settings can't be used, with what is wrong in them.
 */
export function bankProviders({ bankAccess }: Holder): Promise<readonly BankProvider[]> {
  const found = known.get(bankAccess) ?? createProviders(bankAccess);
  known.set(bankAccess, found);
  return found;
}

/** One provider by its name; null when the settings no longer have it, which only a new connection mends. */
export async function findBankProvider(holder: Holder, name: string): Promise<BankProvider | null> {
  const providers = await bankProviders(holder);
  return providers.find((provider) => provider.name === name) ?? null;
}

async function createProviders({ sandboxUrl, xs2a }: BankAccess): Promise<readonly BankProvider[]> {
  const providers: BankProvider[] = [];
  if (xs2a) {
    const { banks, transport } = await readXs2aSettings(xs2a);
    providers.push(createXs2aProvider('xs2a', banks, transport));
  }
  if (sandboxUrl) providers.push(createSandboxProvider(sandboxUrl));
  return providers;
}
