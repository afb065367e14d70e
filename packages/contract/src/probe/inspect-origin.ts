import { request } from 'node:http';
import { isIP } from 'node:net';
import { type ConnectionOptions, checkServerIdentity, connect, type PeerCertificate, type TLSSocket } from 'node:tls';
import type { CheckOptions } from '../plan/plan.types.ts';
import type { OriginSeen, TlsSeen } from './observed.types.ts';

const DAY_MS = 86_400_000;
const TIMEOUT_MS = 5_000;
/** Says what is wrong with the dates, which `daysLeft` tells better. */
const DATE_PROBLEMS = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);

/** How one host presents itself, found without sending it a key. */
export async function inspectOrigin(
  address: URL,
  options: CheckOptions,
  ca: string[] | undefined,
): Promise<OriginSeen> {
  const isLoopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(address.hostname);
  const scheme = address.protocol === 'https:' ? 'https' : 'http';
  const tls = scheme === 'https' ? await inspectTls(address, ca) : null;
  const asks = scheme === 'https' && tls?.failure === null;
  const plainHttp = asks ? await askPlainHttp(address, options.plainHttpPort) : null;
  return { origin: address.origin, scheme, isLoopback, tls, plainHttp, plainHttpAsked: asks };
}

async function inspectTls(address: URL, ca: string[] | undefined): Promise<TlsSeen> {
  const host = address.hostname.replace(/^\[|\]$/g, '');
  const target = { host, port: Number(address.port) || 443, ca, servername: isIP(host) ? undefined : host };
  const nothing = { chainProblem: null, nameProblem: null, validFrom: null, validTo: null, daysLeft: null };
  try {
    const socket = await shakeHands({ ...target, rejectUnauthorized: false, checkServerIdentity: () => undefined });
    const certificate = socket.getPeerCertificate();
    const [protocol, problem] = [socket.getProtocol(), socket.authorizationError];
    socket.destroy();
    const acceptsOldTls = await acceptsOld(target);
    return { failure: null, ...readCertificate(host, certificate, problem), protocol, acceptsOldTls };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { failure: code ?? message, ...nothing, protocol: null, acceptsOldTls: null };
  }
}

/** The handshake verifies nothing by itself: what is wrong is to be told, not to fail on. */
function shakeHands(options: ConnectionOptions): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect(options, () => {
      socket.setTimeout(0);
      resolve(socket);
    });
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error(`no handshake within ${TIMEOUT_MS} ms`)));
    socket.on('error', reject);
  });
}

function readCertificate(host: string, certificate: PeerCertificate, problem: Error | string | null) {
  const code = problem === null ? null : String((problem as { code?: string }).code ?? problem);
  const validTo = new Date(certificate.valid_to);
  return {
    chainProblem: code === null || DATE_PROBLEMS.has(code) ? null : code,
    nameProblem: checkServerIdentity(host, certificate)?.message ?? null,
    validFrom: new Date(certificate.valid_from).toISOString(),
    validTo: validTo.toISOString(),
    daysLeft: Math.floor((validTo.getTime() - Date.now()) / DAY_MS),
  };
}

/** True when a client that knows nothing newer than TLS 1.1 is let in; null when this Node can't play it. */
async function acceptsOld(target: ConnectionOptions): Promise<boolean | null> {
  const old = { ...target, rejectUnauthorized: false, minVersion: 'TLSv1', maxVersion: 'TLSv1.1' } as const;
  try {
    (await shakeHands({ ...old, ciphers: 'DEFAULT@SECLEVEL=0' })).destroy();
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_SSL_NO_CIPHERS_AVAILABLE' ? null : false;
  }
}

/** Asks the same path without a key; null when nobody answers. */
function askPlainHttp(address: URL, port: number): Promise<OriginSeen['plainHttp']> {
  const url = new URL(address);
  url.protocol = 'http:';
  url.port = String(port);
  return new Promise((resolve) => {
    const call = request(url, { method: 'GET', timeout: TIMEOUT_MS, agent: false }, (response) => {
      response.resume();
      resolve({ port, status: response.statusCode ?? 0, location: response.headers.location ?? null });
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(null));
    call.end();
  });
}
