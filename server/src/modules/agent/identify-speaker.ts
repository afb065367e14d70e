import type { Static } from 'typebox';
import type { Conversation, ConversationCustomer } from '#modules/conversations/index.ts';
import { customerTokenInvalid, identifyCustomer, requireSightOfCustomers } from '#modules/integrations/index.ts';
import { ambiguousCustomer } from '#modules/users/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError } from '#platform/http/errors.ts';
import type { GenerateAnswer } from './agent.schemas.ts';

/** Who is asking, and what came with the message about them; what the message says is not looked at. */
export type Speaker = Awaited<ReturnType<typeof identifySpeaker>>;

/**
 * By what came with the message, or else with the one that began the conversation. A conversation stays its customer's: rejects
 * a message that names somebody else, or somebody of whom nobody can tell, and a customer's message without the token by
 * which its customer was proven.
 */
export async function identifySpeaker(
  ctx: Context,
  { metadata = {}, role = 'user' }: Static<typeof GenerateAnswer>,
  conversation: Conversation | null,
) {
  const userAttributes = withNames(metadata.user_attributes, conversation?.userAttributes ?? {});
  const customerToken = metadata.customerToken ?? null;
  const isNamed = Object.keys(userAttributes).length > 0 || customerToken !== null || Boolean(conversation?.customer);
  // A colleague who answers a customer hears nothing back.
  if (isNamed && role === 'user') requireSightOfCustomers(ctx);
  const { customer, named, claims } = await identifyCustomer(ctx, { userAttributes, customerToken });
  const owner = conversation?.customer && { ...conversation.customer, userKey: conversation.userKey };
  if (owner && customer && !isSame(owner, { userKey: customer.userKey, ...named })) {
    throw new AppError(ambiguousCustomer, '/metadata: names another customer than the one of this conversation.');
  }
  if (owner && !customer && role === 'user') {
    throw new AppError(
      customerTokenInvalid,
      '/metadata/customerToken: is missing. This conversation belongs to a customer who was proven by a token; send a token of theirs with every message.',
    );
  }
  return { customer, userAttributes, claims };
}

/** What came with the message; where it names nobody, the names are those that came with the first one. */
function withNames(given: Record<string, unknown> | undefined, before: Record<string, unknown>) {
  if (!given) return before;
  if ('email' in given || 'externalId' in given) return given;
  const names = Object.entries(before).filter(([name]) => name === 'email' || name === 'externalId');
  return { ...Object.fromEntries(names), ...given };
}

/** Companies that have no users here still name their customers: one name in common, and none that differs. */
function isSame(one: ConversationCustomer, other: ConversationCustomer): boolean {
  if (one.userKey !== null && one.userKey !== other.userKey) return false;
  const names = [
    [one.email?.toLowerCase(), other.email?.toLowerCase()],
    [one.externalId, other.externalId],
  ].filter(([a, b]) => typeof a === 'string' && typeof b === 'string');
  return names.every(([a, b]) => a === b) && (names.length > 0 || one.userKey !== null);
}
