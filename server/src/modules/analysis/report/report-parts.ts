/** Parts that reports of persons and of companies have in common. */
import type { Account } from '#modules/banking/index.ts';
import { categoryOf } from '#modules/categorization/index.ts';
import { formatMinor } from '#platform/money.ts';
import type { ContractResult } from '../cockpit/cockpit.types.ts';
import { shortIban } from '../cockpit/page/accounts-section.ts';
import { monthlyAmountOf } from '../cockpit/page/contracts-section.ts';
import { hasOccurred, type RiskRow } from '../cockpit/page/risk-matrix.ts';
import type { View } from '../cockpit/page/view.ts';
import type { Block, Cell, ReportTable } from './report.types.ts';
import { reportTextsOf } from './report-texts.ts';

/** The largest are shown. */
const MOST_CONTRACTS = 40;

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const subheading = (text: string): Block => ({ kind: 'subheading', text });
export const note = (text: string): Block => ({ kind: 'note', text });

export const number = (label: string, share = 1.5): ReportTable['columns'][number] => ({
  label,
  share,
  isNumber: true,
});

export const table = (columns: ReportTable['columns'], rows: Cell[][]): Block[] =>
  rows.length === 0 ? [] : [{ kind: 'table', columns, rows }];

export interface Spanned {
  observedTimespan: { from: string | null; to: string | null };
}

/** Which transactions a part is made of. */
export function madeOf({ observedTimespan: { from, to } }: Spanned, { formats, language }: View): Block[] {
  return from && to ? [note(reportTextsOf(language).madeOf(formats.date(from), formats.date(to)))] : [];
}

/** That the newest month goes on. */
export const goesOn = (running: string | null, { texts, formats }: View): Block[] =>
  running === null ? [] : [note(texts.running(formats.month(running)))];

export const amountOr =
  ({ formats }: View, currency: string | null) =>
  (amount: number | null | undefined) =>
    amount === null || amount === undefined ? '–' : formats.money(amount, currency);

/** Kinds down, months across, as the page has it. */
export function riskTable(months: readonly string[], rows: readonly RiskRow[], { texts, formats }: View): Block[] {
  const counts = (row: RiskRow) => row.counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return table(
    [
      { label: texts.kind, share: 3.4 },
      ...months.map((month) => ({ label: formats.shortMonth(month).slice(0, 3), share: 1, isNumber: true })),
      { label: texts.total, share: 1.3, isNumber: true },
    ],
    rows.map((row) => [
      row.account ? { text: row.label, below: row.account } : row.label,
      ...row.counts.map((count) => (count === null ? '–' : formats.count(count))),
      formats.count(counts(row)),
    ]),
  );
}

export const noRisk = (rows: readonly RiskRow[], { texts }: View): Block[] =>
  rows.some(hasOccurred) ? [] : [note(texts.noRisk)];

/** What recurs and goes on, the largest first. */
export function contractBlocks(contracts: readonly ContractResult[], view: View): Block[] {
  const { texts, formats, language } = view;
  const running = contracts.filter(({ status }) => status === 'active' || status === 'early');
  const sorted = running.toSorted((a, b) => Math.abs(monthlyAmountOf(b)) - Math.abs(monthlyAmountOf(a)));
  const shown = sorted.slice(0, MOST_CONTRACTS);
  const left = sorted.length - shown.length;
  return [
    heading(texts.contracts),
    ...(running.length === 0 ? [note(texts.noContracts)] : []),
    ...table(
      [
        { label: texts.name, share: 3.2 },
        { label: texts.cadence, share: 1.6 },
        { label: texts.amount, share: 1.4, isNumber: true },
        { label: texts.perMonth, share: 1.4, isNumber: true },
        { label: texts.lastDate, share: 1.4, isNumber: true },
        { label: texts.nextDate, share: 1.4, isNumber: true },
      ],
      shown.map((contract) => [
        { text: contract.name, below: categoryOf(contract.category.id).name[language] },
        texts.frequencies[contract.frequency],
        formats.money(contract.lastAmount, contract.currency),
        formats.money(monthlyAmountOf(contract), contract.currency),
        formats.date(contract.lastDate),
        contract.nextExpectedDate ? formats.date(contract.nextExpectedDate) : '–',
      ]),
    ),
    ...(left > 0 ? [note(reportTextsOf(language).more(formats.count(left)))] : []),
  ];
}

export function accountBlocks(accounts: readonly Account[], { texts, formats }: View): Block[] {
  const amount = (minor: number | null, currency: string) =>
    minor === null ? '–' : formats.money(formatMinor(minor, currency), currency);
  return [
    heading(texts.accounts),
    ...(accounts.length === 0 ? [note(texts.noAccounts)] : []),
    ...table(
      [
        { label: texts.account, share: 2.4 },
        { label: texts.bank, share: 2.2 },
        { label: texts.iban, share: 1.6 },
        { label: texts.accountBalance, share: 1.6, isNumber: true },
        { label: texts.limit, share: 1.6, isNumber: true },
      ],
      accounts.map(({ name, owner, type, bankName, iban, balanceMinor, overdraftLimitMinor, currency }) => [
        { text: name ?? texts.accountTypes[type], below: owner ?? '' },
        bankName ?? '–',
        shortIban(iban),
        amount(balanceMinor, currency),
        amount(overdraftLimitMinor, currency),
      ]),
    ),
  ];
}
