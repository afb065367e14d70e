import type { TSchema } from 'typebox';
import type { BankFact, BankFacts } from '#modules/integrations/index.ts';
import { findUserByKey } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { CustomerAnswer, FLOWS } from './customer.schemas.ts';
import { loadCustomer } from './read-customer.ts';
import { RESULTS_OF, tellCustomer } from './tell-customer.ts';

/** All flows of the customer endpoint together: a name means the same in each of them. */
export async function bankFactsOf(ctx: Context, { userKey }: { userKey: string }): Promise<BankFacts> {
  const user = await findUserByKey(ctx.session, userKey);
  if (!user) return {};
  const data = await loadCustomer(ctx, user, [...new Set(Object.values(RESULTS_OF).flat())]);
  return Object.assign({}, ...FLOWS.map((flow) => tellCustomer(flow, data)));
}

/** Their names, types and meanings, as the schemas of the flows say. */
export function listBankFacts(): BankFact[] {
  const facts = new Map<string, BankFact>();
  for (const { properties } of CustomerAnswer.anyOf) {
    for (const [name, schema] of Object.entries<TSchema & { description?: string }>(properties)) {
      facts.set(name, { name, type: typeOf(schema), description: schema.description ?? '' });
    }
  }
  return [...facts.values()];
}

/** Of a value or null; an enumeration is one of texts. */
function typeOf(schema: TSchema): BankFact['type'] {
  const { anyOf, type } = schema as { anyOf?: TSchema[]; type?: string };
  if (anyOf) return typeOf(anyOf.find((one) => (one as { type?: string }).type !== 'null') ?? {});
  if (type === 'integer' || type === 'number') return 'number';
  return type === 'boolean' ? 'boolean' : 'string';
}
