import { defineEvent } from '#platform/events/events.ts';

/** A draft waits for somebody in Review and Approvals. */
export const reviewCreated = defineEvent<{ reviewId: string; articleId: string; title: string; operation: string }>('review.created');

/** An article is live in this version, as a new one or as an update. */
export const articlePublished = defineEvent<{ articleId: string; version: number; title: string }>('article.published');

/** What bots may answer from has changed: articles, their folders or the assignment of these. */
export const knowledgeChanged = defineEvent<{ articleIds: string[] }>('knowledge.changed');
