/** What every address gets that leads to nothing, whatever the reason: in both languages, since none is known. */
import { type Html, html } from '#platform/html/html.ts';
import { SCRIPT_ADDRESS, STYLE_ADDRESS } from './assets.ts';
import { clockBadge } from './icons.ts';
import type { FrameMessage } from './view.ts';

interface Words {
  title: string;
  text: string;
}

const MISSING: Record<'en' | 'de', Words> = {
  en: {
    title: 'This page is not available here',
    text: 'Its link has expired or was copied incompletely, or it was opened in another browser. Start again from the company that sent you here.',
  },
  de: {
    title: 'Diese Seite ist hier nicht verfügbar',
    text: 'Der Link ist abgelaufen oder unvollständig, oder er wurde in einem anderen Browser geöffnet. Beginnen Sie bei dem Unternehmen neu, das Sie hierher geleitet hat.',
  },
};

const BROKEN: Record<'en' | 'de', Words> = {
  en: {
    title: 'Something went wrong on our side',
    text: 'Nothing was lost. Please load the page again in a moment.',
  },
  de: {
    title: 'Bei uns ist etwas schiefgegangen',
    text: 'Es ist nichts verloren gegangen. Bitte laden Sie die Seite gleich noch einmal.',
  },
};

const NOT_AVAILABLE: FrameMessage = { type: 'kontor:error', code: 'not_available' };

/** Tells whoever frames it: nothing that they didn't know, so it may be anybody. */
export function renderMissing(base: string, sessionId: string | null): string {
  const session = sessionId === null ? null : html` data-session="${sessionId}"`;
  return renderPlain(base, MISSING, html`${session} data-origin="*" data-message="${JSON.stringify(NOT_AVAILABLE)}"`);
}

export const renderBroken = (base: string): string => renderPlain(base, BROKEN, html` data-origin="*"`);

const renderPlain = (base: string, { en, de }: Record<'en' | 'de', Words>, scriptFacts: Html): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${en.title}</title>
<link rel="stylesheet" href="${base}${STYLE_ADDRESS}">
<script src="${base}${SCRIPT_ADDRESS}" defer></script>
</head>
<body${scriptFacts}>
<div class="shell">
<main class="card">
${clockBadge}<h1>${en.title}</h1>
<p class="lead">${en.text}</p>
<div lang="de"><h2>${de.title}</h2>
<p class="lead">${de.text}</p></div>
</main>
</div>
</body>
</html>
`.text;
