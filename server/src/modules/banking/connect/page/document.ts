import { type Html, html } from '#platform/html/html.ts';
import { SCRIPT_ADDRESS, STYLE_ADDRESS } from './assets.ts';
import { lockIcon } from './icons.ts';
import { actionButton, alert, foreign, type Screen, sessionPath, type View } from './view.ts';

/** A whole page around a screen. The address, the title and the history name neither the bank nor the user. */
export function renderPage(
  view: View,
  screen: Screen,
  options: { languageForm: Html | null; canAct: boolean },
): string {
  const { texts, who, language } = view;
  const notice = view.notice ? alert(texts.notices[view.notice]) : null;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${screen.title} · ${who}</title>
<link rel="stylesheet" href="${view.base}${STYLE_ADDRESS}">
<script src="${view.base}${SCRIPT_ADDRESS}" defer></script>
${screen.pollMs === undefined ? null : html`<noscript><meta http-equiv="refresh" content="5"></noscript>`}
</head>
<body${view.session.embedOrigin ? html` class="framed"` : null}${scriptFacts(view, screen)}>
<div class="shell">
<header class="top"><p class="product">${lockIcon}<span><strong>${texts.product}</strong> <span>${texts.forWhom(who)}</span></span></p>${options.languageForm}</header>
${progress(view, screen.phase)}
<main class="card">
${notice}
${screen.body}
${options.canAct && screen.canCancel !== false ? html`<div class="leave">${actionButton(view, 'cancel', texts.cancel, 'quiet')}</div>` : null}
</main>
<footer><p>${lockIcon}${texts.secure}</p>
<details><summary>${texts.dataQuestion}</summary><ul>${texts.dataAnswers(who).map((answer) => html`<li>${answer}</li>`)}</ul></details>
</footer>
</div>
</body>
</html>
`.text;
}

/** What the script has to know. */
function scriptFacts(view: View, { pollMs, message, forward }: Screen): Html {
  const { session } = view;
  return html` data-session="${session.sessionId}" data-version="${session.version}" data-status="${session.status}"${
    session.embedOrigin ? html` data-origin="${session.embedOrigin}"` : null
  }${message ? html` data-message="${JSON.stringify(message)}"` : null}${
    pollMs === undefined ? null : html` data-poll="${sessionPath(view)}/state" data-poll-ms="${pollMs}"`
  }${forward ? html` data-forward="${forward}"` : null}`;
}

function progress({ texts }: View, phase: number | null): Html | null {
  if (phase === null) return null;
  const { phases } = texts;
  return html`<nav aria-label="${texts.steps}" class="progress"><p>${texts.stepOf(phase + 1, phases.length)}<span aria-hidden="true">: ${phases[phase]}</span></p>
<ol>${phases.map(
    (name, n) =>
      html`<li class="${n < phase ? 'past' : n === phase ? 'now' : 'next'}"${n === phase ? html` aria-current="step"` : null}><span>${name}</span>${n < phase ? html`<span class="hidden"> (${texts.done})</span>` : null}</li>`,
  )}</ol></nav>`;
}

/** The heading that the focus goes to when a page opens, unless something is wrong. */
export const heading = (text: string): Html => html`<h1 tabindex="-1" data-focus>${text}</h1>`;

export const quote = (label: string, text: string): Html =>
  html`<figure class="quote"><figcaption>${label}</figcaption><blockquote>${foreign(text)}</blockquote></figure>`;
