/** What the matching of a reading with the stored transactions looks at. */

export interface MatchableTransaction {
  amountMinor: number;
  currency: string;
  bookingDate: string;
  valueDate: string | null;
  bookingText: string | null;
  purpose: string | null;
  partnerName: string | null;
  partnerIban: string | null;
  endToEndId: string | null;
  status: 'booked' | 'pending';
  /** As in `StatementTransaction`; of a stored one all that it was ever read under. */
  bankIds: string[];
}

export interface StoredTransaction extends MatchableTransaction {
  transactionId: string;
  /** Of the content that it was read under last; of its own where it never was. */
  fingerprint: string;
  /** Of all contents that it was ever read under. */
  fingerprints: string[];
  source: 'upload' | 'import' | 'bank';
}

export interface IncomingTransaction extends MatchableTransaction {
  fingerprint: string;
}

export interface Reading {
  source: 'import' | 'bank';
  /** First and last day that the reading speaks of completely, `YYYY-MM-DD`. */
  from: string;
  to: string;
}

export interface MatchInput {
  stored: readonly StoredTransaction[];
  incoming: readonly IncomingTransaction[];
  reading: Reading;
}

export interface MatchResult {
  /** Index of an incoming transaction → index of the stored one that it is. */
  known: Map<number, number>;
  /** Index of an incoming transaction → index of the incoming one that it repeats. */
  repeated: Map<number, number>;
}
