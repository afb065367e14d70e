import { userNotFound } from '#modules/users/index.ts';
import { route } from '#platform/http/route.ts';
import { CustomerAnswer, CustomerQuery } from './customer.schemas.ts';
import { readCustomer } from './read-customer.ts';

export const customerRoutes = [
  route({
    method: 'GET',
    path: '/contract/customer',
    operationId: 'getContractCustomer',
    summary: 'A customer by the endpoint contract',
    description:
      'Bank data for agents: one flat object whose fields are always the same. `flow` chooses which figures; ask by `email` or by `customer_id`, not by both.',
    tag: 'Endpoint contract',
    scope: 'contract',
    query: CustomerQuery,
    outputs: { 200: { description: 'The fields of the flow.', schema: CustomerAnswer } },
    errors: [userNotFound],
    example: { query: { customer_id: 'customer-4711', flow: 'income' } },
    handle: async (ctx, { query }) => ({ status: 200, body: await readCustomer(ctx, query) }),
  }),
];
