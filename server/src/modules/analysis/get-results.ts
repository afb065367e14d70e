import { noSuchUser } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import { StoredJson } from '#platform/http/route.ts';
import { analysisMissing, wrongUserType } from './analysis.errors.ts';
import { type ResultRow, selectResults } from './results.queries.ts';

/** A result that is one document, such as `company/cashflow`; `type` is who it is for, null for everybody. */
export async function getResult(
  ctx: Context,
  userId: string,
  type: ResultRow['type'] | null,
  name: string,
): Promise<StoredJson> {
  const bodies = await readBodies(ctx, userId, type, [name]);
  const body = bodies.get(name);
  if (body === undefined) throw missing();
  return new StoredJson(body);
}

/** A result made of modules that are booked one by one: `modules` maps scope → name on the wire; only held ones appear. */
export async function getModules(
  ctx: Context,
  userId: string,
  prefix: string,
  modules: Record<string, string>,
): Promise<StoredJson> {
  const held = Object.entries(modules)
    .filter(([scope]) => ctx.actor.scopes.has(scope))
    .map(([, name]) => name);
  const bodies = await readBodies(
    ctx,
    userId,
    'person',
    held.map((name) => `${prefix}/${name}`),
  );
  const parts = held.flatMap((name) => {
    const body = bodies.get(`${prefix}/${name}`);
    return body === undefined ? [] : [`${JSON.stringify(name)}:${body}`];
  });
  return new StoredJson(`{${parts.join(',')}}`);
}

async function readBodies(ctx: Context, userId: string, type: ResultRow['type'] | null, names: string[]) {
  const rows = await selectResults(ctx.session, ctx.workspaceId, userId, names);
  const [first] = rows;
  if (!first) throw noSuchUser();
  if (type && first.type !== type) {
    throw new AppError(wrongUserType, `This analysis is for a ${type}; the user is a ${first.type}.`);
  }
  if (!first.completedRunId) throw missing();
  return new Map(rows.flatMap(({ name, body }) => (name !== null && body !== null ? [[name, body] as const] : [])));
}

const missing = () =>
  new AppError(
    analysisMissing,
    'No analysis of this user has been completed yet. Upload accounts, call trigger-analysis, and poll until it is done.',
  );
