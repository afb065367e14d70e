import { html } from '#platform/html/html.ts';
import { termsOf } from '../connect.types.ts';
import { bankHeader } from './bank-mark.ts';
import { heading } from './document.ts';
import { otherBank } from './screen-find-bank.ts';
import { actionForm, type Screen, type View } from './view.ts';

/** What, how long, by whom: before anything is asked of the bank. */
export function consentScreen(view: View): Screen {
  const { texts, session, who } = view;
  const { consent } = texts;
  const title = session.loginId ? consent.renewTitle : consent.title;
  const { recurring, storeSecrets } = termsOf(session);
  const howLong = recurring ? consent.recurring : storeSecrets ? consent.stored(who) : consent.once;
  const facts = [
    [consent.who, consent.whoText(who)],
    [consent.what, consent.whatText],
    [consent.howLong, howLong],
  ];
  return {
    title,
    phase: 1,
    body: html`${bankHeader(view)}${heading(title)}
<dl class="facts">${facts.map(([name, text]) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>
${actionForm(view, 'agree', html`<button class="button main">${consent.agree}</button>`)}
${session.loginId ? null : otherBank(view)}`,
  };
}
