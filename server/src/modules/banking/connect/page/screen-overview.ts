import { type Html, html } from '#platform/html/html.ts';
import type { LinkedBank } from '../linked-banks.ts';
import { bankFacts, bankTile } from './bank-mark.ts';
import { heading } from './document.ts';
import { actionButton, actionForm, foreign, type Screen, type View } from './view.ts';

const LOCALES = { en: 'en-GB', de: 'de-DE' };

/** Linked banks, the state of each consent, and what can be done about it. */
export function overviewScreen(view: View, banks: readonly LinkedBank[]): Screen {
  const { overview } = view.texts;
  return {
    title: overview.title,
    phase: null,
    message: { type: 'kontor:ready' },
    canCancel: false,
    ...(banks.some(({ isSyncing }) => isSyncing) && { pollMs: 3_000 }),
    body: html`${heading(overview.title)}
${banks.length === 0 ? html`<p class="lead">${overview.none}</p>` : html`<ul class="linked">${banks.map((bank) => linkedBank(view, bank))}</ul>`}
<div class="buttons">${actionButton(view, 'finish', overview.finish, 'main')}${actionButton(view, 'add-bank', banks.length === 0 ? overview.add : overview.addMore)}</div>`,
  };
}

function linkedBank(view: View, bank: LinkedBank): Html {
  const { overview } = view.texts;
  const date = (at: Date, style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALES[view.language], style).format(at);
  const until = bank.validUntil && overview.until(date(bank.validUntil, { dateStyle: 'medium' }));
  const fetched = bank.isSyncing
    ? overview.syncing
    : bank.hasSyncFailed
      ? overview.syncFailed
      : bank.syncedAt
        ? overview.synced(`${date(bank.syncedAt, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })} UTC`)
        : overview.neverSynced;
  const act = (action: 'refresh-login' | 'renew-login' | 'ask-removal', label: string) =>
    actionForm(
      view,
      action,
      html`<input type="hidden" name="login" value="${bank.loginId}"><button class="button quiet">${label}<span class="hidden">${overview.forBank(bank.name)}</span></button>`,
      'inline',
    );
  return html`<li><div class="bank-header">${bankTile(bank.name)}<div><h2>${foreign(bank.name)}</h2><small>${bankFacts(bank, view)}</small></div></div>
<p class="state"><span class="chip ${bank.consent}">${overview.consents[bank.consent]}${until ? html` ${until}` : null}</span></p>
<p class="quiet">${overview.accounts(bank.accountCount)} · ${fetched}</p>
<div class="acts">${bank.canRefresh ? act('refresh-login', overview.refresh) : null}${act('renew-login', overview.renew)}${act('ask-removal', overview.remove)}</div></li>`;
}

/** Asked before something goes for good. */
export function removalScreen(view: View, bank: LinkedBank): Screen {
  const { removal } = view.texts;
  const title = removal.title(bank.name);
  return {
    title: removal.go,
    phase: null,
    canCancel: false,
    body: html`${heading(title)}
<p class="lead">${removal.text(view.who)}</p>
<div class="buttons">${actionForm(view, 'remove-login', html`<input type="hidden" name="login" value="${bank.loginId}"><button class="button danger">${removal.go}</button>`, 'inline')}${actionButton(view, 'back', removal.keep)}</div>`,
  };
}
