import { AppError, defineError } from '#platform/http/errors.ts';

export const connectSessionNotFound = defineError(
  'connect_session_not_found',
  404,
  'The user has no such session: it never existed, or it ended more than 30 days ago.',
);

export const noSuchSession = () => new AppError(connectSessionNotFound, 'The user has no session with this id.');
