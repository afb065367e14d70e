import { AppError, defineError } from '#platform/http/errors.ts';

export const suiteNotFound = defineError('suite_not_found', 404, 'There is no such test suite in this workspace.');
export const suiteRunNotFound = defineError('suite_run_not_found', 404, 'The test suite has no such run.');

export const noSuchSuite = () =>
  new AppError(suiteNotFound, 'There is no test suite with this id in the workspace of the key.');
