import { Type } from 'typebox';
import { UserParams, userNotFound } from '#modules/users/index.ts';
import { route } from '#platform/http/route.ts';
import { analysisMissing } from '../analysis.errors.ts';
import { makeReport } from './make-report.ts';

const ReportQuery = Type.Object({
  language: Type.Optional(Type.Enum(['en', 'de'], { description: 'Language of the document. Default `en`.' })),
});

export const reportRoutes = [
  route({
    method: 'GET',
    path: '/api/users/{user-id}/analysis/report',
    operationId: 'getAnalysisReport',
    summary: 'All analyses as PDF',
    description:
      'The results of the last completed run as a document for a file: figures, charts and tables of the last year, each part with the days of the transactions that it is made of. It shows what the scopes of the call let its client read.',
    tag: 'Analysis runs',
    scope: 'analysis',
    params: UserParams,
    query: ReportQuery,
    outputs: {
      200: {
        description: 'The document.',
        mediaType: 'application/pdf',
        headers: { 'Content-Disposition': 'Its name.' },
      },
    },
    errors: [userNotFound, analysisMissing],
    async handle(ctx, { params, query }) {
      const pdf = await makeReport(ctx, params.userId, query.language ?? 'en');
      return { status: 200, body: pdf, headers: { 'content-disposition': 'inline; filename="analysis.pdf"' } };
    },
  }),
];
