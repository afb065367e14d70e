import { Type } from 'typebox';
import { processFields } from '#modules/banking/index.ts';
import { definePublicEvent } from '#platform/events/public-event.ts';

const count = (description: string) => Type.Integer({ minimum: 0, description });

export const analysisCompleted = definePublicEvent('analysis.completed', {
  description:
    'An analysis has completed; its results can be read. Sent once for each correlation id that led to the run.',
  data: Type.Object(
    {
      ...processFields,
      counts: Type.Object(
        {
          accounts: count('Accounts it read.'),
          transactions: count('Transactions it read.'),
          categories: count('Different categories it found.'),
          contracts: count('Recurring payments it found.'),
        },
        { additionalProperties: false, description: 'How much there was.' },
      ),
    },
    { additionalProperties: false },
  ),
});

export const analysisFailed = definePublicEvent('analysis.failed', {
  description:
    'An analysis has failed for good; the results of the one before still stand. Sent once for each correlation id.',
  data: Type.Object(
    {
      ...processFields,
      error: Type.Object(
        {
          type: Type.String({ description: 'A stable code.' }),
          message: Type.String({ description: 'What happened and what to do, for people.' }),
        },
        { additionalProperties: false, description: 'Why.' },
      ),
    },
    { additionalProperties: false },
  ),
});
