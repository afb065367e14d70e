import type { Static } from 'typebox';
import type { Context } from '#platform/context.ts';
import { type EndpointState, FAILURES_TO_OPEN } from './call/guard-endpoint.ts';
import {
  selectDrifts,
  selectEndpointState,
  selectHealth,
  selectHealthOfAll,
  selectHealthSeries,
} from './call-states.queries.ts';
import type { EndpointHealth, HealthOverview } from './endpoints.schemas.ts';
import type { EnvironmentName } from './integrations.types.ts';
import { requireEndpoint } from './manage-endpoints.ts';

const HOUR_MS = 3_600_000;
/** Into so many parts a span is cut, for pictures. */
const PARTS = 24;

type Asked = { environment?: EnvironmentName; hours?: number };

/** How the endpoint is doing in one environment. */
export async function getHealth(
  ctx: Context,
  integrationId: string,
  endpointId: string,
  { environment = 'production', hours = 24 }: Asked,
): Promise<Static<typeof EndpointHealth>> {
  const row = await requireEndpoint(ctx, integrationId, endpointId);
  const reference = { endpointId: row.endpointId, environment };
  const now = ctx.now();
  const since = new Date(now.getTime() - hours * HOUR_MS);
  const figures = await selectHealth(ctx.session, reference, since);
  const state = await selectEndpointState(ctx.session, reference);
  const drifts = await selectDrifts(ctx.session, reference);
  const parts = await selectHealthSeries(ctx.session, reference, { since, partMs: (hours * HOUR_MS) / PARTS });
  const { circuit, pausedUntil } = circuitOf(state, now);
  const { expectedP95Ms } = row.definition;
  return {
    environment,
    since: since.toISOString(),
    calls: figures.calls,
    successRate: rateOf(figures),
    p50Ms: figures.p50,
    p95Ms: figures.p95,
    p99Ms: figures.p99,
    meetsExpectedP95: figures.p95 === null || expectedP95Ms === null ? null : figures.p95 <= expectedP95Ms,
    failures: figures.failures,
    series: seriesOf(parts, since, hours),
    circuit,
    pausedUntil,
    drifts: drifts.map(({ firstSeenAt, lastSeenAt, ...drift }) => ({
      ...(drift as {
        field: string;
        kind: 'vanished' | 'renamed' | 'type_changed';
        expected: string;
        found: string | null;
      }),
      firstSeenAt: firstSeenAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    })),
  };
}

/** All endpoints of the workspace at a glance, by their names. */
export async function getHealthOfAll(
  ctx: Context,
  { environment = 'production', hours = 24 }: Asked,
): Promise<Static<typeof HealthOverview>> {
  const now = ctx.now();
  const since = new Date(now.getTime() - hours * HOUR_MS);
  const rows = await selectHealthOfAll(ctx.session, ctx.workspaceId, {
    environment,
    since,
    partMs: (hours * HOUR_MS) / PARTS,
  });
  return {
    environment,
    since: since.toISOString(),
    endpoints: rows.map(({ endpointId, integrationId, name, kind, expectedP95Ms, drifted, parts, ...row }) => ({
      endpointId,
      integrationId,
      name,
      kind,
      calls: row.calls,
      successRate: rateOf(row),
      p95Ms: row.p95,
      expectedP95Ms,
      circuit: circuitOf(row.pausedUntil === null ? undefined : { ...row, pausedUntil: row.pausedUntil }, now).circuit,
      driftedFields: drifted,
      series: seriesOf(parts, since, hours),
    })),
  };
}

const rateOf = ({ calls, succeeded }: { calls: number; succeeded: number }) => (calls === 0 ? null : succeeded / calls);

function circuitOf(state: Pick<EndpointState, 'pausedUntil' | 'consecutiveFailures'> | undefined, now: Date) {
  const isPaused = state !== undefined && state.pausedUntil > now;
  const isShaken = (state?.consecutiveFailures ?? 0) >= FAILURES_TO_OPEN;
  const circuit: 'closed' | 'half_open' | 'open' = isPaused ? 'open' : isShaken ? 'half_open' : 'closed';
  return { circuit, pausedUntil: isPaused ? state.pausedUntil.toISOString() : null };
}

/** Every part of the span, those without a call too. */
function seriesOf(
  parts: readonly { part: number; calls: number; failed: number; p95: number | null }[],
  since: Date,
  hours: number,
) {
  const known = new Map(parts.map((entry) => [entry.part, entry]));
  return Array.from({ length: PARTS }, (_, part) => {
    const { calls = 0, failed = 0, p95 = null } = known.get(part) ?? {};
    const from = new Date(since.getTime() + (part * hours * HOUR_MS) / PARTS);
    return { from: from.toISOString(), calls, failed, p95Ms: p95 };
  });
}
