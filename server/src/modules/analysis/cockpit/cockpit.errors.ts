import { defineError } from '#platform/http/errors.ts';

export const cockpitNotFound = defineError(
  'cockpit_not_found',
  404,
  'The user has no such cockpit: it never existed, has expired, or was revoked.',
);
