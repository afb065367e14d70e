import { AppError, defineError } from '#platform/http/errors.ts';

export const botNotFound = defineError('bot_not_found', 404, 'There is no such bot in this workspace.');

export const noSuchBot = () => new AppError(botNotFound, 'There is no bot with this id in the workspace of the key.');
