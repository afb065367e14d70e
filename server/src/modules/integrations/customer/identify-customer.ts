import { ambiguousCustomer, findCustomer } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import type { VerifiedCustomer } from '../integrations.types.ts';
import { type CustomerClaims, verifyCustomerToken } from './customer-token.ts';

export interface Credentials {
  /** Sent by the company's server with the workspace's key. */
  userAttributes: Readonly<Record<string, unknown>>;
  /** Signed by the company's page; null: none. */
  customerToken: string | null;
}

export interface Identified {
  /** Null: nobody has vouched for who this is. */
  customer: VerifiedCustomer | null;
  claims: CustomerClaims;
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
  return { customer: byToken ?? byServer, claims };
}

async function read(
  ctx: Context,
  externalId: unknown,
  email: unknown,
  verifiedBy: VerifiedCustomer['verifiedBy'],
): Promise<VerifiedCustomer | null> {
  const named = { externalId: textOrNull(externalId), email: textOrNull(email) };
  if (named.externalId === null && named.email === null) return null;
  const user = await findCustomer(ctx, named);
  return { userKey: user?.userKey ?? null, ...named, verifiedBy };
}

const textOrNull = (value: unknown) =>
  typeof value === 'string' && value !== '' && value.length <= 320 ? value : null;

function areSame(one: VerifiedCustomer, other: VerifiedCustomer): boolean {
  const agree = (a: string | null, b: string | null) => a === null || b === null || a.toLowerCase() === b.toLowerCase();
  return (
    one.userKey === other.userKey &&
    agree(one.email, other.email) &&
    (one.externalId === null || other.externalId === null || one.externalId === other.externalId)
  );
}
