import { violatedConstraint } from '#platform/db/unique-violation.ts';
import { AppError } from '#platform/http/errors.ts';
import { emailTaken, externalIdTaken } from './users.errors.ts';

/** The database's word on a name that another user has, in ours. */
export function takenName(error: unknown): never {
  const constraint = violatedConstraint(error);
  if (constraint === 'users_by_email') throw new AppError(emailTaken, 'Another user has this e-mail address.');
  if (constraint?.includes('external_id')) throw new AppError(externalIdTaken, 'Another user has this externalId.');
  throw error;
}
