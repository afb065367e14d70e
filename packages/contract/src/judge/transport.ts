import type { Observed, OriginSeen, TlsSeen } from '../probe/observed.types.ts';
import { type Say, sayAbout } from './judgement.ts';
import type { Judgement } from './verdict.types.ts';

const DAYS_LEFT = 14;

/** Group 1: https and nothing else, with a certificate that anybody can verify. */
export function judgeTransport({ origins, options }: Observed): Judgement[] {
  return origins.flatMap((origin) => {
    const say = sayAbout(origin.origin);
    if (origin.scheme === 'http') return [judgePlain(origin, options.allowLoopbackHttp, say)];
    return [say.kept('https_only', origin.origin), judgeFallback(origin, say), ...judgeTls(origin.tls, say)];
  });
}

function judgePlain(origin: OriginSeen, allowed: boolean, say: Say): Judgement {
  if (!origin.isLoopback) return say.finding('https_only', `${origin.origin} is plain http.`);
  if (!allowed) {
    return say.finding(
      'https_only',
      `${origin.origin} is plain http.`,
      'While you develop on this machine, pass --allow-loopback-http.',
    );
  }
  return say.open('https_only', 'Plain http on this machine, allowed for development. Check the real address too.');
}

function judgeFallback({ plainHttp, plainHttpAsked }: OriginSeen, say: Say): Judgement {
  if (!plainHttpAsked) return say.open('no_plain_http', 'Not asked: TLS did not come about.');
  if (plainHttp === null) return say.kept('no_plain_http', 'Nobody answers plain http.');
  const { port, status, location } = plainHttp;
  const evidence = `http on port ${port} answers ${status}${location === null ? '' : ` to ${location}`}`;
  const redirects = status >= 300 && status < 400 && /^https:/i.test(location ?? '');
  return redirects ? say.kept('no_plain_http', evidence) : say.finding('no_plain_http', evidence);
}

function judgeTls(tls: TlsSeen | null, say: Say): Judgement[] {
  if (tls === null) return [say.open('certificate_trusted', 'TLS was not looked at.')];
  if (tls.failure !== null) return [say.finding('certificate_trusted', `No TLS connection: ${tls.failure}.`)];
  return [
    tls.chainProblem === null
      ? say.kept('certificate_trusted', 'The chain leads to a trusted authority.')
      : say.finding('certificate_trusted', `The chain is not trusted: ${tls.chainProblem}.`),
    tls.nameProblem === null
      ? say.kept('certificate_name', 'The name matches.')
      : say.finding('certificate_name', tls.nameProblem),
    ...judgeDates(tls, say),
    judgeVersion(tls, say),
  ];
}

function judgeDates({ daysLeft, validFrom, validTo }: TlsSeen, say: Say): Judgement[] {
  if (daysLeft === null) return [say.open('certificate_in_time', 'The certificate names no dates.')];
  const span = `valid from ${validFrom} to ${validTo}`;
  if (daysLeft < 0) return [say.finding('certificate_in_time', `The certificate has expired: ${span}.`)];
  if (new Date(validFrom ?? 0) > new Date()) {
    return [say.finding('certificate_in_time', `The certificate is not valid yet: ${span}.`)];
  }
  const left = `${daysLeft} days left, until ${validTo}.`;
  return [
    say.kept('certificate_in_time', left),
    daysLeft < DAYS_LEFT ? say.finding('certificate_days_left', left) : say.kept('certificate_days_left', left),
  ];
}

function judgeVersion({ protocol, acceptsOldTls }: TlsSeen, say: Say): Judgement {
  if (acceptsOldTls) return say.finding('tls_version', `Speaks ${protocol}, and TLS 1.1 or older to those who ask.`);
  return say.kept('tls_version', `Speaks ${protocol}${acceptsOldTls === false ? ' and refuses TLS 1.1' : ''}.`);
}
