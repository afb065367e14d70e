import { describe, expect, test } from 'vitest';
import type { StatementTransaction } from '../../statements/statement.types.ts';
import { readFiles, textFile } from '../files.testing.ts';
import { BANK_EXAMPLES } from './banks.testing.ts';

/** A transaction as the examples write what they expect. */
function inShort({
  status,
  bookingDate,
  amountMinor,
  currency,
  paymentPartner: partner,
}: StatementTransaction): string {
  const account = partner?.iban ?? partner?.accountNumber ?? '';
  return `${status === 'pending' ? 'pending ' : ''}${bookingDate} ${amountMinor} ${currency} | ${partner?.name ?? ''} | ${account}`;
}

describe('exports of banks', () => {
  test.each(BANK_EXAMPLES)('$name', async ({ text, encoding, expected }) => {
    const { transactions, rejected } = await readFiles([textFile(text, 'export.csv', encoding)]);
    expect({ read: transactions.map(inShort), rejected }).toEqual({ read: expected, rejected: [] });
  });
});
