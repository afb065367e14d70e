/** Drawn here, so that no one else is asked for them. They repeat what the text says: screen readers skip them. */
import { type Html, html } from '#platform/html/html.ts';

const icon = (className: string, paths: Html): Html =>
  html`<svg class="icon ${className}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths}</svg>`;

export const lockIcon = icon(
  'lock',
  html`<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.5V7.5a4 4 0 0 1 8 0v3"/>`,
);
export const bankIcon = icon(
  'bank',
  html`<path d="M4 9.5 12 5l8 4.5M5 19.5h14M6.5 10v7M10.2 10v7M13.8 10v7M17.5 10v7"/>`,
);
export const eyeIcon = icon(
  'eye',
  html`<path d="M3 12s3.4-6 9-6 9 6 9 6-3.4 6-9 6-9-6-9-6Z"/><circle cx="12" cy="12" r="2.6"/>`,
);
export const handIcon = icon('hand', html`<path d="M5 12.5 9.5 17 19 7"/>`);
export const phoneIcon = icon('phone', html`<rect x="7" y="3" width="10" height="18" rx="2.2"/><path d="M11 18h2"/>`);
export const arrowIcon = icon('arrow', html`<path d="M9 5.5 15.5 12 9 18.5"/>`);
export const outIcon = icon('out', html`<path d="M13 5h6v6M19 5l-8.5 8.5M17 14.5V19H5V7h4.5"/>`);

const badge = (className: string, paths: Html): Html =>
  html`<span class="badge ${className}">${icon('', paths)}</span>`;

export const goodBadge = badge('good', html`<path d="M5 12.5 9.8 17.2 19 7.5"/>`);
export const badBadge = badge('bad', html`<path d="M12 6v7.5M12 17.4v.2"/>`);
export const quietBadge = badge('calm', html`<path d="M7 7l10 10M17 7 7 17"/>`);
export const clockBadge = badge('calm', html`<circle cx="12" cy="12" r="7.5"/><path d="M12 7.8V12l2.8 1.8"/>`);
export const windowBadge = badge('calm', html`<path d="M13 5h6v6M19 5l-8.5 8.5M17 14.5V19H5V7h4.5"/>`);
