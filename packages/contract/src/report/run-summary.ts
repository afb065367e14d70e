import { type Latency, latencyOf } from '../judge/latency.ts';
import { goodBodies, isObject, type JsonObject, typeOf, valuesByField } from '../judge/select.ts';
import type { Verdict } from '../judge/verdict.types.ts';
import type { EndpointSeen, Observed } from '../probe/observed.types.ts';

/** What is kept of a run: shapes, figures and samples, never the key. Read again to find drift. */
export interface RunSummary {
  format: 'kontor-contract-run/1';
  startedAt: string;
  environment: Observed['environment'];
  endpoints: EndpointSummary[];
  findings: { rule: string; endpoint: string | null }[];
}

export interface EndpointSummary {
  name: string;
  description: string;
  kind: 'read' | 'write';
  method: string;
  url: string;
  identifier: { place: string; name: string };
  rateLimitPerMinute: number | null;
  /** Field → the types that it had, `null` among them. */
  fields: Record<string, string[]>;
  latency: Latency | null;
  sample: { requestUrl: string; requestBody: unknown; answer: JsonObject } | null;
}

export function summarizeRun(seen: Observed, verdicts: readonly Verdict[]): RunSummary {
  const findings = verdicts.filter(({ outcome }) => outcome === 'finding');
  return {
    format: 'kontor-contract-run/1',
    startedAt: seen.startedAt,
    environment: seen.environment,
    endpoints: seen.endpoints.map((endpoint) => summarizeEndpoint(endpoint, seen.environment.sandbox)),
    findings: findings.map(({ rule, endpoint }) => ({ rule, endpoint })),
  };
}

function summarizeEndpoint(seen: EndpointSeen, isSandbox: boolean): EndpointSummary {
  const { name, description, kind, method, url, identifier, rateLimitPerMinute } = seen.endpoint;
  const fields = [...valuesByField(goodBodies(seen))].map(([field, values]) => [
    field,
    [...new Set(values.map(typeOf))],
  ]);
  return {
    ...{ name, description, kind, method, url, identifier, rateLimitPerMinute },
    fields: Object.fromEntries(fields) as Record<string, string[]>,
    latency: latencyOf(seen),
    sample: sampleOf(seen, isSandbox),
  };
}

/** The first good answer; outside a sandbox with its values hidden, because they are a customer's. */
function sampleOf(seen: EndpointSeen, isSandbox: boolean): EndpointSummary['sample'] {
  const purposes = ['ordinary', 'repeated key', 'write'];
  const first = seen.exchanges.find(
    ({ purpose, answer }) =>
      purposes.includes(purpose) && answer?.status === 200 && isObject(answer.json) && answer.json.success !== false,
  );
  const json = first?.answer?.json;
  if (!first || !isObject(json)) return null;
  const body = first.sent.body === null ? null : (JSON.parse(first.sent.body) as unknown);
  if (isSandbox) return { requestUrl: first.sent.url, requestBody: body, answer: json };
  const { identifier, url } = seen.endpoint;
  const address = new URL(url);
  if (identifier.place === 'query') address.searchParams.set(identifier.name, '…');
  return { requestUrl: address.href, requestBody: hide(body), answer: hide(json) as JsonObject };
}

/** Same shape and types, nothing of the values. */
function hide(value: unknown): unknown {
  if (typeof value === 'string') return '…';
  if (typeof value === 'number') return 0;
  if (Array.isArray(value)) return value.slice(0, 1).map(hide);
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hide(inner)]))
    : value;
}
