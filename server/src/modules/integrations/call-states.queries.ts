import type { Session } from '#platform/db/database.ts';
import type { EndpointState } from './call/guard-endpoint.ts';
import type { CallOutcome, EnvironmentName, FailureKind } from './integrations.types.ts';

export interface EndpointReference {
  endpointId: string;
  environment: EnvironmentName;
}

/** The state of an endpoint, made when there is none; nobody else changes it until the transaction ends. Undefined: the endpoint is gone. */
export async function lockEndpointState(
  session: Session,
  workspaceId: string,
  { endpointId, environment }: EndpointReference,
): Promise<EndpointState | undefined> {
  const [row] = await session.prepared<EndpointState & Record<string, unknown>>(
    'lock_endpoint_state',
    `insert into endpoint_states (endpoint_id, environment, workspace_id) select endpoint_id, $2, $3 from integration_endpoints where endpoint_id = $1
     on conflict (endpoint_id, environment) do update set environment = excluded.environment
     returning next_slot_at as "nextSlotAt", consecutive_failures as "consecutiveFailures", paused_until as "pausedUntil"`,
    [endpointId, environment, workspaceId],
  );
  return row;
}

export async function updateEndpointState(
  session: Session,
  { endpointId, environment }: EndpointReference,
  state: EndpointState,
): Promise<void> {
  await session.prepared(
    'update_endpoint_state',
    'update endpoint_states set next_slot_at = $3, consecutive_failures = $4, paused_until = $5 where endpoint_id = $1 and environment = $2',
    [endpointId, environment, state.nextSlotAt, state.consecutiveFailures, state.pausedUntil],
  );
}

export interface EndedCall {
  callId: string;
  outcome: CallOutcome;
  failure: FailureKind | null;
  status: number | null;
  durationMs: number;
  attempts: number;
  calledAt: Date;
}

export async function insertCall(
  session: Session,
  workspaceId: string,
  { endpointId, environment }: EndpointReference,
  call: EndedCall,
): Promise<void> {
  await session.prepared(
    'insert_endpoint_call',
    `insert into endpoint_calls (call_id, workspace_id, endpoint_id, environment, outcome, failure, status, duration_ms, attempts, called_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      call.callId,
      workspaceId,
      endpointId,
      environment,
      call.outcome,
      call.failure,
      call.status,
      Math.round(call.durationMs),
      call.attempts,
      call.calledAt,
    ],
  );
}

export interface SeenDrift {
  field: string;
  kind: string;
  expected: string;
  found: string | null;
}

/** Notes a drift; true when it has to be told: it is new, another than before, or was last told more than a day ago. */
export async function upsertDrift(
  session: Session,
  workspaceId: string,
  { endpointId, environment }: EndpointReference,
  drift: SeenDrift,
  at: Date,
): Promise<boolean> {
  const [row] = await session.query<{ told: boolean }>(
    `insert into endpoint_drifts as d (endpoint_id, environment, field, workspace_id, kind, expected, found, first_seen_at, last_seen_at, alarmed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $8)
     on conflict (endpoint_id, environment, field) do update set
       kind = excluded.kind, expected = excluded.expected, found = excluded.found, last_seen_at = excluded.last_seen_at,
       alarmed_at = case when (d.kind, d.expected, d.found) is distinct from (excluded.kind, excluded.expected, excluded.found) or d.alarmed_at < excluded.last_seen_at - interval '1 day' then excluded.last_seen_at else d.alarmed_at end
     returning alarmed_at = last_seen_at as told`,
    [endpointId, environment, drift.field, workspaceId, drift.kind, drift.expected, drift.found, at],
  );
  return row?.told ?? false;
}

export interface HealthRow {
  calls: number;
  succeeded: number;
  p50: number | null;
  p95: number | null;
  p99: number | null;
  failures: Record<string, number>;
}

/** Figures over the calls since `since`. A success is every call that was answered as the contract wants it, a refusal too. */
export async function selectHealth(
  session: Session,
  { endpointId, environment }: EndpointReference,
  since: Date,
): Promise<HealthRow> {
  const [row] = await session.query<HealthRow>(
    `with recent as (select * from endpoint_calls where endpoint_id = $1 and environment = $2 and called_at >= $3)
     select count(*)::int as calls,
       count(*) filter (where outcome in ('ok', 'not_found', 'refused'))::int as succeeded,
       percentile_cont(0.5) within group (order by duration_ms) filter (where attempts > 0) as p50,
       percentile_cont(0.95) within group (order by duration_ms) filter (where attempts > 0) as p95,
       percentile_cont(0.99) within group (order by duration_ms) filter (where attempts > 0) as p99,
       coalesce((select jsonb_object_agg(failure, n) from (select failure, count(*) as n from recent where outcome in ('failed', 'unknown') group by failure) f), '{}') as failures
     from recent`,
    [endpointId, environment, since],
  );
  if (!row) throw new Error('An aggregate without grouping has one row');
  return row;
}

export interface HealthPart {
  /** From 0, the oldest. */
  part: number;
  calls: number;
  failed: number;
  p95: number | null;
}

interface Span {
  since: Date;
  /** Milliseconds of one part. */
  partMs: number;
}

/** The same figures over time; parts without a call are left out. */
export async function selectHealthSeries(
  session: Session,
  { endpointId, environment }: EndpointReference,
  { since, partMs }: Span,
): Promise<HealthPart[]> {
  return session.query<HealthPart & Record<string, unknown>>(
    `select floor(extract(epoch from called_at - $3::timestamptz) * 1000 / $4::float8)::int as part, count(*)::int as calls,
       count(*) filter (where outcome in ('failed', 'unknown'))::int as failed,
       percentile_cont(0.95) within group (order by duration_ms) filter (where attempts > 0) as p95
     from endpoint_calls where endpoint_id = $1 and environment = $2 and called_at >= $3 group by 1`,
    [endpointId, environment, since, partMs],
  );
}

export interface HealthOfOne {
  endpointId: string;
  integrationId: string;
  name: string;
  kind: 'read' | 'write';
  expectedP95Ms: number | null;
  calls: number;
  succeeded: number;
  p95: number | null;
  /** null: nothing was called yet. */
  pausedUntil: Date | null;
  consecutiveFailures: number;
  /** How many fields have drifted. */
  drifted: number;
  parts: HealthPart[];
}

/** Of every endpoint of the workspace, by name. */
export async function selectHealthOfAll(
  session: Session,
  workspaceId: string,
  { environment, since, partMs }: Span & { environment: EnvironmentName },
): Promise<HealthOfOne[]> {
  return session.query<HealthOfOne & Record<string, unknown>>(
    `with recent as materialized (
       select endpoint_id, duration_ms, attempts, outcome in ('failed', 'unknown') as is_failed,
         floor(extract(epoch from called_at - $3::timestamptz) * 1000 / $4::float8)::int as part
       from endpoint_calls where workspace_id = $1 and environment = $2 and called_at >= $3),
     figures as (
       select endpoint_id, count(*)::int as calls, count(*) filter (where not is_failed)::int as succeeded,
         percentile_cont(0.95) within group (order by duration_ms) filter (where attempts > 0) as p95
       from recent group by endpoint_id),
     parts as (
       select endpoint_id, jsonb_agg(jsonb_build_object('part', part, 'calls', calls, 'failed', failed, 'p95', p95)) as parts
       from (select endpoint_id, part, count(*) as calls, count(*) filter (where is_failed) as failed,
           percentile_cont(0.95) within group (order by duration_ms) filter (where attempts > 0) as p95
         from recent group by endpoint_id, part) by_part
       group by endpoint_id)
     select e.endpoint_id as "endpointId", e.integration_id as "integrationId", e.name, e.definition ->> 'kind' as kind,
       (e.definition ->> 'expectedP95Ms')::int as "expectedP95Ms", coalesce(f.calls, 0) as calls,
       coalesce(f.succeeded, 0) as succeeded, f.p95, s.paused_until as "pausedUntil",
       coalesce(s.consecutive_failures, 0) as "consecutiveFailures",
       (select count(*)::int from endpoint_drifts d where d.endpoint_id = e.endpoint_id and d.environment = $2) as drifted,
       coalesce(p.parts, '[]') as parts
     from integration_endpoints e left join figures f using (endpoint_id) left join parts p using (endpoint_id)
       left join endpoint_states s on s.endpoint_id = e.endpoint_id and s.environment = $2
     where e.workspace_id = $1 order by e.name, e.endpoint_id`,
    [workspaceId, environment, since, partMs],
  );
}

export interface DriftRow extends SeenDrift {
  firstSeenAt: Date;
  lastSeenAt: Date;
}

export async function selectDrifts(
  session: Session,
  { endpointId, environment }: EndpointReference,
): Promise<DriftRow[]> {
  return session.query<DriftRow & Record<string, unknown>>(
    `select field, kind, expected, found, first_seen_at as "firstSeenAt", last_seen_at as "lastSeenAt"
     from endpoint_drifts where endpoint_id = $1 and environment = $2 order by field`,
    [endpointId, environment],
  );
}

/** For the figures: undefined when nothing has been called yet. */
export async function selectEndpointState(
  session: Session,
  { endpointId, environment }: EndpointReference,
): Promise<EndpointState | undefined> {
  const [row] = await session.query<EndpointState & Record<string, unknown>>(
    `select next_slot_at as "nextSlotAt", consecutive_failures as "consecutiveFailures", paused_until as "pausedUntil"
     from endpoint_states where endpoint_id = $1 and environment = $2`,
    [endpointId, environment],
  );
  return row;
}

/** A new declaration begins with a clean sheet. */
export async function deleteDrifts(session: Session, endpointId: string): Promise<void> {
  await session.query('delete from endpoint_drifts where endpoint_id = $1', [endpointId]);
}

/** Deletes calls of all workspaces. */
export async function deleteOldCalls(session: Session): Promise<void> {
  await session.query(`select delete_old_endpoint_calls(interval '30 days')`);
}
