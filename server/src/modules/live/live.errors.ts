import { defineError } from '#platform/http/errors.ts';

export const tooManyStreams = defineError(
  'too_many_streams',
  429,
  'This person, or the whole server, has as many open streams as it may have; `Retry-After` says when to try again.',
);
