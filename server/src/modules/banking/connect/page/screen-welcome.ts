import { html } from '#platform/html/html.ts';
import { heading } from './document.ts';
import { bankIcon, eyeIcon, handIcon } from './icons.ts';
import type { Screen, View } from './view.ts';

/** The page behind the link, before the link is exchanged for a cookie: only its form knows the link's secret. */
export function welcomeScreen(view: View, link: { path: string; probe: string }): Screen {
  const { texts, who, session } = view;
  const { welcome } = texts;
  const isManage = session.kind === 'manage';
  const title = isManage ? welcome.manageTitle(who) : welcome.title(who);
  const icons = [bankIcon, eyeIcon, handIcon];
  return {
    title,
    phase: null,
    message: { type: 'kontor:ready' },
    canCancel: false,
    body: html`${heading(title)}
<p class="lead">${isManage ? welcome.manageLead : welcome.lead(who)}</p>
<ul class="points">${welcome.points.map((point, n) => html`<li>${icons[n]}<div><strong>${point.title}</strong><span>${point.text}</span></div></li>`)}</ul>
<form method="post" action="${link.path}" class="form">
<input type="hidden" name="probe" value="${link.probe}"><input type="hidden" name="language" value="${view.language}">
<button class="button main" name="action" value="open">${welcome.go}</button>
<button class="button quiet" name="action" value="decline">${texts.cancel}</button>
</form>`,
  };
}
