import { type Html, html } from '#platform/html/html.ts';
import type { ProviderAccount } from '../../providers/provider.types.ts';
import { bankHeader } from './bank-mark.ts';
import { heading } from './document.ts';
import { otherBank } from './screen-find-bank.ts';
import { actionForm, foreign, type Screen, type View } from './view.ts';

export function chooseAccountsScreen(view: View, accounts: readonly ProviderAccount[]): Screen {
  const { chooseAccounts } = view.texts;
  const list = actionForm(
    view,
    'choose-accounts',
    html`<fieldset><legend class="hidden">${chooseAccounts.title}</legend>${accounts.map((account, n) => accountItem(view, account, n))}</fieldset>
<button class="button main">${chooseAccounts.go}</button>`,
  );
  return {
    title: chooseAccounts.title,
    phase: 3,
    body: html`${bankHeader(view)}${heading(chooseAccounts.title)}
<p class="lead">${accounts.length > 0 ? chooseAccounts.lead(view.who) : chooseAccounts.none}</p>
${accounts.length > 0 ? list : otherBank(view)}`,
  };
}

function accountItem(view: View, { account }: ProviderAccount, n: number): Html {
  const number = account.iban ? groupIban(account.iban) : account.accountNumber;
  const name =
    account.name ?? (account.type && view.texts.accountTypes[account.type]) ?? view.texts.chooseAccounts.unnamed;
  return html`<label class="account"><input type="checkbox" name="account" value="${n}" checked><span class="bank-name"><strong>${foreign(name)}</strong><small>${[number, account.currency === 'EUR' ? null : account.currency].filter(Boolean).join(' · ')}</small>${account.owner ? html`<small>${foreign(account.owner)}</small>` : null}</span></label>`;
}

const groupIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ');
