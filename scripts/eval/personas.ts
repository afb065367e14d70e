/** Plaid's sandbox personas of `<KONTOR_EVAL_DATA>/plaid-personas`: what the analyses find, and what of it is right. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Account, Transaction } from '../../server/src/modules/banking/banking.types.ts';
import { type AnalyzedHistory, analyzeHistory, type BankData } from '../../server/test/histories/analyze-history.ts';
import { scoreStreams } from '../../server/test/histories/score-streams.ts';
import { convertPlaidUser } from '../convert-plaid.ts';
import { answeredFigures } from './answered-figures.ts';
import { CELL_HEAD, type CellCounts, cellRows, countCells } from './count-cells.ts';
import { knownPersonaFigures, knownPersonaStreams } from './known-personas.ts';
import { print, printTable } from './table.ts';

type Upload = ReturnType<typeof convertPlaidUser>;
type UploadAccount = Upload['accounts'][number];

interface Source {
  name: string;
  frequency: string | null;
  median: number | null;
  transactionIDs: string[];
}

function toAccount(account: UploadAccount): Account {
  return {
    accountId: account.accountId,
    accountNumber: account.accountNumber ?? null,
    iban: account.iban ?? null,
    bic: account.bic ?? null,
    bankCode: account.bankCode ?? null,
    bankName: null,
    name: account.name,
    owner: account.owner ?? null,
    type: account.type as Account['type'],
    currency: account.currency,
    balanceMinor: account.balance === undefined ? null : Math.round(account.balance * 100),
    overdraftLimitMinor: null,
  };
}

function toTransactions({ accountId, transactions }: UploadAccount): Transaction[] {
  return transactions.map(({ transactionId, amount, currency, bookingDate, valueDate, purpose }) => ({
    ...{ transactionId, accountId, currency, bookingDate, valueDate, purpose },
    amountMinor: Math.round(amount * 100),
    bookingText: null,
    merchantCategoryCode: null,
    paymentPartner: null,
    endToEndId: null,
    mandateId: null,
    purposeCode: null,
    bankTransactionCode: null,
    status: 'booked',
  }));
}

function bankDataOf({ accounts }: Upload, userType: BankData['userType']): BankData {
  const transactions = accounts.flatMap(toTransactions);
  const asOf =
    transactions
      .map(({ bookingDate }) => bookingDate)
      .sort()
      .at(-1) ?? '2026-01-01';
  return { userType, asOf, accounts: accounts.map(toAccount), transactions };
}

function sourceRows(analyzed: AnalyzedHistory, prefix: string, only?: string): (string | number)[][] {
  return Object.entries(analyzed.results)
    .filter(([name]) => name.startsWith(prefix) && (only === undefined || name.endsWith(only)))
    .flatMap(([name, result]) =>
      (result as { sources: Source[] }).sources.map((source) => [
        name,
        source.name,
        source.frequency ?? 'irregular',
        source.transactionIDs.length,
        source.median ?? '–',
      ]),
    );
}

/** Prints what is found in each persona; says so when there is no folder. */
export async function reportPersonas(folder: string | undefined): Promise<void> {
  print('## Personas');
  const personas = folder && path.join(folder, 'plaid-personas');
  if (!personas || !existsSync(personas)) {
    print('Skipped: set KONTOR_EVAL_DATA to a folder that holds plaid-personas/*.json (Plaid Sandbox custom users).\n');
    return;
  }
  for (const file of readdirSync(personas).filter((name) => name.endsWith('.json'))) {
    const upload = convertPlaidUser(JSON.parse(readFileSync(path.join(personas, file), 'utf8')), {
      idPrefix: path.basename(file, '.json'),
    });
    const userType = /smb|business|company/i.test(file) ? 'company' : 'person';
    await reportPersona(file, upload, userType);
  }
}

async function reportPersona(file: string, upload: Upload, userType: BankData['userType']): Promise<void> {
  const data = bankDataOf(upload, userType);
  const analyzed = await analyzeHistory(data);
  print(`### ${file} (${userType}, ${data.transactions.length} transactions)`);
  const counts: CellCounts = new Map();
  const known = knownPersonaFigures(data);
  countCells(known, answeredFigures(analyzed, userType), counts, (figure) => known.has(figure), print);
  printTable(CELL_HEAD, cellRows(counts));
  const score = scoreStreams(analyzed.contracts, knownPersonaStreams(data));
  printTable(
    ['streams in the file', 'found with the right rhythm', 'lost', 'false'],
    [[score.found.length + score.lost.length, score.found.length, score.lost.join('; '), score.false.join('; ')]],
  );
  const head = ['module', 'source', 'rhythm', 'bookings', 'median'];
  if (userType === 'person') {
    printTable(head, [
      ...sourceRows(analyzed, 'person/income/'),
      ...sourceRows(analyzed, 'person/spending/', 'credit'),
    ]);
  } else {
    const credits = analyzed.results['company/credits'] as { monthlyOverview: Record<string, number>[] };
    printTable(
      ['company/credits: month', 'amount'],
      credits.monthlyOverview.map((row) => [row.month ?? '', row.amount ?? '']),
    );
  }
  printTable(
    ['stream', 'category', 'direction', 'rhythm', 'status', 'bookings'],
    analyzed.contracts.map((each) => [
      each.name,
      each.category.id,
      each.direction,
      each.frequency,
      each.status,
      each.transactionIDs.length,
    ]),
  );
}
