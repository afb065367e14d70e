import { audit } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { invalidField } from '#platform/http/errors.ts';
import type { Region } from '#platform/text/region.types.ts';
import { DEFAULT_REGION, isTimeZone } from '#platform/text/region-of.ts';
import { selectRegion, upsertRegion } from './region.queries.ts';

/** Where the customers of a workspace are, as long as nothing is known of one. */
export const getRegion = async (ctx: Context): Promise<Region> =>
  (await selectRegion(ctx.session, ctx.workspaceId)) ?? DEFAULT_REGION;

export async function setRegion(ctx: Context, region: Region): Promise<Region> {
  if (!isTimeZone(region.timeZone)) throw invalidField('/timeZone', 'is no IANA time zone such as Europe/Berlin');
  await upsertRegion(ctx.session, ctx.workspaceId, region);
  await audit(ctx, {
    action: 'workspace.region_set',
    targetKind: 'workspace',
    targetId: ctx.workspaceId,
    details: { ...region },
  });
  return getRegion(ctx);
}
