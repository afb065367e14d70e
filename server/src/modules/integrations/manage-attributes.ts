import type { Static } from 'typebox';
import { requireBot } from '#modules/bots/index.ts';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { type FieldError, invalidFields } from '#platform/http/errors.ts';
import {
  deleteAttributeRow,
  insertAttribute,
  lockAttributes,
  replaceBotsOfAttribute,
  selectAttribute,
  selectAttributes,
  updateAttributeRow,
} from './attributes.queries.ts';
import type { Attribute, SaveAttribute } from './attributes.schemas.ts';
import type { AttributeFieldRow, AttributeRow, AttributeSourceRow } from './attributes.types.ts';
import { selectEndpoints } from './endpoints.queries.ts';
import { noSuchAttribute, takenName } from './integrations.errors.ts';
import { type BankFact, bankFactsListed } from './integrations.events.ts';
import { checkChain } from './steps/check-steps.ts';

type Input = Static<typeof SaveAttribute>;

export async function createAttribute(ctx: Context, input: Input) {
  const checked = await check(ctx, input, null);
  const attributeId = uuidv7(ctx.now().getTime());
  await insertAttribute(ctx.session, ctx.workspaceId, { attributeId, ...checked }).catch(takenName('attribute'));
  await attach(ctx, attributeId, input.botIds);
  return getAttribute(ctx, attributeId);
}

/** Replaces the whole attribute, from the next message on. */
export async function saveAttribute(ctx: Context, attributeId: string, input: Input) {
  const row = await requireAttribute(ctx, attributeId);
  const checked = await check(ctx, input, row.attributeId);
  await updateAttributeRow(ctx.session, { attributeId: row.attributeId, ...checked }).catch(takenName('attribute'));
  await attach(ctx, row.attributeId, input.botIds);
  return getAttribute(ctx, row.attributeId);
}

export async function listAttributes(ctx: Context) {
  return { attributes: (await selectAttributes(ctx.session, ctx.workspaceId)).map(present) };
}

export async function getAttribute(ctx: Context, attributeId: string) {
  return present(await requireAttribute(ctx, attributeId));
}

export async function deleteAttribute(ctx: Context, attributeId: string) {
  const row = await requireAttribute(ctx, attributeId);
  await deleteAttributeRow(ctx.session, row.attributeId);
  return { success: true as const };
}

export async function requireAttribute(ctx: Context, attributeId: string): Promise<AttributeRow> {
  const row = await selectAttribute(ctx.session, ctx.workspaceId, attributeId);
  if (!row) throw noSuchAttribute();
  return row;
}

async function attach(ctx: Context, attributeId: string, botIds: readonly string[]) {
  const bots = [];
  for (const botId of botIds) bots.push((await requireBot(ctx, botId)).botId);
  await replaceBotsOfAttribute(ctx.session, ctx.workspaceId, attributeId, bots);
}

async function check(ctx: Context, input: Input, attributeId: string | null) {
  await lockAttributes(ctx.session, ctx.workspaceId);
  const others = (await selectAttributes(ctx.session, ctx.workspaceId)).filter(
    (row) => row.attributeId !== attributeId,
  );
  const fields = input.fields.map(
    ({ description = '', visibleToModel = false, usableInRules = true, usableInReplies = false, ...field }) => ({
      ...field,
      value: field.value ?? (input.source.kind === 'steps' ? '' : field.name),
      description,
      visibleToModel,
      usableInRules,
      usableInReplies,
    }),
  );
  const { source, errors } = await checkSource(ctx, input.source, fields);
  errors.push(...takenFields(fields, others));
  if (errors.length > 0) throw invalidFields(errors);
  return { name: input.name, description: input.description ?? '', source, fields };
}

async function checkSource(
  ctx: Context,
  source: Input['source'],
  fields: AttributeFieldRow[],
): Promise<{ source: AttributeSourceRow; errors: FieldError[] }> {
  if (source.kind === 'bank') return { source, errors: wrongBankFields(fields, await listBankFacts(ctx)) };
  if (source.kind === 'customer') return { source, errors: wrongProof(fields) };
  if (source.kind !== 'steps') return { source, errors: [] };
  const endpointIds = source.steps.map((step) => step.endpointId);
  const endpoints = await selectEndpoints(ctx.session, ctx.workspaceId, { endpointIds });
  const at = { steps: '/source/steps', outputs: '/fields' };
  const { steps, errors } = checkChain({ steps: source.steps, outputs: fields }, { endpoints, inputs: new Set() }, at);
  for (const [n, step] of steps.entries()) {
    const endpoint = endpoints.find((row) => row.endpointId === step.endpointId);
    if (endpoint?.definition.kind === 'write') {
      errors.push({ path: `/source/steps/${n}/endpointId`, message: 'writes; attributes only read, use an action' });
    }
  }
  return { source: { kind: 'steps', steps }, errors };
}

async function listBankFacts(ctx: Context): Promise<BankFact[]> {
  return ((await ctx.events.ask(ctx, bankFactsListed, {})) as BankFact[][]).flat();
}

function wrongBankFields(fields: readonly AttributeFieldRow[], facts: readonly BankFact[]): FieldError[] {
  return fields.flatMap(({ value, type }, n) => {
    const known = facts.find(({ name }) => name === value);
    if (!known)
      return [{ path: `/fields/${n}/value`, message: `"${value}" is nothing that Kontor knows of bank data` }];
    return known.type === type ? [] : [{ path: `/fields/${n}/type`, message: `of ${value} is ${known.type}` }];
  });
}

const PROOF = ['email', 'external_id', 'verified_by'];

const wrongProof = (fields: readonly AttributeFieldRow[]): FieldError[] =>
  fields.flatMap(({ value, type }, n) => {
    if (!PROOF.includes(value)) return [{ path: `/fields/${n}/value`, message: `is none of ${PROOF.join(', ')}` }];
    return type === 'string' ? [] : [{ path: `/fields/${n}/type`, message: `of ${value} is string` }];
  });

/** One name, one fact: else it would depend on the order of things which one a rule reads. */
function takenFields(fields: readonly AttributeFieldRow[], others: readonly AttributeRow[]): FieldError[] {
  const owners = new Map(others.flatMap((row) => row.fields.map((field) => [field.name, row.name] as const)));
  return fields.flatMap(({ name }, n) => {
    const owner = owners.get(name);
    owners.set(name, 'this attribute');
    return owner === undefined
      ? []
      : [{ path: `/fields/${n}/name`, message: `"${name}" is a field of ${owner} already` }];
  });
}

const present = ({ attributeId, createdAt, updatedAt, ...row }: AttributeRow): Static<typeof Attribute> => ({
  id: attributeId,
  ...row,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});
