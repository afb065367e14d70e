import { defineEvent } from '#platform/events/events.ts';

export const analysisCompleted = defineEvent<{
  userId: string;
  correlationId: string;
  counts: { accounts: number; transactions: number; categories: number; contracts: number };
}>('analysis.completed');

export const analysisFailed = defineEvent<{
  userId: string;
  correlationId: string;
  error: { type: string; message: string };
}>('analysis.failed');
