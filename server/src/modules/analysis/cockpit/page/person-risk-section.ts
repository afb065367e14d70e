import { type Html, html } from '#platform/html/html.ts';
import type { PersonResults } from '../cockpit.types.ts';
import { recent } from './months.ts';
import { hasOccurred, type RiskRow, riskMatrix } from './risk-matrix.ts';
import { section, type View } from './view.ts';

type Risk = PersonResults['risk'];
type Overdraft = NonNullable<Risk['overdraft']>;

export interface PersonRisk {
  months: string[];
  rows: RiskRow[];
}

/** Occurrences of each booked kind in the last months. */
export function personRiskRows(risk: Risk, { texts }: View): PersonRisk {
  const counted = (['backDebit', 'garnishment', 'collection', 'gambling'] as const).flatMap((kind) => {
    const result = risk[kind];
    return result
      ? [{ label: texts.risk[kind], overview: recent<{ month: string; count: number }>(result.monthlyOverview) }]
      : [];
  });
  const overdrawn = risk.overdraft && overdrawnDays(risk.overdraft);
  const months = counted[0]?.overview.map(({ month }) => month) ?? recent(overdrawn?.months ?? []);
  const rows: RiskRow[] = counted.map(({ label, overview }) => ({ label, counts: overview.map(({ count }) => count) }));
  if (overdrawn) {
    rows.push({ label: texts.risk.overdraft, counts: months.map((month) => overdrawn.daysByMonth.get(month) ?? null) });
  }
  return { months, rows };
}

/** Days on which any account was overdrawn; a day counts once. Months without a known balance have no entry. */
function overdrawnDays({ accounts }: Overdraft): { months: string[]; daysByMonth: Map<string, number> } {
  const dates = new Map<string, Set<string>>();
  for (const { monthlyOverview } of accounts) {
    for (const { month, overdraftDays } of monthlyOverview) {
      const ofMonth = dates.get(month) ?? new Set();
      for (const { date } of overdraftDays) ofMonth.add(date);
      dates.set(month, ofMonth);
    }
  }
  const months = [...dates.keys()].sort().reverse();
  return { months, daysByMonth: new Map([...dates].map(([month, days]) => [month, days.size])) };
}

export function personRiskSection(risk: Risk, { months, rows }: PersonRisk, view: View): Html {
  const { texts } = view;
  const seen = rows.some(hasOccurred);
  return section(
    'risk',
    texts.risks,
    months.length > 0 ? riskMatrix(months, rows, view) : null,
    seen ? null : html`<p class="note">${texts.noRisk}</p>`,
    risk.overdraft && risk.overdraft.accounts.length === 0 ? html`<p class="note">${texts.noBalances}</p>` : null,
    deepestOverdraft(risk, months, view),
    stakes(risk, months, view),
  );
}

function deepestOverdraft({ overdraft }: Risk, months: readonly string[], { texts, formats }: View): Html | null {
  const days = (overdraft?.accounts ?? []).flatMap(({ monthlyOverview }) =>
    monthlyOverview.filter(({ month }) => months.includes(month)).flatMap(({ overdraftDays }) => overdraftDays),
  );
  const [first, ...rest] = days;
  if (!first) return null;
  const deepest = rest.reduce((low, day) => (day.amount < low.amount ? day : low), first);
  const amount = formats.money(-deepest.amount, overdraft?.currency ?? null);
  return html`<p class="note">${texts.deepest(amount, formats.date(deepest.date))}</p>`;
}

function stakes({ gambling }: Risk, months: readonly string[], { texts, formats }: View): Html | null {
  const shown = gambling?.monthlyOverview.filter(({ month }) => months.includes(month)) ?? [];
  const sum = shown.reduce((total, { amount }) => total - amount, 0);
  return sum === 0 ? null : html`<p class="note">${texts.stakes(formats.money(sum, gambling?.currency ?? null))}</p>`;
}
