/** The providers that an installation has, by its settings. */
import type { BankAccess } from '#platform/bank-access.ts';
import type { BankProvider } from './provider.types.ts';
import { createSandboxProvider } from './sandbox/provider.ts';

interface Holder {
  readonly bankAccess: BankAccess;
}

const known = new WeakMap<BankAccess, Promise<readonly BankProvider[]>>();

/** All providers, in the order in which a bank that several offer is taken from them. Made once per process. */
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

async function createProviders({ sandboxUrl }: BankAccess): Promise<readonly BankProvider[]> {
  return [...(sandboxUrl ? [createSandboxProvider(sandboxUrl)] : [])];
}
