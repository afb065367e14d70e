/** A bank that tests hold in their hands: what it answers, how often it was asked, when it refuses. */
import { type BankProvider, ProviderError, type ProviderState } from '../providers/provider.types.ts';
import type { StatementPart } from '../statements/statement.types.ts';
import { statementAccount, statementParts, type TestStatement } from '../statements/statements.testing.ts';

export interface TestBank {
  provider: BankProvider;
  /** By resource id: what an account says. */
  accounts: Map<string, TestStatement>;
  /** Thrown by the next readings of accounts, in turn. */
  refusals: (Error | null)[];
  /** What was asked, in order. */
  calls: { resourceId: string; from: string | null; attended: boolean }[];
  /** Consents that were ended. */
  revoked: ProviderState[];
  /** Runs before each reading answers: the place to interrupt it. */
  beforeReading: (resourceId: string) => Promise<void>;
}

export function createTestBank(name: string): TestBank {
  const never = async () => {
    throw new Error('Tests of synchronisation connect no bank');
  };
  const bank: TestBank = {
    accounts: new Map(),
    refusals: [],
    calls: [],
    revoked: [],
    beforeReading: async () => undefined,
    provider: {
      name,
      listBanks: async () => [],
      start: never,
      proceed: never,
      async listAccounts() {
        return [...bank.accounts].map(([resourceId, { account }]) => ({
          account: { ...statementAccount(account), resourceId },
        }));
      },
      async *readAccount(call, _state, { resourceId }, { from }): AsyncGenerator<StatementPart> {
        bank.calls.push({ resourceId, from, attended: call.psu !== null });
        const refusal = bank.refusals.shift();
        if (refusal) throw refusal;
        await bank.beforeReading(resourceId);
        for await (const part of statementParts(bank.accounts.get(resourceId) ?? {})) {
          yield part.kind === 'rejected' ? part : { ...part, ref: resourceId };
        }
      },
      loginNameOf: () => null,
      async revoke(_call, state) {
        bank.revoked.push(state);
      },
    },
  };
  return bank;
}

export const refusal = (problem: ProviderError['problem'], retryAfterMs: number | null = null) =>
  new ProviderError(problem, `refused: ${problem}`, retryAfterMs);
