import { Type } from 'typebox';
import { userNotFound } from '#modules/users/index.ts';
import { route } from '#platform/http/route.ts';
import { analysisMissing, contractNotFound } from './analysis.errors.ts';
import { Contract } from './contracts.schemas.ts';
import { decideContract } from './decide-contract.ts';

const ContractParams = Type.Object({
  userId: Type.String({ minLength: 1, maxLength: 200, description: 'The user.' }),
  contractId: Type.String({ minLength: 1, maxLength: 100, description: 'The recurring payment.' }),
});

const ContractDecision = Type.Object(
  {
    decision: Type.Union(
      [
        Type.Enum(['confirmed', 'dismissed'], {
          description: '`confirmed`: it is one, even if there are few payments yet. `dismissed`: it is none.',
        }),
        Type.Null(),
      ],
      { description: 'Null takes the last word back: the one before it holds again, or what the analysis found.' },
    ),
  },
  { description: "A person's word." },
);

export const decisionRoutes = [
  route({
    method: 'PATCH',
    path: '/api/users/{user-id}/contracts/{contract-id}',
    operationId: 'decideContract',
    summary: 'Confirm or dismiss a recurring payment',
    description:
      'It shows at once and holds for every later analysis: a dismissed one stays dismissed, even when its counterparty gets to be known by another name, and expects no next payment.',
    tag: 'Categorization',
    scope: 'contracts',
    params: ContractParams,
    body: ContractDecision,
    outputs: { 200: { description: 'The recurring payment as it is now.', schema: Contract } },
    errors: [userNotFound, analysisMissing, contractNotFound],
    example: { body: { decision: 'dismissed' } },
    handle: async (ctx, { params, body }) => ({
      status: 200,
      body: await decideContract(ctx, params.userId, params.contractId, body.decision),
    }),
  }),
];
