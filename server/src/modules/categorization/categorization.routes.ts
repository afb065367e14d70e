import { UserParams, userNotFound } from '#modules/users/index.ts';
import { route } from '#platform/http/route.ts';
import { ruleNotFound, transactionNotFound } from './categorization.errors.ts';
import {
  CategorizationRule,
  CategoryList,
  CorrectCategories,
  CorrectCategory,
  CorrectedCategories,
  CorrectedCategory,
  CorrectionParams,
  RuleChange,
  RuleInput,
  RuleList,
  RuleParams,
  RuleTrial,
  TryRule,
} from './categorization.schemas.ts';
import { correctCategories } from './correct-categories.ts';
import { createRule, deleteRule, getRule, listRules, updateRule } from './manage-rules.ts';
import { categories } from './taxonomy/categories.ts';
import { tryRule } from './try-rule.ts';

const tag = 'Categorization';
const scope = 'categorization';
const CORRELATION_HEADER = {
  'Finoos-Correlation-Id': 'Names the analysis that this call started; only with `automaticAnalysis: active`.',
};
const correlationHeader = (correlationId: string | null): Record<string, string> =>
  correlationId === null ? {} : { 'finoos-correlation-id': correlationId };
const exampleRule = { name: 'Our cafeteria', categoryId: 'restaurants', partner: 'Kantine am Park', amountTo: 0 };

export const categorizationRoutes = [
  route({
    method: 'GET',
    path: '/api/categories',
    operationId: 'listCategories',
    summary: 'The taxonomy',
    description:
      'Every category with its names, the primary category above it, and its counterpart in Plaid’s PFC version 2. Ids are stable.',
    tag,
    scope,
    outputs: { 200: { description: 'The categories.', schema: CategoryList } },
    async handle() {
      const list = categories.map(({ id, primary, name, pfc }) => ({ id, primary, name, pfc }));
      return { status: 200, body: { categories: list } };
    },
  }),
  route({
    method: 'PATCH',
    path: '/api/users/{user-id}/categorization/{transaction-id}',
    operationId: 'correctCategory',
    summary: 'Correct the category of a transaction',
    description:
      'The correction holds for every later analysis of the user, and shows in the list of categorised transactions at once. Figures follow with the next run, which starts by itself with `automaticAnalysis: active`.',
    tag,
    scope,
    params: CorrectionParams,
    body: CorrectCategory,
    outputs: {
      200: {
        description: 'Stored.',
        schema: CorrectedCategory,
        headers: CORRELATION_HEADER,
      },
    },
    errors: [userNotFound, transactionNotFound],
    example: { body: { categoryId: 'groceries' } },
    async handle(ctx, { params, body }) {
      const correction = { transactionId: params.transactionId, categoryId: body.categoryId };
      const correlationId = await correctCategories(ctx, params.userId, [correction], () => '');
      return { status: 200, body: correction, headers: correlationHeader(correlationId) };
    },
  }),
  route({
    method: 'PATCH',
    path: '/api/users/{user-id}/categorization',
    operationId: 'correctCategories',
    summary: 'Correct the categories of several transactions',
    description:
      'All or none; otherwise as for one: for instance all transactions with one merchant, with one analysis afterwards.',
    tag,
    scope,
    params: UserParams,
    body: CorrectCategories,
    outputs: { 200: { description: 'Stored.', schema: CorrectedCategories, headers: CORRELATION_HEADER } },
    errors: [userNotFound, transactionNotFound],
    example: { body: { corrections: [{ transactionId: 't-1', categoryId: 'groceries' }] } },
    async handle(ctx, { params, body }) {
      const correlationId = await correctCategories(ctx, params.userId, body.corrections, (n) => `/corrections/${n}`);
      return { status: 200, body, headers: correlationHeader(correlationId) };
    },
  }),
  route({
    method: 'GET',
    path: '/api/categorization-rules',
    operationId: 'listCategorizationRules',
    summary: 'List the rules of the workspace',
    description:
      'Oldest first: the first that matches a transaction decides. Corrections of single transactions come before them.',
    tag,
    scope,
    outputs: { 200: { description: 'The rules.', schema: RuleList } },
    handle: async (ctx) => ({ status: 200, body: await listRules(ctx) }),
  }),
  route({
    method: 'POST',
    path: '/api/categorization-rules',
    operationId: 'createCategorizationRule',
    effect: 'goes-live',
    summary: 'Create a rule',
    description: 'It decides for all users of the workspace, from the next analysis of each on. Try it first.',
    tag,
    scope,
    body: RuleInput,
    outputs: { 201: { description: 'The rule.', schema: CategorizationRule } },
    example: { body: exampleRule },
    handle: async (ctx, { body }) => ({ status: 201, body: await createRule(ctx, body) }),
  }),
  route({
    method: 'POST',
    path: '/api/categorization-rules/try',
    operationId: 'tryCategorizationRule',
    summary: 'Try a rule on stored data',
    description:
      'Says what a rule that is not saved, or another form of one that is, would match and change; changes nothing.',
    tag,
    scope,
    idempotent: false,
    session: 'snapshot',
    body: TryRule,
    outputs: { 200: { description: 'What it would do.', schema: RuleTrial } },
    errors: [userNotFound, ruleNotFound],
    example: { body: { rule: exampleRule, userId: '…' } },
    handle: async (ctx, { body }) => ({ status: 200, body: await tryRule(ctx, body) }),
  }),
  route({
    method: 'GET',
    path: '/api/categorization-rules/{rule-id}',
    operationId: 'getCategorizationRule',
    summary: 'Get a rule',
    description: 'One rule of the workspace.',
    tag,
    scope,
    params: RuleParams,
    outputs: { 200: { description: 'The rule.', schema: CategorizationRule } },
    errors: [ruleNotFound],
    handle: async (ctx, { params }) => ({ status: 200, body: await getRule(ctx, params.ruleId) }),
  }),
  route({
    method: 'PATCH',
    path: '/api/categorization-rules/{rule-id}',
    operationId: 'updateCategorizationRule',
    summary: 'Change a rule',
    description: 'Fields that are left out stay; null takes a condition away.',
    tag,
    scope,
    params: RuleParams,
    body: RuleChange,
    outputs: { 200: { description: 'The rule as it is now.', schema: CategorizationRule } },
    errors: [ruleNotFound],
    example: { body: { purpose: 'Mittagessen' } },
    handle: async (ctx, { params, body }) => ({ status: 200, body: await updateRule(ctx, params.ruleId, body) }),
  }),
  route({
    method: 'DELETE',
    path: '/api/categorization-rules/{rule-id}',
    operationId: 'deleteCategorizationRule',
    summary: 'Delete a rule',
    description: 'It decides nothing from the next analysis on.',
    tag,
    scope,
    params: RuleParams,
    outputs: { 204: { description: 'Deleted.' } },
    errors: [ruleNotFound],
    async handle(ctx, { params }) {
      await deleteRule(ctx, params.ruleId);
      return { status: 204 };
    },
  }),
];
