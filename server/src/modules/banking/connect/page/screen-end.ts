import { type Html, html } from '#platform/html/html.ts';
import type { ConnectStep } from '../../providers/provider.types.ts';
import { returnAddress } from '../return-address.ts';
import { hasOverview } from '../session-machine.ts';
import { bankHeader } from './bank-mark.ts';
import { heading, quote } from './document.ts';
import { badBadge, clockBadge, goodBadge, quietBadge, windowBadge } from './icons.ts';
import { actionButton, type Screen, type View } from './view.ts';

/** An attempt failed: why, what the bank says about it, and what can be done. */
export function problemScreen(view: View, step: Extract<ConnectStep, { kind: 'failed' }>): Screen {
  const { texts, session } = view;
  const problem = texts.problems[step.problem];
  const leave = hasOverview(session) ? texts.toOverview : texts.leave;
  return {
    title: problem.title,
    phase: 2,
    canCancel: false,
    message: { type: 'kontor:error', code: step.problem },
    body: html`${bankHeader(view)}${step.problem === 'code_expired' || step.problem === 'session_expired' ? clockBadge : badBadge}
${heading(problem.title)}
<p class="lead">${problem.text(session.bank?.name ?? '')}</p>
${step.message ? quote(texts.bankSays, step.message) : null}
<div class="buttons">${step.canRetry ? actionButton(view, 'retry', texts.retry, 'main') : null}${actionButton(view, 'other-bank', texts.otherBank, step.canRetry ? 'second' : 'main')}${actionButton(view, 'leave', leave, 'quiet')}</div>`,
  };
}

const MESSAGES = {
  completed: { type: 'kontor:success' },
  cancelled: { type: 'kontor:cancel' },
  failed: { type: 'kontor:error' },
  expired: { type: 'kontor:error', code: 'session_expired' },
} as const;

const BADGES = { completed: goodBadge, cancelled: quietBadge, failed: badBadge, expired: clockBadge };

/** How a visit ended, and the way back. */
export function endScreen(view: View, status: 'completed' | 'cancelled' | 'failed' | 'expired'): Screen {
  const { texts, session, who } = view;
  const isManaged = session.kind === 'manage' && status === 'completed';
  const end = texts.ends[isManaged ? 'managed' : status];
  const message = MESSAGES[status];
  return {
    title: end.title,
    phase: null,
    canCancel: false,
    message: status === 'failed' && session.problem ? { ...message, code: session.problem } : message,
    // In a frame the page around it decides what comes next.
    forward: session.embedOrigin === null && status !== 'expired' ? backAddress(view, status) : null,
    body: html`${BADGES[status]}${heading(end.title)}
<p class="lead">${end.text(who)}</p>
${wayBack(view, status)}`,
  };
}

const backAddress = ({ session }: View, status: string): string | null =>
  session.returnUrl && returnAddress(session.returnUrl, { sessionId: session.sessionId, status });

function wayBack(view: View, status: string): Html | null {
  const { texts, session, who } = view;
  const address = backAddress(view, status);
  if (address === null) return session.embedOrigin === null ? html`<p>${texts.closeWindow}</p>` : null;
  const target = session.embedOrigin === null ? null : html` target="_top"`;
  return html`<a class="button main" href="${address}"${target}>${texts.backTo(who)}</a>
${session.embedOrigin === null && status !== 'expired' ? html`<p class="hint" data-forward-hint hidden>${texts.forwarding}</p>` : null}`;
}

/** The link is no good for this browser. */
export function elsewhereScreen(view: View, why: 'used' | 'ended'): Screen {
  const { elsewhere } = view.texts;
  const { title, text } = elsewhere[why];
  return {
    title,
    phase: null,
    canCancel: false,
    message: { type: 'kontor:error', code: why === 'used' ? 'link_used' : 'session_ended' },
    body: html`${windowBadge}${heading(title)}<p class="lead">${text(view.who)}</p>`,
  };
}

/** The browser keeps no cookie here: in a frame a window of its own helps, and the link is still good for it. */
export function blockedScreen(view: View, linkPath: string): Screen {
  const { blocked } = view.texts.elsewhere;
  const isFramed = view.session.embedOrigin !== null;
  return {
    title: blocked.title,
    phase: null,
    canCancel: false,
    message: { type: 'kontor:error', code: 'cookies_blocked' },
    body: html`${windowBadge}${heading(blocked.title)}<p class="lead">${isFramed ? blocked.text : blocked.alone}</p>
<a class="button main" href="${linkPath}"${isFramed ? html` target="_blank" rel="noopener"` : null}>${isFramed ? blocked.go : blocked.again}</a>`,
  };
}
