import { defineEvent } from '#platform/events/events.ts';

/** A person corrected categories, or took corrections back (`categoryId` null). */
export const categoriesCorrected = defineEvent<{
  userId: string;
  corrections: readonly { transactionId: string; categoryId: string | null }[];
  correlationId: string;
}>('categories.corrected');
