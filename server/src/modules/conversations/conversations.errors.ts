import { AppError, defineError } from '#platform/http/errors.ts';

export const conversationBusy = defineError(
  'conversation_busy',
  409,
  'An earlier message of the conversation is still being answered; send this one again in a moment.',
);
export const conversationNotFound = defineError(
  'conversation_not_found',
  404,
  'There is no such conversation in this workspace.',
);
export const notHandedOver = defineError('not_handed_over', 404, 'The conversation was never handed over to a person.');
export const eventNotFound = defineError('event_not_found', 404, 'There is no such message in this workspace.');
export const tagGroupNotFound = defineError(
  'tag_group_not_found',
  404,
  'There is no such tag group in this workspace.',
);
export const tagNotFound = defineError('tag_not_found', 404, 'There is no such tag in this workspace.');
export const tagGroupFixed = defineError(
  'tag_group_fixed',
  409,
  'Mandatory and default tag groups, and their tags, can not change.',
);
export const titleTaken = defineError('title_taken', 409, 'Another one of this workspace has this name.');
export const noSuchConversation = () =>
  new AppError(conversationNotFound, 'There is no conversation with this id in the workspace of the key.');
