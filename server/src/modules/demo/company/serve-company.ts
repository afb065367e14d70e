import type { FastifyInstance, FastifyRequest } from 'fastify';
import { badRequest, ContractError, refused } from 'kontor-contract/fastify';
import { createCompanyApi } from './api/create-company-api.ts';
import { createCompanyCustomers, FAULTS } from './company-customers.ts';

/** The made-up Nordlicht bank's own systems; some of its customers are out of luck. */
export async function serveCompany(key: string, customers = createCompanyCustomers()): Promise<FastifyInstance> {
  const app = await createCompanyApi(key, customers);
  addFaults(app);
  return app;
}

function addFaults(app: FastifyInstance) {
  const faultOf = ({ query, method }: FastifyRequest) => ({
    fault: FAULTS[String((query as { email?: unknown }).email)],
    writes: method !== 'GET',
  });
  app.addHook('preHandler', async (request, reply) => {
    const { fault, writes } = faultOf(request);
    if (fault === 'unavailable') {
      throw new ContractError(503, 'unavailable', 'This system is being maintained. Try again later.');
    }
    if (fault === 'rejects' && writes) throw badRequest('bad_request', 'This system takes nothing today.');
    if (fault === 'refuses' && writes)
      await reply.send(refused('HELD_BY_COMPLIANCE', 'This needs a look by compliance.'));
  });
  app.addHook('onSend', async (request) => {
    const { fault, writes } = faultOf(request);
    if (fault === 'answers_lost' && writes) request.raw.socket.destroy();
  });
}
