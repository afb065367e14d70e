import type { UserRow } from './users.queries.ts';

/** A user as it goes over the wire. */
export function presentUser({ userKey, ...row }: UserRow) {
  return {
    ...row,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
