import type { Static } from 'typebox';
import type { Conversation } from '#modules/conversations/index.ts';
import { identifyCustomer } from '#modules/integrations/index.ts';
import { ambiguousCustomer } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import type { GenerateAnswer } from './agent.schemas.ts';

/** Who is asking, and what came with the message about them; what the message says is not looked at. */
export type Speaker = Awaited<ReturnType<typeof identifySpeaker>>;

/**
 * By what came with the message, or else with the one that began the conversation. Rejects a message that names somebody
 * else than the customer of its conversation.
 */
export async function identifySpeaker(
  ctx: Context,
  { metadata = {} }: Static<typeof GenerateAnswer>,
  conversation: Conversation | null,
) {
  const userAttributes = metadata.user_attributes ?? conversation?.userAttributes ?? {};
  const customerToken = metadata.customerToken ?? null;
  const { customer, claims } = await identifyCustomer(ctx, { userAttributes, customerToken });
  const before = conversation?.userKey ?? null;
  const isAnother = before !== null && customer !== null && customer.userKey !== before;
  const { email, externalId } = conversation?.userAttributes ?? {};
  // Companies that have no users here still name their customers.
  if (isAnother || differ(email, customer?.email) || differ(externalId, customer?.externalId)) {
    throw new AppError(ambiguousCustomer, '/metadata: names another customer than the one of this conversation.');
  }
  return { customer, userAttributes, claims };
}

const differ = (one: unknown, other: string | null | undefined) =>
  typeof one === 'string' && one !== '' && typeof other === 'string' && one.toLowerCase() !== other.toLowerCase();
