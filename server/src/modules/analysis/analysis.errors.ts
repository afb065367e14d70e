import { Type } from 'typebox';
import { defineError } from '#platform/http/errors.ts';

export const analysisMissing = defineError('analysis_missing', 404, 'No analysis of this user has been completed yet.');
export const analysisUnfinished = defineError(
  'analysis_unfinished',
  404,
  'The analysis is still queued or running, or it was cancelled or failed: `status` tells which, `progress` (0 to 1) how far it is.',
  {
    fields: {
      status: Type.Enum(['queued', 'running', 'cancelled', 'failed'], { description: 'How the run is.' }),
      progress: Type.Number({ minimum: 0, maximum: 1, description: 'How far it is.' }),
    },
    headers: { 'Retry-After': 'While it is queued or running.' },
  },
);
export const correlationNotFound = defineError(
  'correlation_not_found',
  404,
  'No analysis of this user has this correlation id.',
);
export const wrongUserType = defineError(
  'wrong_user_type',
  403,
  'This analysis is for persons and the user is a company, or the other way round.',
);
export const analysisEnded = defineError(
  'analysis_ended',
  409,
  'The analysis has ended and can not be cancelled any more.',
);
export const pagesSuperseded = defineError(
  'pages_superseded',
  409,
  'Newer analyses took the place of the one this cursor pages through; start again without it.',
);

export const contractNotFound = defineError(
  'contract_not_found',
  404,
  'The last completed analysis of the user found no such contract.',
);
