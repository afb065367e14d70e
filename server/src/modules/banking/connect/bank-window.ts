/** To the bank's own pages and back: in the same window, or, from a frame, in one that is opened for it. */
import type { Services } from '#platform/context.ts';
import { sha256Hex } from '#platform/crypto/random.ts';
import type { Reply } from '#platform/http/route.ts';
import { writeCookie } from './browser-cookie.ts';
import { findSession } from './connect.queries.ts';
import { bankWindowScreen, toBankScreen } from './page/screen-waiting.ts';
import { missingReply, pageReply, toSession } from './page-reply.ts';
import { returnFromBank } from './return-from-bank.ts';
import { openTalk } from './seal-talk.ts';
import { viewOfVisit } from './show-session.ts';
import { type BrowserRequest, browserOf, enterVisit, readSession, type Visit } from './visit.ts';

/**
 * The window that a frame has opened: it can't see the frame's cookie, so it brings a secret made of it and gets a cookie
 * of its own, by which it is known again when the bank sends it back. Other sites can not open it in somebody's name.
 */
export async function openBankWindow(
  services: Services,
  sessionId: string,
  secret: string,
  request: BrowserRequest,
): Promise<Reply> {
  const from = request.headers['sec-fetch-site'];
  const id = await services.database.read(null, (session) => findSession(session, sha256Hex(secret)));
  if (id?.sessionId !== sessionId || (from !== undefined && from !== 'same-origin')) return missingReply(services);
  const read = await readSession(services, id);
  if (read?.session.windowHash !== sha256Hex(secret)) return missingReply(services);
  const visit: Visit = { services, ...read, secret, browser: browserOf(request) };
  const view = viewOfVisit(visit);
  const step = read.session.status === 'open' ? openTalk(services, read.session)?.step : null;
  // Nothing to do at the bank (any more): the frame says how things stand.
  if (step?.kind !== 'redirect') return pageReply(view, bankWindowScreen(view), { languageAt: null });
  const cookie = writeCookie('window', read.session, services.publicUrl, secret);
  return pageReply(view, toBankScreen(view, step.url), { languageAt: null, cookie });
}

/** The bank has sent the browser back. */
export async function comeBack(
  services: Services,
  sessionId: string,
  query: Record<string, string>,
  request: BrowserRequest,
): Promise<Reply> {
  const window = await enterVisit(services, sessionId, request, 'window');
  const visit = window ?? (await enterVisit(services, sessionId, request));
  if (!visit) return missingReply(services);
  await returnFromBank(visit, query);
  const view = viewOfVisit(visit);
  return window ? pageReply(view, bankWindowScreen(view), { languageAt: null }) : toSession(view, null);
}
