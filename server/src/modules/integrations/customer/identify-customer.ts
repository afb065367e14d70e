import { ambiguousCustomer, findCustomer } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError, forbidden } from '#platform/http/errors.ts';
import type { VerifiedCustomer } from '../integrations.types.ts';
import { type CustomerClaims, verifyCustomerToken } from './customer-token.ts';

export interface Credentials {
  /** Sent by the company's server with the workspace's key. */
  userAttributes: Readonly<Record<string, unknown>>;
  /** Signed by the company's page; null: none. */
  customerToken: string | null;
}

type Named = Pick<VerifiedCustomer, 'externalId' | 'email'>;
const NOBODY: Named = { externalId: null, email: null };

export interface Identified {
  /**
   * With the id and the address that Kontor has of this user, where only one of them was named. Null: nobody has vouched for
   * who this is.
   */
  customer: VerifiedCustomer | null;
  /** What was named, and nothing else. */
  named: Named;
  claims: CustomerClaims;
}

/** Who a builder tries something for; people of the console try it for nobody where their role shows no bank data. */
export async function identifyTried(ctx: Context, named: Readonly<Record<string, unknown>>): Promise<Identified> {
  if (Object.keys(named).length > 0) requireSightOfCustomers(ctx);
  return identifyCustomer(ctx, { userAttributes: named, customerToken: null });
}

/** Whoever speaks for a customer hears what is known of them: people whose role shows no bank data do not. */
export function requireSightOfCustomers({ actor }: Context): void {
  if (actor.kind !== 'operator' || actor.scopes.has('banking')) return;
  throw new AppError(forbidden, 'Your role sees no bank data, so you can not speak for a customer.');
}

/**
 * Who the customer is, by what the company vouches for and by nothing else: no message and no name of an attribute gets
 * here. Rejects an e-mail and an id of different users, and a token that speaks of somebody else than the server does.
 */
export async function identifyCustomer(
  ctx: Context,
  { userAttributes, customerToken }: Credentials,
): Promise<Identified> {
  const claims = customerToken === null ? {} : await verifyCustomerToken(ctx, customerToken);
  const byServer = await read(ctx, userAttributes.externalId, userAttributes.email, 'user_attributes');
  const byToken = await read(ctx, claims.sub, claims.email, 'customer_token');
  if (byServer && byToken && !areSame(byServer, byToken)) {
    throw new AppError(ambiguousCustomer, '/metadata: user_attributes and customerToken name different customers.');
  }
  const vouchedFor = byToken ?? byServer;
  if (!vouchedFor) return { customer: null, named: NOBODY, claims };
  const { named, user, verifiedBy } = vouchedFor;
  const externalId = named.externalId ?? user?.externalId ?? null;
  const email = named.email ?? user?.email ?? null;
  return { customer: { userKey: user?.userKey ?? null, externalId, email, verifiedBy }, named, claims };
}

type VouchedFor = NonNullable<Awaited<ReturnType<typeof read>>>;

async function read(ctx: Context, externalId: unknown, email: unknown, verifiedBy: VerifiedCustomer['verifiedBy']) {
  const named: Named = { externalId: textOrNull(externalId), email: textOrNull(email) };
  if (named.externalId === null && named.email === null) return null;
  return { named, user: await findCustomer(ctx, { ...named }), verifiedBy };
}

const textOrNull = (value: unknown) =>
  typeof value === 'string' && value !== '' && value.length <= 320 ? value : null;

function areSame(one: VouchedFor, other: VouchedFor): boolean {
  const agree = (a: string | null, b: string | null) => a === null || b === null || a.toLowerCase() === b.toLowerCase();
  const [{ named: first }, { named: second }] = [one, other];
  return (
    one.user?.userKey === other.user?.userKey &&
    agree(first.email, second.email) &&
    (first.externalId === null || second.externalId === null || first.externalId === second.externalId)
  );
}
