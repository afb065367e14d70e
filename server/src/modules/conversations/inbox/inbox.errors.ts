import { AppError, defineError } from '#platform/http/errors.ts';
import type { Holder } from '../conversation.types.ts';

export const takenByAnother = defineError(
  'taken_by_another',
  409,
  'Somebody else has taken the conversation over; the message says who.',
);
export const notTakenOver = defineError(
  'not_taken_over',
  409,
  'Nobody has taken the conversation over: the bot would answer in between.',
);

export const heldBy = ({ name, at }: Holder) =>
  new AppError(
    takenByAnother,
    `${name} has taken this conversation over at ${at.toISOString()}. Ask them, or take it over from them with \`force\`.`,
  );
export const heldByNobody = () =>
  new AppError(notTakenOver, 'Take this conversation over first: until then the bot answers what the customer writes.');
