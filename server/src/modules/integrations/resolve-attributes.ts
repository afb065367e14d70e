import type { Static } from 'typebox';
import { getOutboundAllowList } from '#modules/identity/index.ts';
import { type DetachedContext, inTransaction } from '#platform/context.ts';
import { selectAttributesOfBot } from './attributes.queries.ts';
import type { AttributeTrace } from './attributes.schemas.ts';
import type { AttributeRow, ResolvedField } from './attributes.types.ts';
import { BUDGETS, type Budgets } from './call/budgets.ts';
import { callEndpoint } from './call/call-endpoint.ts';
import { pick } from './call/read-answer.ts';
import { selectCallables } from './endpoints.queries.ts';
import { type BankFacts, bankFactsAsked } from './integrations.events.ts';
import { selectBotEnvironment } from './integrations.queries.ts';
import type { CallableEndpoint, EnvironmentName, Values, VerifiedCustomer } from './integrations.types.ts';
import { readOutputs, runSteps, type StepTrace } from './steps/run-steps.ts';

export interface AskedFor {
  customer: VerifiedCustomer | null;
  /** Sent by the company's server with this message. */
  userAttributes: Readonly<Record<string, unknown>>;
  /** Of the verified customer token. */
  claims: Readonly<Record<string, unknown>>;
}

export interface ResolvedAttributes {
  fields: ResolvedField[];
  /** How each was read, without any value: goes into the trace of the answer. */
  trace: Static<typeof AttributeTrace>[];
}

/** Who reads: a field appears only where its switch is on. */
export type Reader = 'model' | 'rules' | 'replies';
const SWITCHES = { model: 'visibleToModel', rules: 'usableInRules', replies: 'usableInReplies' } as const;

/** The values that one of the three may see, by name. */
export function valuesFor(reader: Reader, fields: readonly ResolvedField[]): Values {
  const values: Values = Object.create(null);
  for (const field of fields) if (field[SWITCHES[reader]]) values[field.name] = field.value;
  return values;
}

/**
 * Reads all attributes of a bot for one message: fresh, side by side, and given up after five seconds. What can not be read
 * is null; this never throws for what a company's system does. Call it outside of a transaction: it waits for others.
 */
export async function resolveAttributes(
  ctx: DetachedContext,
  botId: string,
  askedFor: AskedFor,
  budgets: Budgets = BUDGETS,
): Promise<ResolvedAttributes> {
  const { attributes, environment } = await ctx.database.read(ctx.workspaceId, async (session) => {
    const attached = await selectAttributesOfBot(session, ctx.workspaceId, botId);
    return {
      attributes: attached,
      environment: attached.length > 0 ? await selectBotEnvironment(session, botId) : ('production' as const),
    };
  });
  return readAttributes(ctx, attributes, environment, askedFor, budgets);
}

/** The same for given attributes and a given environment. */
export async function readAttributes(
  ctx: DetachedContext,
  attributes: readonly AttributeRow[],
  environment: EnvironmentName,
  askedFor: AskedFor,
  budgets: Budgets = BUDGETS,
): Promise<ResolvedAttributes> {
  if (attributes.length === 0) return { fields: [], trace: [] };
  const endpointIds = attributes.flatMap(({ source }) =>
    source.kind === 'steps' ? source.steps.map((step) => step.endpointId) : [],
  );
  const sources: Sources = {
    ...askedFor,
    ...(await loadCallables(ctx, endpointIds, environment)),
    budgets,
    deadlineMs: performance.now() + budgets.read.hardMs,
    bankFacts: undefined,
  };
  const resolved = await Promise.all(attributes.map((attribute) => resolveOne(ctx, attribute, sources)));
  return { fields: resolved.flatMap(({ fields }) => fields), trace: resolved.map(({ trace }) => trace) };
}

/** What calling these endpoints takes, read once. */
export function loadCallables(ctx: DetachedContext, endpointIds: readonly string[], environment: EnvironmentName) {
  return ctx.database.read(ctx.workspaceId, async (session) => {
    if (endpointIds.length === 0) return { callables: new Map<string, CallableEndpoint>(), allowList: [] };
    const found = await selectCallables(session, ctx.workspaceId, endpointIds, environment);
    const allowList = await getOutboundAllowList({ session, workspaceId: ctx.workspaceId });
    return { callables: new Map(found.map((callable) => [callable.endpointId, callable])), allowList };
  });
}

interface Sources extends AskedFor {
  callables: ReadonlyMap<string, CallableEndpoint>;
  allowList: readonly string[];
  budgets: Budgets;
  deadlineMs: number;
  /** Asked for once, by the first attribute that needs it. */
  bankFacts: Promise<BankFacts> | undefined;
}

type State = Static<typeof AttributeTrace>['state'];

async function resolveOne(ctx: DetachedContext, attribute: AttributeRow, sources: Sources) {
  const startedMs = performance.now();
  const { state, values, steps } = await readSource(ctx, attribute, sources);
  const durationMs = Math.round(performance.now() - startedMs);
  const fields = attribute.fields.map(
    ({ value: _, ...field }): ResolvedField => ({
      ...field,
      attribute: attribute.name,
      value: values[field.name] ?? null,
    }),
  );
  const overTarget = durationMs > sources.budgets.read.targetMs;
  return {
    fields,
    trace: { attribute: attribute.name, source: attribute.source.kind, state, durationMs, overTarget, steps },
  };
}

interface Read {
  state: State;
  values: Values;
  steps: StepTrace[];
}

const NOTHING: Values = Object.create(null);

async function readSource(ctx: DetachedContext, attribute: AttributeRow, sources: Sources): Promise<Read> {
  const { source, fields } = attribute;
  if (source.kind === 'user_attributes') return taken(fields, sources.userAttributes);
  if (source.kind === 'customer_token') return taken(fields, sources.claims);
  const { customer } = sources;
  if (!customer) return { state: 'no_customer', values: NOTHING, steps: [] };
  if (source.kind === 'customer') return taken(fields, proofOf(customer));
  if (source.kind === 'bank') {
    if (customer.userKey === null) return { state: 'empty', values: NOTHING, steps: [] };
    sources.bankFacts ??= askBankFacts(ctx, customer.userKey);
    return taken(fields, await sources.bankFacts);
  }
  const { allowList, budgets, deadlineMs, callables } = sources;
  const { traces, scope, stoppedAt } = await runSteps({
    steps: source.steps,
    customer,
    inputs: NOTHING,
    callables,
    call: (_, callable, values) =>
      callEndpoint(ctx, callable, values, { allowList, budget: budgets.read, deadlineMs, idempotencyKey: null }),
  });
  if (stoppedAt) return { state: 'unavailable', values: NOTHING, steps: traces };
  const isKnown = traces.some(({ outcome }) => outcome === 'ok');
  return { state: isKnown ? 'read' : 'empty', values: readOutputs(fields, scope), steps: traces };
}

const proofOf = ({ email, externalId, verifiedBy }: VerifiedCustomer) => ({
  email,
  external_id: externalId,
  verified_by: verifiedBy,
});

/** From an object that is there already: what has another type than declared is null. */
function taken(fields: AttributeRow['fields'], object: Readonly<Record<string, unknown>>): Read {
  const values: Values = Object.create(null);
  for (const { name, value, type } of fields) {
    values[name] = pick([{ name: value, type, description: '' }], object)[value] ?? null;
  }
  const isEmpty = Object.values(values).every((value) => value === null);
  return { state: isEmpty ? 'empty' : 'read', values, steps: [] };
}

/** Asks the module that has the bank data; it stands above this one. */
async function askBankFacts(ctx: DetachedContext, userKey: string): Promise<BankFacts> {
  const answers = await inTransaction(ctx, (inner) => inner.events.ask(inner, bankFactsAsked, { userKey }));
  return Object.assign(Object.create(null), ...answers);
}
