/** Statements as tests write them down. */
import type { StatementAccount, StatementBalance, StatementPart, StatementTransaction } from './statement.types.ts';

export const statementAccount = (fields: Partial<StatementAccount> = {}): StatementAccount => ({
  iban: 'DE89370400440532013000',
  accountNumber: null,
  bankCode: null,
  bic: null,
  bankName: null,
  name: null,
  owner: null,
  type: null,
  currency: 'EUR',
  resourceId: null,
  overdraftLimitMinor: null,
  ...fields,
});

type Fields = Partial<Omit<StatementTransaction, 'paymentPartner'>> & { partner?: string; iban?: string };

export function statementTransaction({ partner, iban, ...fields }: Fields = {}): StatementTransaction {
  const known = {
    name: partner ?? null,
    iban: iban ?? null,
    bic: null,
    accountNumber: null,
    bankCode: null,
    creditorId: null,
  };
  return {
    bankIds: [],
    amountMinor: -1_250,
    currency: 'EUR',
    bookingDate: '2026-03-10',
    valueDate: null,
    bookingText: null,
    purpose: null,
    merchantCategoryCode: null,
    paymentPartner: partner || iban ? known : null,
    endToEndId: null,
    mandateId: null,
    purposeCode: null,
    bankTransactionCode: null,
    status: 'booked',
    ...fields,
  };
}

export interface TestStatement {
  account?: Partial<StatementAccount>;
  transactions?: Fields[];
  balances?: (Pick<StatementBalance, 'kind' | 'amountMinor' | 'date'> & { currency?: string })[];
}

/** One or several statements, each of an account, as a source would send them. */
export async function* statementParts(...statements: TestStatement[]): AsyncGenerator<StatementPart> {
  for (const [n, { account, transactions = [], balances = [] }] of statements.entries()) {
    const ref = `account-${n}`;
    yield { kind: 'account', ref, account: statementAccount(account) };
    yield { kind: 'transactions', ref, transactions: transactions.map(statementTransaction) };
    for (const balance of balances) yield { kind: 'balance', ref, balance: { currency: 'EUR', ...balance } };
  }
}
