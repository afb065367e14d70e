import type { Static } from 'typebox';
import { audit } from '#modules/identity/index.ts';
import type { Context } from '#platform/context.ts';
import { uuidv7 } from '#platform/crypto/random.ts';
import { invalidFields } from '#platform/http/errors.ts';
import { deleteActionRow, insertAction, selectAction, selectActions, updateActionRow } from './actions.queries.ts';
import type { Action, SaveAction } from './actions.schemas.ts';
import type { ActionRow } from './actions.types.ts';
import { namesakes, WRITE_FIELDS } from './check-endpoint.ts';
import { selectEndpoints } from './endpoints.queries.ts';
import { noSuchAction, takenName } from './integrations.errors.ts';
import { withConfirmation } from './known-to-rules.ts';
import { checkChain } from './steps/check-steps.ts';

type Input = Static<typeof SaveAction>;

export async function createAction(ctx: Context, input: Input) {
  const checked = await check(ctx, input);
  const actionId = uuidv7(ctx.now().getTime());
  await insertAction(ctx.session, ctx.workspaceId, { actionId, ...checked }).catch(takenName('action'));
  await audit(ctx, { action: 'action.created', targetKind: 'action', targetId: actionId });
  return getAction(ctx, actionId);
}

/** Replaces the whole action; runs under way end as they began. */
export async function saveAction(ctx: Context, actionId: string, input: Input) {
  const row = await requireAction(ctx, actionId);
  await updateActionRow(ctx.session, { actionId: row.actionId, ...(await check(ctx, input)) }).catch(
    takenName('action'),
  );
  await audit(ctx, { action: 'action.saved', targetKind: 'action', targetId: row.actionId });
  return getAction(ctx, row.actionId);
}

export async function listActions(ctx: Context) {
  const rows = await withConfirmation(ctx, await selectActions(ctx.session, ctx.workspaceId));
  return { actions: rows.map(present) };
}

export async function getAction(ctx: Context, actionId: string) {
  const [row] = await withConfirmation(ctx, [await requireAction(ctx, actionId)]);
  if (!row) throw noSuchAction();
  return present(row);
}

export async function deleteAction(ctx: Context, actionId: string) {
  const row = await requireAction(ctx, actionId);
  await deleteActionRow(ctx.session, row.actionId);
  await audit(ctx, { action: 'action.deleted', targetKind: 'action', targetId: row.actionId });
  return { success: true as const };
}

export async function requireAction(ctx: Context, actionId: string): Promise<ActionRow> {
  const row = await selectAction(ctx.session, ctx.workspaceId, actionId);
  if (!row) throw noSuchAction();
  return row;
}

async function check(ctx: Context, input: Input) {
  const inputs = input.inputs.map(({ required = true, description = '', ...field }) => ({
    ...field,
    required,
    description,
  }));
  const endpointIds = input.steps.map((step) => step.endpointId);
  const endpoints = await selectEndpoints(ctx.session, ctx.workspaceId, { endpointIds });
  const known = { endpoints, inputs: new Set(inputs.map(({ name }) => name)) };
  const { steps, outputs, errors } = checkChain(input, known, { steps: '/steps', outputs: '/outputs' });
  if (!endpoints.some(({ definition }) => definition.kind === 'write')) {
    errors.push({ path: '/steps', message: 'only read; what reads is an attribute' });
  }
  errors.push(...namesakes('/inputs', inputs, []), ...namesakes('/outputs', outputs, WRITE_FIELDS));
  if (errors.length > 0) throw invalidFields(errors);
  return { name: input.name, description: input.description ?? '', inputs, steps, outputs };
}

type Presentable = ActionRow & { requiresConfirmation: boolean };

const present = ({ actionId, createdAt, updatedAt, ...row }: Presentable): Static<typeof Action> => ({
  id: actionId,
  ...row,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});
