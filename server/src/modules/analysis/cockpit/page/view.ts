import { type Content, type Html, html } from '#platform/html/html.ts';
import type { CockpitLanguage } from '../cockpit.queries.ts';
import { type Formats, formatsOf } from './formats.ts';
import { type Texts, textsOf } from './texts.ts';

/** In which language everything is written. */
export interface View {
  language: CockpitLanguage;
  texts: Texts;
  formats: Formats;
}

export const viewOf = (language: CockpitLanguage): View => ({
  language,
  texts: textsOf(language),
  formats: formatsOf(language),
});

/** A chapter with its heading; `id` is unique in the page. */
export const section = (id: string, title: string, ...contents: Content[]): Html =>
  html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>\n${contents}</section>\n`;

/** A headline figure. */
export interface Tile {
  label: string;
  value: string;
  note: string | null;
  /** Red when something is wrong. */
  alarming?: boolean;
}

export const tiles = (list: readonly Tile[]): Html | null =>
  list.length === 0
    ? null
    : html`<dl class="tiles">${list.map(
        ({ label, value, note, alarming }) =>
          html`<div${alarming ? html` class="alarming"` : null}><dt>${label}</dt><dd><strong>${value}</strong>${note ? html`<span>${note}</span>` : null}</dd></div>\n`,
      )}</dl>`;

/** What somebody else wrote, kept from turning the text around it into the other direction. */
export const foreign = (text: string): Html => html`<bdi>${text}</bdi>`;

export const empty = (text: string): Html => html`<p class="empty">${text}</p>`;

export const signed = (amount: number, text: string): Html =>
  amount < 0 ? html`<span class="negative">${text}</span>` : html`${text}`;
