import type { CheckResult } from '../check-contract.ts';
import type { EndpointSummary } from './run-summary.ts';

/** The document that a company hands over with its endpoints: everything but the key. */
export interface Handoff {
  day: string;
  environment: string;
  /** Whether the answers shown are of a sandbox; if not, their values are hidden. */
  showsValues: boolean;
  endpoints: HandoffEndpoint[];
  environments: { name: string; baseUrl: string; sandbox: boolean }[];
  /** What is still to be said or to be mended, each in one sentence. */
  gaps: string[];
}

export interface HandoffEndpoint {
  title: string;
  method: string;
  url: string;
  description: string;
  /** `The customer’s email, in the query.` */
  identifier: string;
  curl: string | null;
  answer: string | null;
  rateLimit: string;
  latency: string;
}

/** Fills the document from what was measured. */
export function composeHandoff({ verdicts, summary }: CheckResult): Handoff {
  const broken = verdicts.filter(({ outcome, kind }) => outcome === 'finding' && kind === 'contract');
  return {
    day: summary.startedAt.slice(0, 10),
    environment: summary.environment.name,
    showsValues: summary.environment.sandbox,
    endpoints: summary.endpoints.map(describe),
    environments: summary.environment.all,
    gaps: [
      ...summary.endpoints.flatMap(missing),
      ...broken.map(
        ({ endpoint, text, evidence }) => `${endpoint ?? 'All endpoints'} breaks a rule. ${text} Seen: ${evidence}`,
      ),
    ],
  };
}

function describe(endpoint: EndpointSummary): HandoffEndpoint {
  const { name, method, url, description, identifier, rateLimitPerMinute, latency, sample } = endpoint;
  return {
    title: name,
    method,
    url,
    description,
    identifier: `The customer’s ${identifier.name}, in the ${identifier.place}.`,
    curl: sample && curlOf(method, sample.requestUrl, sample.requestBody),
    answer: sample && JSON.stringify(sample.answer, null, 2),
    rateLimit: rateLimitPerMinute === null ? 'not told' : `${rateLimitPerMinute} requests per minute`,
    latency: latency === null ? 'not measured' : tell(latency),
  };
}

function tell({ calls, p50, p95, p99 }: NonNullable<EndpointSummary['latency']>): string {
  const figures = [
    ['p50', p50],
    ['p95', p95],
    ['p99', p99],
  ] as const;
  const known = figures.flatMap(([name, value]) =>
    value === null ? [] : [`${name} ${Math.max(1, Math.round(value))} ms`],
  );
  return `${known.join(', ')} (measured over ${calls} calls)`;
}

function curlOf(method: string, url: string, body: unknown): string {
  const lines = [`curl -X ${method} ${quote(url)}`, '-H "x-api-key: $CONTRACT_API_KEY"'];
  if (body !== null) lines.push("-H 'Content-Type: application/json'", `-d ${quote(JSON.stringify(body))}`);
  return lines.join(' \\\n  ');
}

const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

function missing({ name, description, rateLimitPerMinute, latency, sample }: EndpointSummary): string[] {
  return [
    ...(description === '' ? [`Say in one line what ${name} does.`] : []),
    ...(rateLimitPerMinute === null ? [`Say how many requests per minute ${name} takes.`] : []),
    ...(latency?.p95 == null ? [`The p95 of ${name} is not measured.`] : []),
    ...(sample === null ? [`There is no sample of ${name}.`] : []),
  ];
}
