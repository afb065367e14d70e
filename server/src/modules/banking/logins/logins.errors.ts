import { AppError, defineError } from '#platform/http/errors.ts';

export const loginNotFound = defineError('login_not_found', 404, 'The user has no such bank login.');
export const consentEnded = defineError(
  'consent_ended',
  409,
  'The consent at the bank has ended or nothing of it was kept; the end user has to connect the bank again.',
);
export const bankReadTooOften = defineError(
  'bank_read_too_often',
  429,
  'Without the end user a bank may be read four times within 24 hours (NextGenPSD2); `Retry-After` says when again.',
  { headers: { 'Retry-After': 'Seconds until the bank may be read again.' } },
);

export const noSuchLogin = () => new AppError(loginNotFound, 'The user has no bank login with this id.');
