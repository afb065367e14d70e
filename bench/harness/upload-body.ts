import { bulkTransactions } from '../data.ts';

/** The body of an upload of one account with `count` transactions. */
export function uploadBody(count: number, seed: number): Buffer {
  const account = {
    accountId: 'giro-1',
    accountNumber: '532013000',
    bankName: 'Commerzbank',
    owner: 'Erika Mustermann',
    type: 'GIRO',
    currency: 'EUR',
    balance: 1874.35,
    transactions: bulkTransactions(count, seed),
  };
  return Buffer.from(JSON.stringify({ accounts: [account] }));
}
