import type { Context } from '#platform/context.ts';
import type { FieldError } from '#platform/http/errors.ts';
import { validateFlow } from './flow/validate-flow.ts';
import { readCatalogue } from './read-catalogue.ts';
import type { RuleContent } from './rule.types.ts';

/** What stands against playing the rule in this workspace as it is now. */
export async function mistakesOf(ctx: Context, { flow, inputSchema }: RuleContent): Promise<FieldError[]> {
  if (!flow) return [{ path: '/flowConfig', message: 'is missing: the rule does nothing yet' }];
  return validateFlow({ flow, inputSchema }, await readCatalogue(ctx, flow));
}
