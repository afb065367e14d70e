import { type Content, type Html, html } from '#platform/html/html.ts';
import type { CockpitLanguage } from '../cockpit.queries.ts';
import type { CockpitData, CompanyResults, PersonResults } from '../cockpit.types.ts';
import { accountsSection } from './accounts-section.ts';
import { budgetSection, budgetTiles } from './budget-section.ts';
import { cashflowSection, cashflowTiles } from './cashflow-section.ts';
import { companyRiskRows, companyRiskSection } from './company-risk-section.ts';
import { contractsSection } from './contracts-section.ts';
import { renderDocument } from './document.ts';
import { incomeSection, incomeTile } from './income-section.ts';
import { liquiditySection, liquidityTile } from './liquidity-section.ts';
import { livingSection } from './living-section.ts';
import { observedTimespan } from './observed-timespan.ts';
import { cashSection, foreignSection } from './payments-section.ts';
import { personRiskRows, personRiskSection } from './person-risk-section.ts';
import { recurringSection } from './recurring-section.ts';
import { riskTile } from './risk-matrix.ts';
import { spendingSection } from './spending-section.ts';
import { empty, foreign, type Tile, tiles, type View, viewOf } from './view.ts';

/** The page of a person's or a company's results. Pure; what the data lacks is left out, what is empty says so. */
export function renderCockpit(data: CockpitData, language: CockpitLanguage): string {
  const view = viewOf(language);
  const { texts } = view;
  const { results, contracts, accounts } = data;
  const parts = results.type === 'person' ? personParts(results, data, view) : companyParts(results, data, view);
  const sections = [
    ...parts.sections,
    contracts ? contractsSection(contracts, view) : null,
    accounts ? accountsSection(accounts, view) : null,
  ].filter((part) => part !== null);
  return renderDocument(
    language,
    `Kontor · ${texts.title[results.type]}`,
    html`<div class="page">
${header(data, view)}
<main>
${parts.tiles.length > 0 ? html`<section class="bare" aria-label="${texts.keyFigures}">${tiles(parts.tiles)}</section>` : null}
${data.analyzedAt === null ? html`<section>${empty(texts.noAnalysis)}</section>` : null}
${data.analyzedAt !== null && sections.length === 0 ? html`<section>${empty(texts.nothingAllowed)}</section>` : null}
${sections}
</main>
<footer><p>${texts.footer}</p><p>${texts.confidential}</p></footer>
</div>`,
  );
}

interface Parts {
  tiles: Tile[];
  sections: (Html | null)[];
}

function personParts(results: PersonResults, { accounts }: CockpitData, view: View): Parts {
  const { income, spending, risk, householdBudget, liquidity } = results;
  const { texts } = view;
  const riskRows = personRiskRows(risk, view);
  const headlines = householdBudget
    ? budgetTiles(householdBudget, view)
    : [...incomeTile(texts.income, income, view), ...incomeTile(texts.spending, spending, view)];
  return {
    tiles: [...headlines, ...riskTile(riskRows.rows, view)],
    sections: [
      householdBudget ? budgetSection(householdBudget, view) : null,
      Object.keys(income).length > 0 ? incomeSection(income, view) : null,
      Object.keys(spending).length > 0 ? spendingSection(spending, view) : null,
      liquidity ? liquiditySection(liquidity, accounts, view) : null,
      riskRows.rows.length > 0 ? personRiskSection(risk, riskRows, view) : null,
      livingSection(results, view),
    ],
  };
}

function companyParts(results: CompanyResults, { accounts }: CockpitData, view: View): Parts {
  const { cashflow, liquidity, risk, foreignPayments, cash } = results;
  const riskRows = risk && companyRiskRows(risk, accounts, view);
  return {
    tiles: [
      ...(cashflow ? cashflowTiles(cashflow, view) : []),
      ...(liquidity ? liquidityTile(liquidity, view) : []),
      ...(riskRows ? riskTile(riskRows.rows, view) : []),
    ],
    sections: [
      cashflow ? cashflowSection(cashflow, view) : null,
      liquidity ? liquiditySection(liquidity, accounts, view) : null,
      riskRows ? companyRiskSection(riskRows, view) : null,
      recurringSection(results, view),
      foreignPayments ? foreignSection(foreignPayments, view) : null,
      cash ? cashSection(cash, view) : null,
    ],
  };
}

function header(data: CockpitData, view: View): Html {
  const { texts, formats } = view;
  const owners = [...new Set((data.accounts ?? []).flatMap(({ owner }) => owner ?? []))];
  const timespan = observedTimespan(data);
  const about: [string, Content][] = [
    ...(owners.length > 0
      ? ([[texts.holders, owners.map((owner, n) => html`${n > 0 ? ', ' : null}${foreign(owner)}`)]] as [
          string,
          Content,
        ][])
      : []),
    ...(timespan
      ? ([[texts.period, texts.periodOf(formats.date(timespan.from), formats.date(timespan.to))]] as [
          string,
          Content,
        ][])
      : []),
    ...(data.analyzedAt ? ([[texts.analyzed, formats.time(data.analyzedAt)]] as [string, Content][]) : []),
    [texts.validUntil, formats.time(data.expiresAt)],
  ];
  return html`<header><p class="mark">Kontor</p><h1>${texts.title[data.results.type]}</h1>
<dl class="about">${about.map(([label, content]) => html`<div><dt>${label}</dt><dd>${content}</dd></div>`)}</dl></header>`;
}
