import { AppError, defineError } from '#platform/http/errors.ts';

export const userNotFound = defineError(
  'user_not_found',
  404,
  'There is no such user in this workspace, or it has expired.',
);
export const externalIdTaken = defineError(
  'external_id_taken',
  409,
  'Another user of this workspace has this externalId.',
);
export const emailTaken = defineError('email_taken', 409, 'Another user of this workspace has this e-mail address.');

export const ambiguousCustomer = defineError(
  'ambiguous_customer',
  409,
  'What was told about the customer fits two different users.',
);

export const noSuchUser = () => new AppError(userNotFound, 'There is no user with this id, or it has expired.');
