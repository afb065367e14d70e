import type { StatementAccount, StatementPart } from '../../statements/statement.types.ts';
import { type ProviderAccount, ProviderError } from '../provider.types.ts';
import { bankDay, daysBefore } from './bank-day.ts';
import { askBank, type BankLine, pathOf } from './client.ts';
import { objectOf, textOf } from './read-json.ts';
import { readPages } from './read-pages.ts';
import { transformAccount } from './transform-account.ts';
import { overdraftLimitOf, transformBalances } from './transform-balances.ts';
import { transformTransaction } from './transform-transaction.ts';

/** Marks a card account in `resourceId`: it is read below another path. */
const CARD = 'card:';

/** Accounts that the consent opens, card accounts behind the others; deleted ones are left out. */
export async function listAccounts(line: BankLine, consentId: string): Promise<ProviderAccount[]> {
  const accounts = await listKind(line, consentId, 'accounts', '');
  if (!line.bank.cardAccounts) return accounts;
  return [...accounts, ...(await listKind(line, consentId, 'card-accounts', CARD))];
}

async function listKind(line: BankLine, consentId: string, kind: string, prefix: string): Promise<ProviderAccount[]> {
  const { bank } = line;
  const headers = { 'consent-id': consentId };
  const { body } = await askBank(line, { method: 'GET', path: pathOf(bank, kind), headers });
  const list = body[kind === 'accounts' ? 'accounts' : 'cardAccounts'];
  if (!Array.isArray(list)) throw new ProviderError('invalid_answer', `${bank.name} sent no list of ${kind}`);
  return list.map(objectOf).flatMap((entry) => {
    const resourceId = textOf(entry.resourceId);
    if (!resourceId) throw new ProviderError('invalid_answer', `${bank.name} sent an account without resourceId`);
    if (entry.status === 'deleted') return [];
    return [{ account: { ...transformAccount(entry, bank), resourceId: prefix + resourceId } }];
  });
}

type Account = StatementAccount & { resourceId: string };

/** The account with its limit, then bookings page by page, then the balance that they end in. */
export async function* readAccount(
  line: BankLine,
  consentId: string,
  account: Account,
  { from }: { from: string | null },
): AsyncGenerator<StatementPart> {
  const { bank, call } = line;
  const ref = account.resourceId;
  const isCard = ref.startsWith(CARD);
  const resource = isCard ? ['card-accounts', ref.slice(CARD.length)] : ['accounts', ref];
  const headers = { 'consent-id': consentId };
  const today = bankDay(call.now());
  const answer = await askBank(line, { method: 'GET', path: pathOf(bank, ...resource, 'balances'), headers });
  if (!Array.isArray(answer.body.balances)) {
    throw new ProviderError('invalid_answer', `${bank.name} sent no list of balances`);
  }
  const limit = overdraftLimitOf(answer.body.balances) ?? account.overdraftLimitMinor;
  yield { kind: 'account', ref, account: { ...account, overdraftLimitMinor: limit } };
  const request = { path: pathOf(bank, ...resource, 'transactions'), headers, today };
  const pages = readPages(line, { ...request, from: from ?? daysBefore(today, bank.historyDays) });
  for await (const { entries, status, startLine } of pages) {
    const read = entries.map((entry) => transformTransaction(entry, { account, status, today, amounts: bank.amounts }));
    const transactions = read.filter((one) => 'amountMinor' in one);
    if (transactions.length > 0) yield { kind: 'transactions', ref, transactions };
    for (const [index, one] of read.entries()) {
      if ('reason' in one) yield { kind: 'rejected', file: bank.name, line: startLine + index, reason: one.reason };
    }
  }
  for (const balance of transformBalances(answer.body.balances, today)) yield { kind: 'balance', ref, balance };
}
