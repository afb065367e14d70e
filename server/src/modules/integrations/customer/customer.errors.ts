import { defineError } from '#platform/http/errors.ts';

export const customerTokenInvalid = defineError(
  'customer_token_invalid',
  400,
  'The customer token is forged, expired, or not one that Kontor takes.',
);
