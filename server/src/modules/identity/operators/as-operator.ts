import type { Context, Services } from '#platform/context.ts';

export type RequestServices = Services & { requestId: string };

/** One transaction of the operator's workspace, in which the audit log says that they did it. */
export function asOperator<T>(
  services: RequestServices,
  { workspaceId, operatorId }: { workspaceId: string; operatorId: string },
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const actor = { kind: 'operator' as const, id: operatorId, scopes: new Set<string>() };
  return services.database.transaction(workspaceId, (session) => work({ ...services, workspaceId, session, actor }));
}
