import { AppError, defineError } from '#platform/http/errors.ts';

export const integrationNotFound = defineError(
  'integration_not_found',
  404,
  'There is no such integration in this workspace.',
);
export const environmentNotFound = defineError(
  'environment_not_found',
  404,
  'The integration has no such environment yet.',
);
export const endpointNotFound = defineError(
  'endpoint_not_found',
  404,
  'There is no such endpoint in this integration or workspace.',
);
export const attributeNotFound = defineError(
  'attribute_not_found',
  404,
  'There is no such attribute in this workspace.',
);
export const actionNotFound = defineError('action_not_found', 404, 'There is no such action in this workspace.');
export const runNotFound = defineError('action_run_not_found', 404, 'There is no such run in this workspace.');
export const nameTaken = defineError('name_taken', 409, 'Another one has this name.');
export const stillInUse = defineError('still_in_use', 409, 'Attributes or actions call it; they are named.');
export const runNotOpen = defineError(
  'action_run_not_open',
  409,
  'Only a run whose outcome is unknown can be settled, and only once.',
);
export const onlySandbox = defineError(
  'only_sandbox',
  409,
  'An action is tried in the sandbox only; elsewhere it would really be done.',
);

export const runKeyReused = defineError(
  'run_key_reused',
  409,
  'The key of a run was used before with another action or inputs.',
);

export const noSuchIntegration = () =>
  new AppError(integrationNotFound, 'There is no integration with this id in the workspace of the key.');
export const noSuchEndpoint = () =>
  new AppError(endpointNotFound, 'There is no endpoint with this id in the integration.');
export const noSuchAttribute = () =>
  new AppError(attributeNotFound, 'There is no attribute with this id in the workspace of the key.');
export const noSuchAction = () =>
  new AppError(actionNotFound, 'There is no action with this id in the workspace of the key.');
export const noSuchRun = () => new AppError(runNotFound, 'There is no run with this id in the workspace of the key.');

/** Turns the database's refusal of a second row with a name into one that the caller understands. */
export function takenName(what: string) {
  return (error: unknown): never => {
    if ((error as { code?: string }).code !== '23505') throw error;
    throw new AppError(nameTaken, `/name: there is another ${what} of this name; choose another, or change that one.`);
  };
}
