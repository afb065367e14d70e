import { type Html, html } from '#platform/html/html.ts';
import type { PersonResults } from '../cockpit.types.ts';
import { section, type View } from './view.ts';

interface Fact {
  label: string;
  answer: 'yes' | 'no' | 'unknown';
  detail: string | null;
}

/** What the bookings show about a person's life, each with how much speaks for it. */
export function livingSection({ livingSituation, adultCheck }: PersonResults, view: View): Html | null {
  if (!livingSituation && !adultCheck) return null;
  const { texts } = view;
  return section(
    'living',
    texts.living,
    html`<p class="note">${texts.livingNote}</p>`,
    html`<dl class="facts">${factsOf({ livingSituation, adultCheck }, view).map((fact) => presentFact(fact, view))}</dl>`,
  );
}

export const factsOf = (
  { livingSituation, adultCheck }: Pick<PersonResults, 'livingSituation' | 'adultCheck'>,
  view: View,
): Fact[] => [...adultFacts(adultCheck, view), ...livingFacts(livingSituation, view)];

function presentFact({ label, answer, detail }: Fact, { texts }: View): Html {
  const words = { yes: texts.yes, no: texts.likelyNot, unknown: texts.unknown };
  return html`<div><dt>${label}</dt><dd${answer === 'unknown' ? html` class="none"` : null}>${words[answer]}${detail ? html`<small>${detail}</small>` : null}</dd></div>\n`;
}

function adultFacts(check: PersonResults['adultCheck'], { texts }: View): Fact[] {
  if (!check) return [];
  const answer = ({ adult: 'yes', likely_minor: 'no', unknown: 'unknown' } as const)[check.result];
  const detail = check.evidence.length > 0 ? texts.signs(check.evidence.length) : null;
  return [{ label: texts.facts.adult, answer, detail }];
}

function livingFacts(living: PersonResults['livingSituation'], { texts, formats }: View): Fact[] {
  if (!living) return [];
  const { family, mobility, homeOwnership, renting, currency } = living;
  const signs = (evidence: readonly unknown[]) => (evidence.length > 0 ? texts.signs(evidence.length) : null);
  const payment = (amount: number | null) => (amount === null ? null : texts.aMonth(formats.money(amount, currency)));
  return [
    {
      label: texts.facts.children,
      answer: family.children,
      detail: family.children === 'yes' ? signs(family.evidence) : null,
    },
    { label: texts.facts.spouse, answer: family.maintenanceFromSpouse, detail: null },
    { label: texts.facts.car, answer: mobility.car, detail: mobility.car === 'yes' ? signs(mobility.evidence) : null },
    { label: texts.facts.transit, answer: mobility.publicTransport, detail: null },
    { label: texts.facts.tenant, answer: renting.tenant, detail: payment(renting.monthlyRent) },
    { label: texts.facts.owner, answer: homeOwnership.owner, detail: payment(homeOwnership.monthlyPayment) },
  ];
}
