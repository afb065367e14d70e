import { rootCertificates } from 'node:tls';
import type { CheckOptions, Endpoint, Plan } from '../plan/plan.types.ts';
import { inspectOrigin } from './inspect-origin.ts';
import type { EndpointSeen, Observed, OriginSeen } from './observed.types.ts';
import { type Line, openLine } from './open-line.ts';
import { type Keys, probeLimit, probeRead } from './probe-read.ts';
import { probeWrite } from './probe-write.ts';

/** Makes the calls of a plan. Nothing is sent to a host that could not prove who it is: that would give the key away. */
export async function observe({ environment, endpoints, options }: Plan, key: string): Promise<Observed> {
  const ca = options.ca === null ? undefined : [...rootCertificates, options.ca];
  const startedAt = new Date().toISOString();
  const addresses = new Map(endpoints.map(({ url }) => [new URL(url).origin, new URL(url)]));
  const origins = await Promise.all([...addresses.values()].map((address) => inspectOrigin(address, options, ca)));
  const keys = { own: key, others: environment.otherKeys };
  const { read, write } = options.budgets;
  const timeoutMs = Math.max(read.limit, write.limit) * 2;
  const line = openLine({ ca, timeoutMs, secrets: [key, ...environment.otherKeys] });
  const seen: EndpointSeen[] = [];
  try {
    for (const endpoint of endpoints) {
      const origin = origins.find((each) => each.origin === new URL(endpoint.url).origin);
      const withheld = whyWithheld(endpoint, origin, environment.sandbox, options);
      const exchanges = withheld === null ? await probe(line, endpoint, endpoints, keys, options) : [];
      seen.push({ endpoint, exchanges, withheld });
    }
    if (options.burst && environment.sandbox) await probeLimits(line, seen, keys);
  } finally {
    line.close();
  }
  const { otherKeys: _keys, ...shown } = environment;
  return {
    startedAt,
    environment: shown,
    otherKeys: keys.others.length,
    options,
    origins,
    endpoints: seen,
  };
}

function probe(line: Line, endpoint: Endpoint, all: Endpoint[], keys: Keys, options: CheckOptions) {
  if (endpoint.kind === 'read') return probeRead(line, endpoint, keys, options);
  const read = all.find(({ name }) => name === endpoint.effect?.endpoint) ?? null;
  return probeWrite(line, endpoint, keys, options, read);
}

/** Last of all, so that the used-up limit disturbs nothing else. */
async function probeLimits(line: Line, seen: EndpointSeen[], keys: Keys): Promise<void> {
  for (const { endpoint, exchanges, withheld } of seen) {
    const isProbed = withheld === null && endpoint.kind === 'read' && endpoint.rateLimitPerMinute !== null;
    if (isProbed) exchanges.push(...(await probeLimit(line, endpoint, keys)));
  }
}

function whyWithheld(
  { kind }: Endpoint,
  origin: OriginSeen | undefined,
  isSandbox: boolean,
  options: CheckOptions,
): string | null {
  if (origin?.scheme === 'http' && !(origin.isLoopback && options.allowLoopbackHttp)) {
    return 'Not called: the key would travel over plain http.';
  }
  const { tls } = origin ?? { tls: null };
  if (tls?.failure != null) return `Not called: no TLS connection (${tls.failure}).`;
  if (tls && (tls.chainProblem !== null || tls.nameProblem !== null || (tls.daysLeft ?? 0) < 0)) {
    return 'Not called: the certificate does not prove who would get the key.';
  }
  if (kind === 'write' && !options.write) return 'Not called: writes are tried only with --write.';
  if (kind === 'write' && !isSandbox) return 'Not called: writes are tried only in an environment marked as sandbox.';
  return null;
}
