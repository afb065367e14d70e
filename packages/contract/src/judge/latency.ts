import type { Budgets } from '../plan/plan.types.ts';
import type { EndpointSeen, Observed } from '../probe/observed.types.ts';
import { type Say, sayAbout } from './judgement.ts';
import { answered } from './select.ts';
import type { Judgement } from './verdict.types.ts';

/** Milliseconds; null where too few calls were made for it. */
export interface Latency {
  calls: number;
  p50: number;
  p95: number | null;
  p99: number | null;
  slowest: number;
}

const CALLS_FOR_P95 = 20;
const CALLS_FOR_P99 = 100;

/** Percentiles by nearest rank; null without a timed call. A call without an answer counts with the time it took to fail. */
export function latencyOf(seen: EndpointSeen): Latency | null {
  const timed = seen.exchanges.filter(({ purpose }) => purpose === 'ordinary' || purpose === 'write');
  const times = timed.map(({ durationMs }) => durationMs).toSorted((a, b) => a - b);
  if (times.length === 0) return null;
  const rank = (share: number) => times[Math.ceil(share * times.length) - 1] ?? 0;
  return {
    calls: times.length,
    p50: rank(0.5),
    p95: times.length >= CALLS_FOR_P95 ? rank(0.95) : null,
    p99: times.length >= CALLS_FOR_P99 ? rank(0.99) : null,
    slowest: times.at(-1) ?? 0,
  };
}

/** Group 10: the budgets of reads and writes, and the rate limit. */
export function judgeLatency(seen: Observed): Judgement[] {
  return seen.endpoints.flatMap((endpoint) => {
    const say = sayAbout(endpoint.endpoint.name);
    return [...budget(endpoint, seen.options.budgets[endpoint.endpoint.kind], say), ...limits(endpoint, say)];
  });
}

function budget(seen: EndpointSeen, { target, limit }: Budgets['read'], say: Say): Judgement[] {
  const latency = latencyOf(seen);
  if (latency === null) return [say.open('fast_enough', seen.withheld ?? 'No call was timed.')];
  const { calls, p50, p95, p99, slowest } = latency;
  const tail = p99 === null ? '' : `, p99 ${ms(p99)}`;
  const evidence = `p50 ${ms(p50)}, p95 ${p95 === null ? 'unknown' : ms(p95)}${tail}, slowest ${ms(slowest)} of ${calls} calls`;
  return [
    p95 === null
      ? say.open('fast_enough', `${evidence}: a p95 needs ${CALLS_FOR_P95} calls.`)
      : say.unless('fast_enough', p95 > target ? [`${evidence}; the target is ${ms(target)}`] : [], `${evidence}.`),
    say.unless(
      'never_beyond_limit',
      slowest > limit ? [`${evidence}; the caller waits ${ms(limit)}`] : [],
      `${evidence}.`,
    ),
  ];
}

const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

function limits(seen: EndpointSeen, say: Say): Judgement[] {
  const declared = seen.endpoint.rateLimitPerMinute;
  const tooEarly = answered(seen).filter(({ answer, purpose }) => answer.status === 429 && purpose !== 'burst');
  const refused =
    tooEarly.length > 0 ? [`${tooEarly.length} of ${seen.exchanges.length} calls were refused with 429`] : [];
  return [
    declared === null
      ? say.open('limit_declared', 'No rate limit was told: rateLimitPerMinute in the plan, or --rate-limit.')
      : say.kept('limit_declared', `${declared} requests per minute.`),
    say.unless('limit_kept', refused, 'No call was refused with 429.'),
    burst(seen, say),
  ];
}

function burst(seen: EndpointSeen, say: Say): Judgement {
  const calls = answered(seen, 'burst');
  if (calls.length === 0)
    return say.open('limit_answer', 'Not tried: it takes --burst, a sandbox and a declared limit.');
  const limited = calls.filter(({ answer }) => answer.status === 429);
  if (limited.length === 0)
    return say.finding('limit_answer', `${calls.length} calls at once, and none was answered with 429`);
  const without = limited.filter(({ answer }) => !/^\d+$|GMT$/.test(answer.headers['retry-after'] ?? ''));
  const problems =
    without.length > 0 ? [`${without.length} of ${limited.length} answers with 429 lack Retry-After`] : [];
  return say.unless('limit_answer', problems, `${limited.length} of ${calls.length} calls got 429 with Retry-After.`);
}
