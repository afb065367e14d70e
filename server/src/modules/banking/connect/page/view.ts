import { type Content, type Html, html } from '#platform/html/html.ts';
import type { Notice } from '../change-session.ts';
import type { ConnectSession, Language } from '../connect.types.ts';
import type { Action } from '../session-machine.ts';
import { type Texts, textsOf } from './texts.ts';

/** What every screen is written with. */
export interface View {
  language: Language;
  texts: Texts;
  /** Who asks for the bank data. */
  who: string;
  session: ConnectSession;
  /** Path below which the server is reached: empty, or that of the public address. */
  base: string;
  /** Proves that a form was made for this browser. */
  token: string;
  notice: Notice;
}

export const viewOf = (view: Omit<View, 'texts' | 'language'>): View => ({
  ...view,
  language: view.session.language,
  texts: textsOf(view.session.language),
});

/** What the page that embeds this one is told. */
export interface FrameMessage {
  type: 'kontor:ready' | 'kontor:success' | 'kontor:cancel' | 'kontor:error';
  /** Why it did not work; codes as in events. */
  code?: string;
}

export interface Screen {
  title: string;
  /** Which part of the way it is, from 0; null where there is no way. */
  phase: number | null;
  body: Html;
  /** The page waits: ask for the state of the session this often. */
  pollMs?: number;
  message?: FrameMessage;
  /** Where the browser goes by itself after a few seconds. */
  forward?: string | null;
  /** Whether the screen ends with the question whether to cancel. Default true. */
  canCancel?: boolean;
}

export const sessionPath = ({ base, session }: View): string => `${base}/connect/sessions/${session.sessionId}`;

/** A form that asks for one action. It carries what proves that it is this browser's, and of the page that stands now. */
export function actionForm(view: View, action: Action | 'set-language', content: Content, className = 'form'): Html {
  return html`<form method="post" action="${sessionPath(view)}" class="${className}">
<input type="hidden" name="token" value="${view.token}"><input type="hidden" name="version" value="${view.session.version}"><input type="hidden" name="action" value="${action}">
${content}
</form>`;
}

/** A form that is nothing but its button. */
export const actionButton = (
  view: View,
  action: Action,
  label: Content,
  kind: 'quiet' | 'second' | 'main' = 'second',
) => actionForm(view, action, html`<button class="button ${kind}">${label}</button>`, 'inline');

/** What somebody else wrote, kept from turning the text around it into the other direction. */
export const foreign = (text: string): Html => html`<bdi>${text}</bdi>`;

/** Something that went wrong, read out at once and focused first. */
export const alert = (content: Content): Html =>
  html`<p class="alert" role="alert" tabindex="-1" data-focus>${content}</p>`;
