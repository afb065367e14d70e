import { getOutboundAllowList } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { invalidField } from '#platform/http/errors.ts';
import { checkTarget, OutboundError } from '#platform/outbound/index.ts';

/** Rejects an endpoint to which nothing could ever be sent; what its name resolves to is checked at every request. */
export async function checkEndpoint(ctx: Context, endpoint: string): Promise<void> {
  const allowList = await getOutboundAllowList(ctx);
  try {
    checkTarget(endpoint, allowList);
  } catch (error) {
    if (error instanceof OutboundError) throw invalidField('/endpoint', `can not be called: ${error.message}`);
    throw error;
  }
}

/** What the audit log may hold of an endpoint: paths and queries often are secrets. */
export const originOf = (endpoint: string) => new URL(endpoint).origin;
