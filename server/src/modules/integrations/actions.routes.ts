import { ambiguousCustomer } from '#modules/users/index.ts';
import { detachedRoute, route } from '#platform/http/route.ts';
import {
  Action,
  ActionList,
  ActionParams,
  ActionRun,
  ActionRunList,
  ListRunsQuery,
  RunParams,
  SaveAction,
  SettleRun,
  TriedAction,
  TryAction,
} from './actions.schemas.ts';
import {
  actionNotFound,
  endpointNotFound,
  nameTaken,
  onlySandbox,
  runNotFound,
  runNotOpen,
} from './integrations.errors.ts';
import { Deleted } from './integrations.schemas.ts';
import { createAction, deleteAction, getAction, listActions, saveAction } from './manage-actions.ts';
import { getRun, listRuns, settleRun } from './settle-runs.ts';
import { tryAction } from './try-action.ts';

const tag = 'Actions';

const exampleAction = {
  name: 'Cancel the subscription',
  inputs: [{ name: 'reason', type: 'string', description: 'Why, in the words of the customer.' }],
  steps: [{ id: 'cancel', endpointId: '…', inputs: { email: 'customer.email', reason: 'inputs.reason' } }],
  outputs: [{ name: 'refund', type: 'number', value: 'steps.cancel.refund_amount_cents / 100' }],
};

const actions = [
  route({
    method: 'GET',
    path: '/v2/actions',
    operationId: 'listActions',
    summary: 'List the actions',
    description: 'What rules can do in your systems.',
    tag,
    scope: 'read',
    outputs: { 200: { description: 'The actions.', schema: ActionList } },
    handle: async (ctx) => ({ status: 200, body: await listActions(ctx) }),
  }),
  route({
    method: 'POST',
    path: '/v2/actions',
    operationId: 'createAction',
    summary: 'Create an action',
    description: 'Typed inputs, calls one after the other of which at least one writes, typed outputs.',
    tag,
    scope: 'write',
    body: SaveAction,
    outputs: { 201: { description: 'The action.', schema: Action } },
    errors: [nameTaken, endpointNotFound],
    example: { body: exampleAction },
    handle: async (ctx, { body }) => ({ status: 201, body: await createAction(ctx, body) }),
  }),
  route({
    method: 'GET',
    path: '/v2/actions/{action-id}',
    operationId: 'getAction',
    summary: 'Get an action',
    description: 'One action with its steps.',
    tag,
    scope: 'read',
    params: ActionParams,
    outputs: { 200: { description: 'The action.', schema: Action } },
    errors: [actionNotFound],
    handle: async (ctx, { params }) => ({ status: 200, body: await getAction(ctx, params.actionId) }),
  }),
  route({
    method: 'PUT',
    path: '/v2/actions/{action-id}',
    operationId: 'saveAction',
    summary: 'Replace an action',
    description: 'Takes the place of the whole action, from the next run on.',
    tag,
    scope: 'write',
    params: ActionParams,
    body: SaveAction,
    outputs: { 200: { description: 'The action as it is now.', schema: Action } },
    errors: [actionNotFound, nameTaken, endpointNotFound],
    example: { body: exampleAction },
    handle: async (ctx, { params, body }) => ({ status: 200, body: await saveAction(ctx, params.actionId, body) }),
  }),
  route({
    method: 'DELETE',
    path: '/v2/actions/{action-id}',
    operationId: 'deleteAction',
    summary: 'Delete an action',
    description: 'What was done with it stays on record.',
    tag,
    scope: 'write',
    params: ActionParams,
    outputs: { 200: { description: 'It is gone.', schema: Deleted } },
    errors: [actionNotFound],
    handle: async (ctx, { params }) => ({ status: 200, body: await deleteAction(ctx, params.actionId) }),
  }),
  detachedRoute({
    method: 'POST',
    path: '/v2/actions/{action-id}/try',
    operationId: 'tryAction',
    summary: 'Try an action',
    description:
      'Says what it would send, and with `send` sends it: to the sandbox, never anywhere else. The key is not shown.',
    tag,
    scope: 'write',
    params: ActionParams,
    body: TryAction,
    outputs: { 200: { description: 'What came of it.', schema: TriedAction } },
    errors: [actionNotFound, onlySandbox, ambiguousCustomer],
    example: { body: { inputs: { reason: 'too dear' }, customer: { email: 'somebody@example.com' } } },
    handle: async (ctx, { params, body }) => ({ status: 200, body: await tryAction(ctx, params.actionId, body) }),
  }),
];

const runs = [
  route({
    method: 'GET',
    path: '/v2/action-runs',
    operationId: 'listActionRuns',
    summary: 'List what was done',
    description: 'Runs of actions, newest first; with `open` those of unknown outcome that wait for a person.',
    tag,
    scope: 'read',
    query: ListRunsQuery,
    outputs: { 200: { description: 'The runs.', schema: ActionRunList } },
    handle: async (ctx, { query }) => ({ status: 200, body: await listRuns(ctx, query) }),
  }),
  route({
    method: 'GET',
    path: '/v2/action-runs/{run-id}',
    operationId: 'getActionRun',
    summary: 'Get a run',
    description: 'One run with its inputs and what came of it.',
    tag,
    scope: 'read',
    params: RunParams,
    outputs: { 200: { description: 'The run.', schema: ActionRun } },
    errors: [runNotFound],
    handle: async (ctx, { params }) => ({ status: 200, body: await getRun(ctx, params.runId) }),
  }),
  route({
    method: 'POST',
    path: '/v2/action-runs/{run-id}/settle',
    operationId: 'settleActionRun',
    effect: 'overwrites',
    summary: 'Settle a run of unknown outcome',
    description: 'A person has looked in your system and says whether it was done. Once, and on record.',
    tag,
    scope: 'write',
    params: RunParams,
    body: SettleRun,
    outputs: { 200: { description: 'The run.', schema: ActionRun } },
    errors: [runNotFound, runNotOpen],
    example: { body: { settledAs: 'done', note: 'Found under the number of the customer.' } },
    handle: async (ctx, { params, body }) => ({ status: 200, body: await settleRun(ctx, params.runId, body) }),
  }),
];

export const actionRoutes = [...actions, ...runs];
