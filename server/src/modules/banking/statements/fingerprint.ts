import { createHash } from 'node:crypto';
import { squeezeText } from './fold-text.ts';

/** The content that two readings are compared by. */
export interface TransactionContent {
  amountMinor: number;
  currency: string;
  bookingDate: string;
  bookingText: string | null;
  purpose: string | null;
  partnerName: string | null;
  partnerIban: string | null;
}

/**
 * A short name of what a transaction says: day, amount, partner and purpose, whatever their case, blanks, punctuation and
 * umlauts. The kind of booking counts only where there is nothing else. Two identical purchases have the same.
 */
export function fingerprint(content: TransactionContent): string {
  const partner = squeezeText(content.partnerName);
  const purpose = squeezeText(content.purpose);
  const kind = partner === '' && purpose === '' ? squeezeText(content.bookingText) : '';
  const parts = [
    content.bookingDate,
    content.amountMinor,
    content.currency,
    partner,
    content.partnerIban,
    purpose,
    kind,
  ];
  return createHash('sha256').update(parts.join('\n')).digest().toString('base64url', 0, 15);
}
