import { findCategory } from '#modules/categorization/index.ts';
import { type Html, html } from '#platform/html/html.ts';
import type { ModuleResult, PersonResults } from '../cockpit.types.ts';
import { dataTable } from './table.ts';
import { empty, foreign, section, type Tile, type View } from './view.ts';

type Source = ModuleResult['sources'][number];

/** Where a person's money comes from, module by module. */
export function incomeSection(income: PersonResults['income'], view: View): Html {
  const { texts, formats } = view;
  const label = (name: string) => (texts.incomeModules as Record<string, string>)[name] ?? name;
  const rows = Object.values(income)
    .flatMap(({ sources, currency }) => sources.map((source) => ({ ...source, currency })))
    .sort((a, b) => (b.average ?? 0) - (a.average ?? 0));
  const missing = Object.keys(texts.incomeModules).filter((name) => income[name]?.available === false);
  return section(
    'income',
    texts.incomeSources,
    rows.length === 0 ? empty(texts.noIncome) : sourcesTable(rows, view),
    rows.length > 0 && missing.length > 0
      ? html`<p class="note">${texts.checkedKinds(formats.list(missing.map(label)))}</p>`
      : null,
  );
}

function sourcesTable(rows: readonly (Source & { currency: string | null })[], view: View): Html {
  const { texts, formats, language } = view;
  const amount = (value: number | null, currency: string | null) =>
    value === null ? '–' : formats.money(value, currency);
  return dataTable(
    texts.incomeSources,
    [
      {
        label: texts.name,
        cell: ({ name, kind }) => html`${foreign(name)}<small>${findCategory(kind)?.name[language] ?? kind}</small>`,
      },
      {
        label: texts.cadence,
        cell: ({ frequency }) => (frequency ? texts.frequencies[frequency] : texts.single),
      },
      { label: texts.latestMonth, numeric: true, cell: ({ current, currency }) => amount(current, currency) },
      { label: texts.median, numeric: true, cell: ({ median, currency }) => amount(median, currency) },
      { label: texts.average, numeric: true, cell: ({ average, currency }) => amount(average, currency) },
      { label: texts.lastDate, numeric: true, cell: ({ lastDate }) => formats.date(lastDate) },
      {
        label: texts.nextDate,
        numeric: true,
        cell: ({ nextExpectedDate }) => (nextExpectedDate ? formats.date(nextExpectedDate) : '–'),
      },
    ],
    rows,
  );
}

/** Where the household budget may not be read: the latest month of the kinds that may, while they have one currency. */
export function incomeTile(label: string, modules: Readonly<Record<string, ModuleResult>>, view: View): Tile[] {
  const found = Object.values(modules).filter(({ available }) => available);
  const currencies = new Set(found.map(({ currency }) => currency));
  const [currency] = currencies;
  if (currencies.size !== 1 || currency === undefined) return [];
  const current = found.reduce((sum, result) => sum + (result.current ?? 0), 0);
  return [{ label, value: view.formats.rounded(current, currency), note: view.texts.latestMonth }];
}
