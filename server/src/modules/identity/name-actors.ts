import type { Context } from '#platform/context.ts';
import { selectActorNames } from './identity.queries.ts';

/**
 * What people call those who did something: `operator:<id>` and `api-key:<id>`, as modules store them → the name. Emails are
 * the owners' to see; who has no name, is gone, or is Kontor itself, is left out.
 */
export async function nameActors(ctx: Context, actors: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(actors.filter((actor) => actor !== null))];
  if (wanted.length === 0) return new Map();
  return selectActorNames(ctx.session, ctx.workspaceId, wanted);
}
