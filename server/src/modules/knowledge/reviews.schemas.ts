import { type TSchema, Type } from 'typebox';
import { Article, ArticleDiff, UpdateArticle } from './articles.schemas.ts';

const nullable = <T extends TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });

export const ReviewParams = Type.Object({ reviewId: Type.String({ maxLength: 100, description: 'The review.' }) });

export const ReviewStatus = Type.Enum(['pending', 'changes_requested', 'approved', 'rejected'], {
  description: '`pending` waits for a reviewer, `changes_requested` for the author; the others are decided.',
});

export const Evidence = Type.Object(
  {
    documentId: nullable(Type.String(), 'The source it was read in; null when it came as text.'),
    paragraph: nullable(Type.Integer(), 'Which paragraph of the source, from 0.'),
    text: Type.String({ description: 'What stands there.' }),
  },
  { additionalProperties: false, description: 'What a draft rests on.' },
);

export const Duplicate = Type.Object(
  {
    articleId: Type.String({ description: 'A live article that says nearly the same.' }),
    title: Type.String({ description: 'Its title.' }),
    similarity: Type.Number({ description: '0 to 1.' }),
  },
  { additionalProperties: false, description: 'A near-duplicate.' },
);

export const Conflict = Type.Object(
  {
    articleId: Type.String({ description: 'The live article that says otherwise.' }),
    title: Type.String({ description: 'Its title.' }),
    kind: Type.Enum(['number', 'date', 'negation'], { description: 'In what they differ.' }),
    draftText: Type.String({ description: 'The sentence of the draft.' }),
    liveText: Type.String({ description: 'The sentence of the live article.' }),
  },
  { additionalProperties: false, description: 'A contradiction to a live article.' },
);

const review = {
  id: Type.String({ format: 'uuid', description: 'The review.' }),
  status: ReviewStatus,
  operation: Type.Enum(['ADD_ARTICLE_TO_FOLDER', 'UPDATE_ARTICLE'], { description: 'What approving it does.' }),
  title: Type.String({ description: 'Title of the draft.' }),
  origin: Type.String({ description: 'Where the draft came from: api, sources, generated, inbox.' }),
  reason: nullable(Type.String(), 'Why the draft was written, when Kontor wrote it.'),
  draftArticleId: nullable(
    Type.String({ format: 'uuid' }),
    'The draft; null when it has become part of its original or was deleted.',
  ),
  originalArticleId: nullable(Type.String({ format: 'uuid' }), 'The live article that it changes.'),
  publishedArticleId: nullable(Type.String({ format: 'uuid' }), 'The live article that came of it.'),
  decisionReason: nullable(Type.String(), 'What the reviewer said.'),
  decidedBy: nullable(Type.String(), 'Who decided, such as `operator:<id>`.'),
  decidedByName: nullable(Type.String(), 'What people call them; null when they have no name or are gone.'),
  decidedAt: nullable(Type.String({ format: 'date-time' }), 'When.'),
  createdAt: Type.String({ format: 'date-time', description: 'When it came into the queue.' }),
};

export const Review = Type.Object(review, { additionalProperties: false, description: 'A draft in the queue.' });

export const ReviewList = Type.Object(
  {
    reviews: Type.Array(Review, { description: 'Newest first.' }),
    nextCursor: nullable(Type.String(), 'Pass it as `cursor` for older ones; null at the end.'),
  },
  { additionalProperties: false, description: 'A page of the queue.' },
);

export const ListReviewsQuery = Type.Object({
  status: Type.Optional(ReviewStatus),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'Reviews per page. Default 100.' })),
  cursor: Type.Optional(Type.String({ format: 'uuid', description: 'The `nextCursor` of the page before.' })),
});

export const ReviewDetails = Type.Object(
  {
    ...review,
    draft: nullable(Article, 'The draft as it is now.'),
    live: nullable(Article, 'The article that it changes, as it is now.'),
    decidedContent: nullable(
      Type.Record(Type.String(), Type.Unknown()),
      'What the draft said when it was decided; null before.',
    ),
    diff: ArticleDiff,
    evidence: Type.Array(Evidence, { description: 'What the draft rests on.' }),
    duplicates: Type.Array(Duplicate, { description: 'Live articles that say nearly the same, closest first.' }),
    conflicts: Type.Array(Conflict, { description: 'Live articles that say otherwise.' }),
  },
  { additionalProperties: false, description: 'All that a reviewer decides on.' },
);

const DraftVersion = Type.Integer({
  minimum: 1,
  description: 'Version of the draft that you looked at; if it has changed since, the answer is 409.',
});

export const ApproveReview = Type.Object(
  {
    version: DraftVersion,
    edits: Type.Optional(
      Type.Omit(UpdateArticle, ['version', 'active', 'public'], {
        description: 'Your last edits; they are published with the draft.',
      }),
    ),
  },
  { description: 'Approve the draft, with last edits if there are any.' },
);

export const DeclineReview = Type.Object(
  {
    version: DraftVersion,
    reason: Type.String({ minLength: 1, maxLength: 5_000, description: 'What is wrong, for the author.' }),
  },
  { description: 'Why not, or not yet.' },
);

export const KnowledgeSettings = Type.Object(
  {
    reviewRequired: Type.Boolean({
      description: 'True: nothing becomes live but through Review and Approvals; direct publishing answers 409.',
    }),
  },
  { additionalProperties: false, description: 'How strictly the workspace reviews.' },
);
