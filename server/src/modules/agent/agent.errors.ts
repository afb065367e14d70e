import { defineError } from '#platform/http/errors.ts';

export const botArchived = defineError('bot_archived', 409, 'The bot is archived and answers nothing.');
