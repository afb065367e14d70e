import type { BankProvider } from '../provider.types.ts';
import { createXs2aProvider } from '../xs2a/provider.ts';
import { sandboxBanks } from './sandbox-banks.ts';

/** The sandbox that listens at `url`: the XS2A client, allowed to call that one address and no other of this machine. */
export function createSandboxProvider(url: string): BankProvider {
  return createXs2aProvider('sandbox', sandboxBanks(url), {
    tls: {},
    seal: null,
    allowList: [new URL(url).host],
    timeoutMs: 20_000,
  });
}
