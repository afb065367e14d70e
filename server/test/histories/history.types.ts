import type { AnalysisInput, Frequency, UserType } from '../../src/modules/analysis/engine/engine.types.ts';

/** A recurring payment that the history is known to contain. */
export interface KnownStream {
  name: string;
  direction: 'income' | 'expense';
  frequency: Frequency;
  transactionIDs: string[];
}

/** An account history of which the streams are known. Invented; no real person, account or company is behind it. */
export interface LabelledHistory {
  name: string;
  input: AnalysisInput;
  streams: KnownStream[];
}

export interface HistoryOptions {
  name: string;
  seed: number;
  userType: UserType;
  country: 'DE' | 'US';
  /** `YYYY-MM-DD`, first and last possible booking date. */
  from: string;
  to: string;
}
