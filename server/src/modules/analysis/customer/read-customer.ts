import { listUserAccounts } from '#modules/banking/index.ts';
import { type ActiveUser, requireCustomer } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { invalidField } from '#platform/http/errors.ts';
import { selectAnalyzedAt } from '../cockpit/cockpit.queries.ts';
import { selectResults } from '../results.queries.ts';
import type { CustomerData, FlatFields, Flow, ResultReader } from './customer.types.ts';
import { RESULTS_OF, tellCustomer } from './tell-customer.ts';

export interface CustomerQuestion {
  email?: string;
  customer_id?: string;
  flow?: Flow;
}

/** What a flow tells of the customer with this address or id. Rejects with `user_not_found`. */
export async function readCustomer(
  ctx: Context,
  { email, customer_id: id, flow }: CustomerQuestion,
): Promise<FlatFields> {
  if ((email === undefined) === (id === undefined)) {
    throw invalidField('?email', 'say which customer: send either email or customer_id');
  }
  const user = await requireCustomer(ctx, email === undefined ? { id } : { email });
  const chosen = flow ?? 'summary';
  return tellCustomer(chosen, await loadCustomer(ctx, user, RESULTS_OF[chosen]));
}

/** What the flows that are made of these results tell of. */
export async function loadCustomer(ctx: Context, user: ActiveUser, results: readonly string[]): Promise<CustomerData> {
  const rows = await selectResults(ctx.session, ctx.workspaceId, user.userId, results);
  const stored = new Map(rows.flatMap(({ name, body }) => (name && body ? [[name, JSON.parse(body)] as const] : [])));
  return {
    customerId: user.userId,
    type: user.type,
    analyzedAt: (await selectAnalyzedAt(ctx.session, user.userKey)) ?? null,
    accounts: await listUserAccounts(ctx.session, user.userKey),
    // The engines write what the schemas say: analysis.schemas.test.ts holds them to it.
    result: ((name: string) => stored.get(name)) as ResultReader,
  };
}
