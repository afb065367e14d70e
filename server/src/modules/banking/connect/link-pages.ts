import type { Services } from '#platform/context.ts';
import { randomToken } from '#platform/crypto/random.ts';
import type { Reply } from '#platform/http/route.ts';
import { type PageForm, textOf } from './act-on-session.ts';
import { writeCookie } from './browser-cookie.ts';
import type { Language } from './connect.types.ts';
import { checkProbe, claimLink, declineLink, newSecret, type OpenedLink, openLink } from './open-link.ts';
import { blockedScreen, elsewhereScreen, endScreen } from './page/screen-end.ts';
import { welcomeScreen } from './page/screen-welcome.ts';
import { type View, viewOf } from './page/view.ts';
import { missingReply, pageReply, seeOther, toSession } from './page-reply.ts';
import { pathPrefix } from './path-prefix.ts';
import type { BrowserRequest } from './visit.ts';

const PROBE_BYTES = 16;

/** The page behind a link. It sets a cookie that proves nothing, to see whether the browser keeps cookies here at all. */
export async function showLink(
  services: Services,
  token: string,
  request: BrowserRequest,
  language?: string,
): Promise<Reply> {
  const link = await openLink(services, token, request);
  if (!link) return missingReply(services);
  const view = viewOfLink(services, link, language);
  if (link.isOwn) return toSession(view, null);
  const path = linkPath(services, token);
  const { status, browserHash } = link.session;
  if (status === 'cancelled' || status === 'expired')
    return pageReply(view, endScreen(view, status), { status: 410, languageAt: path });
  if (status !== 'open' || browserHash !== null) {
    const why = status === 'open' ? 'used' : 'ended';
    return pageReply(view, elsewhereScreen(view, why), { status: 410, languageAt: path });
  }
  const probe = randomToken(PROBE_BYTES);
  const cookie = writeCookie('probe', link.session, services.publicUrl, probe);
  return pageReply(view, welcomeScreen(view, { path, probe }), { languageAt: path, cookie });
}

/** Going on from that page binds the session to the browser; declining ends it. */
export async function takeLink(
  services: Services,
  token: string,
  request: BrowserRequest,
  form: PageForm,
): Promise<Reply> {
  const link = await openLink(services, token, request);
  if (!link) return missingReply(services);
  const path = linkPath(services, token);
  const view = viewOfLink(services, link, textOf(form, 'language'));
  if (link.isOwn) return toSession(view, null);
  const { session } = link;
  if (session.status !== 'open' || session.browserHash !== null) return seeOther(path);
  if (textOf(form, 'action') === 'decline') {
    await declineLink(services, session);
    return seeOther(path);
  }
  const probe = checkProbe(services, session, request, textOf(form, 'probe'));
  if (probe === 'blocked') return pageReply(view, blockedScreen(view, path), { languageAt: path });
  if (probe === 'unsure') return seeOther(path);
  const secret = newSecret();
  if (!(await claimLink(services, session, secret, view.language))) return seeOther(path);
  return toSession(view, null, writeCookie('session', session, services.publicUrl, secret));
}

const linkPath = (services: Services, token: string): string => `${pathPrefix(services)}/connect/open/${token}`;

function viewOfLink(services: Services, { session, workspaceName }: OpenedLink, asked?: string): View {
  const language: Language = asked === 'en' || asked === 'de' ? asked : session.language;
  return viewOf({
    session: { ...session, language },
    who: workspaceName,
    base: pathPrefix(services),
    token: '',
    notice: null,
  });
}
