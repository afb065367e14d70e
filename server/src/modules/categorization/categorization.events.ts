import { defineEvent } from '#platform/events/events.ts';

/** A person corrected a category, or took the correction back (`categoryId` null). */
export const categoryCorrected = defineEvent<{
  userId: string;
  transactionId: string;
  categoryId: string | null;
  correlationId: string;
}>('category.corrected');
