import { describe, expect, test } from 'vitest';
import type { StatementTransaction } from '../../statements/statement.types.ts';
import { readFiles, textFile } from '../files.testing.ts';
import { BANK_EXAMPLES } from './banks.testing.ts';
import { MORE_BANK_EXAMPLES } from './more-banks.testing.ts';

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
  test.each([...BANK_EXAMPLES, ...MORE_BANK_EXAMPLES])('$name', async (example) => {
    const { text, encoding, expected, rejected: broken = [] } = example;
    const { transactions, rejected } = await readFiles([textFile(text, 'export.csv', encoding)]);
    const reasons = rejected.map(({ file, line, reason }) => `${file}:${line} ${reason}`);
    expect({ read: transactions.map(inShort), reasons }).toEqual({
      read: expected,
      reasons: broken.map((one) => `export.csv:${one}`),
    });
  });
});
