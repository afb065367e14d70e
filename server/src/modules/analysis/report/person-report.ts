import { findCategory } from '#modules/categorization/index.ts';
import type { ModuleResult, PersonResults, ShownResults } from '../cockpit/cockpit.types.ts';
import { budgetTiles } from '../cockpit/page/budget-section.ts';
import { factsOf } from '../cockpit/page/living-section.ts';
import { recentMonths } from '../cockpit/page/months.ts';
import { personRiskRows } from '../cockpit/page/person-risk-section.ts';
import type { View } from '../cockpit/page/view.ts';
import { liquidityBlocks } from './liquidity-report.ts';
import type { Block } from './report.types.ts';
import { amountOr, goesOn, heading, madeOf, noRisk, note, riskTable, table } from './report-parts.ts';

/** The results of a person; what the data lacks is left out. */
export const personBlocks = (results: PersonResults, accounts: ShownResults['accounts'], view: View): Block[] => [
  ...(results.householdBudget ? budgetBlocks(results.householdBudget, view) : []),
  ...incomeBlocks(results.income, view),
  ...spendingBlocks(results.spending, view),
  ...(results.liquidity ? liquidityBlocks(results.liquidity, accounts, view) : []),
  ...riskBlocks(results.risk, view),
  ...livingBlocks(results, view),
];

function budgetBlocks(budget: NonNullable<PersonResults['householdBudget']>, view: View): Block[] {
  const { texts, formats } = view;
  if (!budget.available) return [heading(texts.budget), note(texts.noBudget)];
  const { rows, running } = recentMonths(budget.monthlyOverview, budget.observedTimespan.to);
  const money = amountOr(view, budget.currency);
  return [
    heading(texts.budget),
    { kind: 'figures', tiles: budgetTiles(budget, view) },
    {
      kind: 'chart',
      label: texts.budgetChart,
      currency: budget.currency,
      months: rows.map(({ month }) => month),
      series: [
        { label: texts.income, tone: 'in', values: rows.map(({ income }) => income) },
        { label: texts.spending, tone: 'out', values: rows.map(({ spending }) => spending) },
      ],
    },
    ...table(
      [
        { label: texts.month, share: 2 },
        { label: texts.income, share: 1.5, isNumber: true },
        { label: texts.spending, share: 1.5, isNumber: true },
        { label: texts.balance, share: 1.5, isNumber: true },
      ],
      rows
        .toReversed()
        .map(({ month, income, spending, balance }) => [
          formats.month(month),
          money(income),
          money(spending),
          money(balance),
        ]),
    ),
    ...goesOn(running, view),
    ...madeOf(budget, view),
  ];
}

function incomeBlocks(income: PersonResults['income'], view: View): Block[] {
  const { texts, formats, language } = view;
  const [first] = Object.values(income);
  if (!first) return [];
  const sources = Object.values(income)
    .flatMap(({ sources: own, currency }) => own.map((source) => ({ ...source, money: amountOr(view, currency) })))
    .toSorted((a, b) => (b.average ?? 0) - (a.average ?? 0));
  return [
    heading(texts.incomeSources),
    ...(sources.length === 0 ? [note(texts.noIncome)] : []),
    ...table(
      [
        { label: texts.name, share: 3 },
        { label: texts.cadence, share: 1.6 },
        { label: texts.latestMonth, share: 1.5, isNumber: true },
        { label: texts.median, share: 1.5, isNumber: true },
        { label: texts.lastDate, share: 1.4, isNumber: true },
        { label: texts.nextDate, share: 1.4, isNumber: true },
      ],
      sources.map(({ name, kind, frequency, current, median, lastDate, nextExpectedDate, money }) => [
        { text: name, below: findCategory(kind)?.name[language] ?? kind },
        frequency ? texts.frequencies[frequency] : texts.single,
        money(current),
        money(median),
        formats.date(lastDate),
        nextExpectedDate ? formats.date(nextExpectedDate) : '–',
      ]),
    ),
    ...madeOf(first, view),
  ];
}

function spendingBlocks(spending: PersonResults['spending'], view: View): Block[] {
  const { texts } = view;
  const [first] = Object.values(spending);
  if (!first) return [];
  const kinds = Object.entries(spending)
    .filter(([, { available }]) => available)
    .toSorted(([, a], [, b]) => (b.average ?? 0) - (a.average ?? 0));
  const row = ([name, result]: [string, ModuleResult]) => {
    const money = amountOr(view, result.currency);
    const label = (texts.spendingModules as Record<string, string>)[name] ?? name;
    return [label, money(result.current), money(result.median), money(result.average)];
  };
  return [
    heading(texts.spendingByKind),
    ...(kinds.length === 0 ? [note(texts.noSpending)] : []),
    ...totalOfMonths(kinds, view),
    ...table(
      [
        { label: texts.kind, share: 2.6 },
        { label: texts.latestMonth, share: 1.5, isNumber: true },
        { label: texts.median, share: 1.5, isNumber: true },
        { label: texts.average, share: 1.5, isNumber: true },
      ],
      kinds.map(row),
    ),
    ...madeOf(first, view),
  ];
}

/** The sum of all kinds by month, while they have one currency. */
function totalOfMonths(kinds: readonly [string, ModuleResult][], { texts }: View): Block[] {
  const [first] = kinds.map(([, result]) => result);
  if (!first || kinds.some(([, { currency }]) => currency !== first.currency)) return [];
  const { rows } = recentMonths(first.monthlyOverview, first.observedTimespan.to);
  const sums = rows.map(({ month }) =>
    kinds.reduce(
      (sum, [, { monthlyOverview }]) => sum + (monthlyOverview.find((each) => each.month === month)?.amount ?? 0),
      0,
    ),
  );
  return [
    {
      kind: 'chart',
      label: texts.spending,
      currency: first.currency,
      months: rows.map(({ month }) => month),
      series: [{ label: texts.spending, tone: 'out', values: sums }],
    },
  ];
}

function riskBlocks(risk: PersonResults['risk'], view: View): Block[] {
  const { months, rows } = personRiskRows(risk, view);
  const [first] = Object.values(risk);
  if (rows.length === 0 || !first) return [];
  return [
    heading(view.texts.risks),
    ...(months.length > 0 ? riskTable(months, rows, view) : []),
    ...noRisk(rows, view),
    ...(risk.overdraft?.accounts.length === 0 ? [note(view.texts.noBalances)] : []),
    ...madeOf(first, view),
  ];
}

function livingBlocks(results: PersonResults, view: View): Block[] {
  const { texts } = view;
  const first = results.livingSituation ?? results.adultCheck;
  if (!first) return [];
  const words = { yes: texts.yes, no: texts.likelyNot, unknown: texts.unknown };
  return [
    heading(texts.living),
    note(texts.livingNote),
    ...table(
      [
        { label: texts.kind, share: 2 },
        { label: '', share: 3 },
      ],
      factsOf(results, view).map(({ label, answer, detail }) => [label, { text: words[answer], below: detail ?? '' }]),
    ),
    ...madeOf(first, view),
  ];
}
