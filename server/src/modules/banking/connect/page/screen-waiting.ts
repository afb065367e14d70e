import { type Html, html } from '#platform/html/html.ts';
import type { ConnectStep } from '../../providers/provider.types.ts';
import { bankHeader } from './bank-mark.ts';
import { heading, quote } from './document.ts';
import { outIcon, phoneIcon, windowBadge } from './icons.ts';
import { restart } from './screen-login.ts';
import { actionForm, type Screen, sessionPath, type View } from './view.ts';

type StepOf<Kind extends ConnectStep['kind']> = Extract<ConnectStep, { kind: Kind }>;

/** How often the page asks us; the bank is asked no sooner than it wants to be. */
const POLL_MS = 1_000;

/** The bank waits for its app; the page follows by itself, and has a button for whoever has no script. */
export function approveScreen(view: View, step: StepOf<'approve-in-app'>): Screen {
  const { approve, bankSays } = view.texts;
  return {
    title: approve.title,
    phase: 2,
    pollMs: POLL_MS,
    body: html`${bankHeader(view)}${heading(approve.title)}
<p class="lead">${approve.lead(view.session.bank?.name ?? '')}</p>
${step.message ? quote(bankSays, step.message) : null}
<div class="waiting"><span class="pulse" aria-hidden="true">${phoneIcon}</span><p role="status">${approve.waiting}</p></div>
${actionForm(view, 'check', html`<button class="button second">${approve.check}</button>`)}
${restart(view)}`,
  };
}

/**
 * On to the bank by a link: the page's policy lets no form lead to another site. From a frame the bank opens in a window
 * of its own, since no bank lets itself be framed; that window gets a cookie of its own on the way.
 */
export function redirectScreen(view: View, step: StepOf<'redirect'>, handoff: string | null): Screen {
  const { redirect } = view.texts;
  const bank = view.session.bank?.name ?? '';
  const label = html`${redirect.go(bank)}${outIcon}`;
  return {
    title: redirect.title,
    phase: 2,
    ...(handoff !== null && { pollMs: POLL_MS }),
    body: html`${bankHeader(view)}${heading(redirect.title)}
<p class="lead">${redirect.lead(bank)} ${handoff === null ? null : redirect.framed}</p>
${handoff === null ? html`<a class="button main" href="${step.url}" rel="noreferrer" data-to-bank>${label}</a>` : handoffForm(view, handoff, label)}
<p class="hint">${redirect.address(hostOf(step.url))}</p>
${restart(view)}`,
  };
}

const handoffForm = (view: View, handoff: string, label: Html): Html =>
  html`<form method="post" action="${sessionPath(view)}/bank-window" target="_blank" class="form"><input type="hidden" name="handoff" value="${handoff}"><button class="button main">${label}</button></form>`;

const hostOf = (url: string): string => URL.parse(url)?.host ?? '';

/** In the window that was opened for the bank: on to it. */
export function toBankScreen(view: View, url: string): Screen {
  const { redirect } = view.texts;
  const bank = view.session.bank?.name ?? '';
  return {
    title: redirect.title,
    phase: null,
    canCancel: false,
    body: html`${bankHeader(view)}${heading(redirect.title)}
<p class="lead">${redirect.lead(bank)}</p>
<a class="button main" href="${url}" rel="noreferrer" data-to-bank>${redirect.go(bank)}${outIcon}</a>
<p class="hint">${redirect.address(hostOf(url))}</p>`,
  };
}

/** In the window that was opened for the bank: back from it. */
export function bankWindowScreen(view: View): Screen {
  const { redirect } = view.texts;
  return {
    title: redirect.backTitle,
    phase: null,
    canCancel: false,
    body: html`${windowBadge}${heading(redirect.backTitle)}<p class="lead">${redirect.backText}</p>`,
  };
}

/** Another request speaks with the bank right now. */
export function workingScreen(view: View, phase: number): Screen {
  const { texts } = view;
  return {
    title: texts.workingTitle,
    phase,
    pollMs: 1_000,
    body: html`${bankHeader(view)}${heading(texts.workingTitle)}
<div class="waiting"><span class="spinner" aria-hidden="true"></span><p role="status">${texts.working}</p></div>
<a class="button second" href="${sessionPath(view)}">${texts.workingReload}</a>`,
  };
}
