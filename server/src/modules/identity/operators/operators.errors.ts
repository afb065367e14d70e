import { defineError } from '#platform/http/errors.ts';

export const signInFailed = defineError(
  'sign_in_failed',
  401,
  'Email, password or code is wrong; which one is not said.',
);
export const secondFactorRequired = defineError(
  'second_factor_required',
  401,
  'Email and password are right; send the code of the authenticator app too.',
);
export const tooManyAttempts = defineError(
  'too_many_attempts',
  429,
  'Signing in has failed too often; `Retry-After` says when to go on.',
);
export const sessionEnded = defineError('session_ended', 401, 'Nobody is signed in here, or no longer: sign in.');
export const crossSiteRequest = defineError(
  'cross_site_request',
  403,
  'The request does not come from a page of the console.',
);
export const passwordWrong = defineError('password_wrong', 422, 'The present password is wrong.');
export const codeWrong = defineError(
  'code_wrong',
  422,
  'The code of the authenticator app is wrong, too old, or was used before.',
);
export const secondFactorMissing = defineError('second_factor_missing', 409, 'There is no second factor to confirm.');
export const secondFactorActive = defineError(
  'second_factor_active',
  409,
  'There is a second factor; remove it before you set up another.',
);
export const invitationNotFound = defineError(
  'invitation_not_found',
  404,
  'There is no such invitation, or no longer: it was used, called off, or has expired.',
);
export const emailInUse = defineError('email_in_use', 409, 'Somebody signs in with this email already.');
export const operatorNotFound = defineError('operator_not_found', 404, 'There is no such operator in this workspace.');
export const lastOwner = defineError('last_owner', 409, 'A workspace keeps at least one owner.');
