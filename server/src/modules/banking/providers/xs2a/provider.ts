/** A bank provider over NextGenPSD2: the port, for a list of banks that speak it. */
import {
  type BankProvider,
  type ProviderBank,
  type ProviderCall,
  ProviderError,
  type ProviderState,
} from '../provider.types.ts';
import { type BankLine } from './client.ts';
import { proceed, start } from './connect.ts';
import { deleteConsent } from './consents.ts';
import { listAccounts, readAccount } from './read-accounts.ts';
import type { Xs2aBank, Xs2aState, Xs2aTransport } from './xs2a.types.ts';

/** Makes a provider called `name` of banks that are reached by `transport`. */
export function createXs2aProvider(name: string, banks: readonly Xs2aBank[], transport: Xs2aTransport): BankProvider {
  const lineOf = (call: ProviderCall, bankId: string): BankLine => {
    const bank = banks.find((known) => known.bankId === bankId);
    if (!bank) throw new ProviderError('bank_unavailable', `${name} offers no bank ${bankId} any more`);
    return { bank, transport, call };
  };
  const restored = (call: ProviderCall, state: ProviderState) => {
    const known = state as unknown as Xs2aState;
    return { line: lineOf(call, known.bankId), known };
  };
  const stored = ({ state, step }: Awaited<ReturnType<typeof proceed>>) => ({
    state: state as unknown as ProviderState,
    step,
  });
  return {
    name,
    listBanks: async () => banks.map(publicPart),
    start: async (call, input) => stored(await start(lineOf(call, input.bankId), input)),
    async proceed(call, state, answer) {
      const { line, known } = restored(call, state);
      return stored(await proceed(line, known, answer));
    },
    async listAccounts(call, state) {
      const { line, known } = restored(call, state);
      return listAccounts(line, consentOf(known));
    },
    readAccount(call, state, account, options) {
      const { line, known } = restored(call, state);
      return readAccount(line, consentOf(known), account, options);
    },
    loginNameOf(state) {
      const { psuId, accountType } = state as unknown as Xs2aState;
      return psuId ? JSON.stringify([accountType, psuId.normalize('NFC').toLowerCase()]) : null;
    },
    async revoke(call, state) {
      const { consentId } = state as unknown as Xs2aState;
      if (consentId) await deleteConsent(restored(call, state).line, consentId);
    },
  };
}

function consentOf({ consentId }: Xs2aState): string {
  if (!consentId) throw new ProviderError('consent_refused', 'the connection was never authorised');
  return consentId;
}

function publicPart({ bankId, name, bic, bankCodes, city, country, accountTypes }: Xs2aBank): ProviderBank {
  return { bankId, name, bic, bankCodes, city, country, accountTypes };
}
