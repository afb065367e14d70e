import { Type } from 'typebox';

export const RunStatus = Type.Enum(['queued', 'running', 'completed', 'failed', 'cancelled'], {
  description: '`queued` → `running` → `completed`, `failed` or `cancelled`.',
});

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });

export const AnalysisRun = Type.Object(
  {
    correlationId: Type.String({
      format: 'uuid',
      description: 'Names the run; calls that share a run each have their own.',
    }),
    status: RunStatus,
    progress: Type.Number({ minimum: 0, maximum: 1, description: 'How far it is.' }),
    createdAt: Type.String({ format: 'date-time', description: 'When it was asked for.' }),
    startedAt: nullable(Type.String({ format: 'date-time' }), 'When a worker took it.'),
    completedAt: nullable(Type.String({ format: 'date-time' }), 'When it ended, in whichever way.'),
    counts: nullable(
      Type.Object(
        {
          accounts: Type.Integer({ description: 'Accounts it read.' }),
          transactions: Type.Integer({ description: 'Transactions it read.' }),
          categories: Type.Integer({ description: 'Categories it found.' }),
          contracts: Type.Integer({ description: 'Recurring payments it found.' }),
        },
        { additionalProperties: false },
      ),
      'What went through it; null before it is completed.',
    ),
    error: nullable(
      Type.Object(
        {
          type: Type.String({ description: 'Stable code.' }),
          message: Type.String({ description: 'For people.' }),
        },
        { additionalProperties: false },
      ),
      'Why it failed; null unless it did.',
    ),
  },
  { additionalProperties: false, description: 'A run of the analysis.' },
);

export const AnalysisRunList = Type.Object(
  {
    analyses: Type.Array(AnalysisRun, { description: 'Newest first.' }),
    nextCursor: nullable(Type.String(), 'Pass it as `cursor` for older runs; null at the end.'),
  },
  { additionalProperties: false, description: 'A page of runs.' },
);

export const TriggeredAnalysis = Type.Object(
  { correlationId: Type.String({ format: 'uuid', description: 'Poll with it, or recognise the webhook by it.' }) },
  { additionalProperties: false, description: 'The run that was started or joined.' },
);

export const PageQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'Entries per page. Default 100.' })),
  cursor: Type.Optional(Type.String({ maxLength: 200, description: 'The `nextCursor` of the page before.' })),
});

export const CorrelationQuery = Type.Object({
  correlationId: Type.Optional(
    Type.String({ maxLength: 100, description: 'The correlation id; or send it as header `Finoos-Correlation-Id`.' }),
  ),
});

export const RunParams = Type.Object({
  userId: Type.String({ minLength: 1, maxLength: 200, description: 'The user.' }),
  correlationId: Type.String({ minLength: 1, maxLength: 100, description: 'The run, by one of its correlation ids.' }),
});
