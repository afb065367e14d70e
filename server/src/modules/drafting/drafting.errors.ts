import { AppError, defineError } from '#platform/http/errors.ts';

export const jobNotFound = defineError('job_not_found', 404, 'There is no such job in this workspace.');
export const foldersUnreadable = defineError(
  'folders_unreadable',
  400,
  'The table of folders can not be read; the message says where and why.',
);

export const noSuchJob = () => new AppError(jobNotFound, 'There is no job with this id in the workspace of the key.');
