import type { Contract } from './engine/index.ts';

/** The name under which a run keeps what it found of its contracts before people's decisions were applied: nobody reads it by itself. */
export const FOUND_CONTRACTS = 'contracts/found';

/** By contract. */
export type FoundContracts = Record<string, Pick<Contract, 'status' | 'nextExpectedDate'>>;

export const foundContracts = (contracts: readonly Contract[]): FoundContracts =>
  Object.fromEntries(
    contracts.map(({ contractId, status, nextExpectedDate }) => [contractId, { status, nextExpectedDate }]),
  );
