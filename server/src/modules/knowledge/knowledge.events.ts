import { Type } from 'typebox';
import { defineEvent } from '#platform/events/events.ts';
import { definePublicEvent } from '#platform/events/public-event.ts';

export const reviewCreated = definePublicEvent('review.created', {
  description: 'A draft waits for somebody in Review and Approvals.',
  data: Type.Object(
    {
      reviewId: Type.String({ format: 'uuid', description: 'The review.' }),
      articleId: Type.String({ format: 'uuid', description: 'The draft.' }),
      title: Type.String({ description: 'Title of the draft.' }),
      operation: Type.Enum(['ADD_ARTICLE_TO_FOLDER', 'UPDATE_ARTICLE'], { description: 'What approving it does.' }),
    },
    { additionalProperties: false },
  ),
});

export const articlePublished = definePublicEvent('article.published', {
  description: 'An article is live in a new version, whether it is new or an update.',
  data: Type.Object(
    {
      articleId: Type.String({ format: 'uuid', description: 'The live article.' }),
      version: Type.Integer({ description: 'Its version now.' }),
      title: Type.String({ description: 'Its title now.' }),
    },
    { additionalProperties: false },
  ),
});

/** What bots may answer from has changed: articles, their folders or the assignment of these. */
export const knowledgeChanged = defineEvent<{ articleIds: string[] }>('knowledge.changed');

/** A draft was written or changed by somebody, and nobody has compared it with what is live. */
export const draftChanged = defineEvent<{ articleId: string }>('draft.changed');
