import type { Context } from '#platform/context.ts';
import { readWaiting, type Waiting } from '#platform/waiting.ts';

/** Actions that may have happened, about which nobody has said what they found. */
export const waitingRuns = async ({ session, workspaceId }: Context): Promise<Waiting> =>
  readWaiting(
    await session.query(
      `select count(*) as count, min(started_at) as oldest from action_runs
        where workspace_id = $1 and state = 'unknown' and settled_as is null`,
      [workspaceId],
    ),
  );

/** So many are named; the others are counted. */
const NAMED = 5;

interface FailingEndpoint extends Record<string, unknown> {
  integrationId: string;
  endpointId: string;
  name: string;
}

/** Some of `failingEndpoints`, those that fail most first. */
const nameFailing = ({ session, workspaceId }: Context) =>
  session.query<FailingEndpoint>(
    `select e.integration_id as "integrationId", e.endpoint_id as "endpointId", e.name
       from endpoint_states s join integration_endpoints e using (endpoint_id)
      where s.workspace_id = $1 and s.environment = 'production' and s.consecutive_failures >= 3
      order by s.consecutive_failures desc, e.endpoint_id limit $2`,
    [workspaceId, NAMED],
  );

/** Endpoints of production whose last calls all failed, three or more: since the first of them that is still known. */
export const failingEndpoints = async (ctx: Context): Promise<Waiting & { endpoints: FailingEndpoint[] }> => ({
  ...readWaiting(
    await ctx.session.query(
      `select count(*) as count, min(since) as oldest from (
         select (select min(called_at) from endpoint_calls c where c.endpoint_id = s.endpoint_id and c.environment = s.environment
                   and c.called_at > coalesce((select max(called_at) from endpoint_calls g where g.endpoint_id = s.endpoint_id
                     and g.environment = s.environment and g.outcome = 'ok'), '-infinity')) as since
           from endpoint_states s
          where s.workspace_id = $1 and s.environment = 'production' and s.consecutive_failures >= 3) as failing`,
      [ctx.workspaceId],
    ),
  ),
  endpoints: await nameFailing(ctx),
});
