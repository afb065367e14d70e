import { html } from '#platform/html/html.ts';
import { renderDocument } from './document.ts';

const page = renderDocument(
  'en',
  'Link not valid · Link ungültig',
  html`<main class="page message">
<p class="mark">Kontor</p>
<h1>This link is not valid any more</h1>
<p>It has expired, was revoked, or was copied incompletely. Ask whoever sent it to you for a new one.</p>
<div lang="de">
<h2>Dieser Link ist nicht mehr gültig</h2>
<p>Er ist abgelaufen, wurde zurückgezogen oder unvollständig kopiert. Bitten Sie die Person, die ihn geschickt hat, um einen neuen.</p>
</div>
</main>`,
);

/** What every link gets that opens nothing, whatever the reason: in both languages, since none is known. */
export const renderMissing = (): string => page;
