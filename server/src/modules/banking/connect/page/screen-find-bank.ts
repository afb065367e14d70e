import { type Html, html } from '#platform/html/html.ts';
import type { BankSearch, FoundBank } from '../find-banks.ts';
import { bankFacts, bankHeader, bankTile } from './bank-mark.ts';
import { heading } from './document.ts';
import { arrowIcon } from './icons.ts';
import { actionForm, foreign, type Screen, sessionPath, type View } from './view.ts';

/** Search works by its button; with the script also while typing. */
export function findBankScreen(view: View, search: BankSearch): Screen {
  const { findBank } = view.texts;
  return {
    title: findBank.title,
    phase: 0,
    message: { type: 'kontor:ready' },
    body: html`${heading(findBank.title)}
<form method="get" action="${sessionPath(view)}" role="search" class="form search">
<label for="bank-query">${findBank.label}</label>
<div class="joined"><input id="bank-query" type="search" name="q" value="${search.query}" maxlength="100" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" aria-describedby="bank-hint" data-search="${sessionPath(view)}/banks"><button class="button second">${findBank.search}</button></div>
<p class="hint" id="bank-hint">${findBank.hint}</p>
</form>
<div id="bank-results">${bankResults(view, search)}</div>`,
  };
}

/** The part of the page that changes while the end user types. */
export function bankResults(view: View, { query, banks, hasMore }: BankSearch): Html {
  const { findBank } = view.texts;
  const status = query === '' ? '' : banks.length > 0 ? findBank.found(banks.length) : findBank.none(query);
  return html`<p class="${banks.length > 0 ? 'hidden' : 'empty'}" role="status">${status}</p>
${banks.length > 0 ? actionForm(view, 'choose-bank', html`<ul class="banks" aria-label="${findBank.results}">${banks.map((bank) => bankItem(view, bank))}</ul>`, 'banks-form') : null}
${hasMore ? html`<p class="hint">${findBank.more}</p>` : null}`;
}

function bankItem(view: View, bank: FoundBank): Html {
  const facts = bankFacts(bank, view);
  const label = html`${bankTile(bank.name)}<span class="bank-name"><strong>${foreign(bank.name)}</strong>${facts ? html`<small>${facts}</small>` : null}${bank.key === null ? html`<small>${view.texts.findBank.unavailable}</small>` : null}</span>`;
  if (bank.key === null) return html`<li><div class="bank-item off">${label}</div></li>`;
  return html`<li><button class="bank-item" name="bank" value="${bank.key}">${label}${arrowIcon}</button></li>`;
}

export function accountTypeScreen(view: View): Screen {
  const { texts, session, language } = view;
  const { accountType } = texts;
  return {
    title: accountType.title,
    phase: 0,
    body: html`${bankHeader(view)}${heading(accountType.title)}
<p class="lead">${accountType.lead(session.bank?.name ?? '')}</p>
${actionForm(
  view,
  'choose-account-type',
  html`<ul class="banks">${(session.bank?.accountTypes ?? []).map(
    ({ id, name }) =>
      html`<li><button class="bank-item" name="accountType" value="${id}"><span class="bank-name"><strong>${name[language]}</strong></span>${arrowIcon}</button></li>`,
  )}</ul>`,
)}
${otherBank(view)}`,
  };
}

export const otherBank = (view: View): Html =>
  actionForm(view, 'other-bank', html`<button class="button quiet">${view.texts.otherBank}</button>`, 'inline aside');
