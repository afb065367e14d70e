import { route } from '#platform/http/route.ts';
import { ConversationFigures, FiguresQuery } from './figures.schemas.ts';
import { getFigures } from './get-figures.ts';

export const figuresRoutes = [
  route({
    method: 'GET',
    path: '/v2/conversations/figures',
    operationId: 'getConversationFigures',
    summary: 'What became of conversations',
    description:
      'Answered, confirmed as solved, abandoned and escalated, as four numbers by period. None is a “resolution rate”: an answer is not yet a solved problem.',
    tag: 'Conversations',
    scope: 'read',
    query: FiguresQuery,
    outputs: { 200: { description: 'The figures.', schema: ConversationFigures } },
    handle: async (ctx, { query }) => ({ status: 200, body: await getFigures(ctx, query) }),
  }),
];
