import type { Services } from '#platform/context.ts';
import { isConnectionLoss } from '#platform/db/database.ts';
import { html } from '#platform/html/html.ts';
import type { Reply, RouteInput } from '#platform/http/route.ts';
import { renderPage } from './page/document.ts';
import { renderBroken, renderMissing } from './page/screen-missing.ts';
import { actionForm, type Screen, sessionPath, type View } from './page/view.ts';
import { pathPrefix } from './path-prefix.ts';

export const HTML = 'text/html; charset=utf-8';

/**
 * Only our own style sheet and script, no inline ones; pictures only in the page itself (challenges of banks). Nobody
 * keeps the page, finds it by search or learns its address; only the origin of the session may frame it. `*`: a page that
 * says and can do nothing that anybody could misuse.
 */
function headersOf(embedOrigin: string | null): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    'img-src data:',
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${embedOrigin ?? "'none'"}`,
  ];
  return {
    'cache-control': 'no-store',
    'content-security-policy': policy.join('; '),
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    ...(embedOrigin === null && { 'x-frame-options': 'DENY' }),
  };
}

interface PageOptions {
  status?: number;
  /** An address that shows the same in another language, for pages that no session is bound to; null: there is none. */
  languageAt?: string | null;
  cookie?: string;
}

/** A page of a session, or, with `languageAt`, one that can only be looked at. */
export function pageReply(view: View, screen: Screen, options: PageOptions = {}): Reply {
  const { session } = view;
  const { languageAt } = options;
  const languageForm =
    languageAt === undefined
      ? actionForm(view, 'set-language', languageButton(view), 'inline')
      : html`<form method="get" action="${languageAt}" class="inline">${languageButton(view)}</form>`;
  const canAct = languageAt === undefined && session.status === 'open';
  return {
    status: options.status ?? 200,
    body: renderPage(view, screen, { languageForm: languageAt === null ? null : languageForm, canAct }),
    headers: { ...headersOf(session.embedOrigin), ...(options.cookie && { 'set-cookie': options.cookie }) },
  };
}

const languageButton = ({ texts, language }: View) =>
  html`<button class="button quiet" name="language" value="${language === 'en' ? 'de' : 'en'}" lang="${language === 'en' ? 'de' : 'en'}">${texts.otherLanguage}</button>`;

/** A part of a page, for the script. */
export const partReply = (view: View, part: string): Reply => ({
  status: 200,
  body: part,
  headers: headersOf(view.session.embedOrigin),
});

/**
 * Who may frame a session is known only to whoever proves that it is theirs. A frame that has lost its cookie would show the
 * browser's own error, and the company's page would wait for ever; so anybody may frame this page, which is the same
 * for all addresses that lead to nothing, and it tells the page around it so. `sessionId`: as it was asked for.
 */
export const missingReply = (services: Services, sessionId: string | null = null): Reply => ({
  status: 404,
  body: renderMissing(pathPrefix(services), sessionId),
  headers: headersOf('*'),
});

/** After every form comes a page of its own, so that reload and history send nothing again. */
export const seeOther = (location: string, cookie?: string): Reply => ({
  status: 303,
  headers: {
    location,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    ...(cookie && { 'set-cookie': cookie }),
  },
});

export const toSession = (view: View, notice: string | null, cookie?: string): Reply =>
  seeOther(`${sessionPath(view)}${notice === null ? '' : `?notice=${notice}`}`, cookie);

/** End users get a page, also when we break. */
export const asPage =
  <P, Q, B>(work: (services: Services, input: RouteInput<P, Q, B>) => Promise<Reply>) =>
  (services: Services & { requestId: string }, input: RouteInput<P, Q, B>): Promise<Reply> =>
    work(services, input).catch((error: unknown) => {
      services.log.error({ err: error, requestId: services.requestId }, 'A hosted page failed');
      const status = isConnectionLoss(error) ? 503 : 500;
      return { status, body: renderBroken(pathPrefix(services)), headers: headersOf('*') };
    });
