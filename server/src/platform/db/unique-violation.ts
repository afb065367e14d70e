import { DatabaseError } from 'pg';

/** The constraint that a statement has broken by a value which stands there already (23505); null for any other error. */
export const violatedConstraint = (error: unknown): string | null =>
  error instanceof DatabaseError && error.code === '23505' ? (error.constraint ?? '') : null;
