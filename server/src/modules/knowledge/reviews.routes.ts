import { audit } from '#modules/identity/index.ts';
import { route } from '#platform/http/route.ts';
import { approveReview, rejectReview, requestChanges } from './decide-review.ts';
import { articleChanged, reviewDecided, reviewNotFound } from './knowledge.errors.ts';
import { getReview, listReviews } from './read-reviews.ts';
import { saveSettings, selectSettings } from './reviews.queries.ts';
import {
  ApproveReview,
  DeclineReview,
  KnowledgeSettings,
  ListReviewsQuery,
  ReviewDetails,
  ReviewList,
  ReviewParams,
} from './reviews.schemas.ts';

const tag = 'Review and Approvals';
const errors = [reviewNotFound, reviewDecided, articleChanged];
const declined = { version: 1, reason: 'The fee is out of date.' };

export const reviewRoutes = [
  route({
    method: 'GET',
    path: '/v2/reviews',
    operationId: 'listReviews',
    summary: 'List reviews',
    description: 'Drafts that wait, and those that were decided, newest first.',
    tag,
    scope: 'read',
    query: ListReviewsQuery,
    outputs: { 200: { description: 'A page.', schema: ReviewList } },
    handle: async (ctx, { query }) => ({ status: 200, body: await listReviews(ctx, query) }),
  }),
  route({
    method: 'GET',
    path: '/v2/reviews/{review-id}',
    operationId: 'getReview',
    summary: 'Get a review',
    description:
      'The draft beside the live article with what differs, the evidence, near-duplicates and contradictions.',
    tag,
    scope: 'read',
    params: ReviewParams,
    outputs: { 200: { description: 'The review.', schema: ReviewDetails } },
    errors: [reviewNotFound],
    handle: async (ctx, { params }) => ({ status: 200, body: await getReview(ctx, params.reviewId) }),
  }),
  route({
    method: 'POST',
    path: '/v2/reviews/{review-id}/approve',
    operationId: 'approveReview',
    effect: 'goes-live',
    summary: 'Approve a draft',
    description:
      'Publishes it, with your last edits if you send any. If the draft has changed since you read it, or somebody else has decided, nothing happens: 409.',
    tag,
    scope: ['write', 'console:review'],
    params: ReviewParams,
    body: ApproveReview,
    outputs: { 200: { description: 'The decided review.', schema: ReviewDetails } },
    errors,
    example: { body: { version: 1 } },
    handle: async (ctx, { params, body }) => ({ status: 200, body: await approveReview(ctx, params.reviewId, body) }),
  }),
  route({
    method: 'POST',
    path: '/v2/reviews/{review-id}/reject',
    operationId: 'rejectReview',
    effect: 'erases',
    summary: 'Reject a draft',
    description: 'The draft is deleted; the review keeps what it said and your reason.',
    tag,
    scope: ['write', 'console:review'],
    params: ReviewParams,
    body: DeclineReview,
    outputs: { 200: { description: 'The decided review.', schema: ReviewDetails } },
    errors,
    example: { body: declined },
    handle: async (ctx, { params, body }) => ({ status: 200, body: await rejectReview(ctx, params.reviewId, body) }),
  }),
  route({
    method: 'POST',
    path: '/v2/reviews/{review-id}/request-changes',
    operationId: 'requestChanges',
    effect: 'overwrites',
    summary: 'Ask for changes',
    description: 'The draft goes back to its author; when it is changed, it waits for a reviewer again.',
    tag,
    scope: ['write', 'console:review'],
    params: ReviewParams,
    body: DeclineReview,
    outputs: { 200: { description: 'The review.', schema: ReviewDetails } },
    errors,
    example: { body: declined },
    handle: async (ctx, { params, body }) => ({ status: 200, body: await requestChanges(ctx, params.reviewId, body) }),
  }),
  route({
    method: 'GET',
    path: '/v2/knowledge/settings',
    operationId: 'getKnowledgeSettings',
    summary: 'How strictly the workspace reviews',
    description: 'Whether direct publishing is allowed.',
    tag,
    scope: 'read',
    outputs: { 200: { description: 'The settings.', schema: KnowledgeSettings } },
    handle: async (ctx) => ({ status: 200, body: await selectSettings(ctx.session, ctx.workspaceId) }),
  }),
  route({
    method: 'PUT',
    path: '/v2/knowledge/settings',
    operationId: 'updateKnowledgeSettings',
    effect: 'goes-live',
    summary: 'Set how strictly the workspace reviews',
    description: 'Says whether direct publishing is allowed from now on. The change is audited.',
    tag,
    scope: 'write',
    body: KnowledgeSettings,
    outputs: { 200: { description: 'The settings as they are now.', schema: KnowledgeSettings } },
    example: { body: { reviewRequired: false } },
    async handle(ctx, { body }) {
      await saveSettings(ctx.session, ctx.workspaceId, body);
      await audit(ctx, {
        action: 'knowledge_settings.changed',
        targetKind: 'workspace',
        targetId: ctx.workspaceId,
        details: body,
      });
      return { status: 200, body };
    },
  }),
];
