import type { Static } from 'typebox';
import { type DetachedContext, inTransaction } from '#platform/context.ts';
import type { TriedAttribute, TryAttribute } from './attributes.schemas.ts';
import { identifyTried } from './customer/identify-customer.ts';
import { requireAttribute } from './manage-attributes.ts';
import { readAttributes } from './resolve-attributes.ts';

/** Reads an attribute for somebody who builds it: in the sandbox, unless another environment is named. */
export async function tryAttribute(
  ctx: DetachedContext,
  attributeId: string,
  { customer: named = {}, userAttributes = {}, environment = 'sandbox' }: Static<typeof TryAttribute>,
): Promise<Static<typeof TriedAttribute>> {
  const { attribute, customer } = await inTransaction(ctx, async (inner) => ({
    attribute: await requireAttribute(inner, attributeId),
    ...(await identifyTried(inner, named)),
  }));
  const askedFor = { customer, userAttributes, claims: {} };
  const { fields, trace } = await readAttributes(ctx, [attribute], environment, askedFor);
  const [first] = trace;
  if (!first) throw new Error('An attribute that was read has a trace');
  return { values: Object.fromEntries(fields.map(({ name, value }) => [name, value])), trace: first };
}
