import { type TSchema, Type } from 'typebox';
import { type Route, route } from '#platform/http/route.ts';
import { UserParams, userNotFound } from '#modules/users/index.ts';
import { analysisMissing, pagesSuperseded, wrongUserType } from './analysis.errors.ts';
import { getModules, getResult } from './get-results.ts';
import { listCategorized } from './list-categorized.ts';
import { INCOME_SCOPES, RISK_SCOPES, SPENDING_SCOPES } from './result-modules.ts';
import { PageQuery } from './runs.schemas.ts';

const Any = Type.Record(Type.String(), Type.Unknown(), { description: 'The result.' });

/** A result that is one document. */
function documentRoute(options: {
  path: string;
  operationId: string;
  summary: string;
  description: string;
  scope: string;
  type: 'person' | 'company' | null;
  name: string;
  schema: TSchema;
}): Route {
  return route({
    method: 'GET',
    path: `/api/users/{user-id}/${options.path}`,
    operationId: options.operationId,
    summary: options.summary,
    description: options.description,
    tag: tagOf(options.type),
    scope: options.scope,
    params: UserParams,
    outputs: { 200: { description: 'The result of the last completed run.', schema: options.schema } },
    errors: [userNotFound, analysisMissing, ...(options.type ? [wrongUserType] : [])],
    handle: async (ctx, { params }) => ({ status: 200, body: await getResult(ctx, params.userId, options.type, options.name) }),
  });
}

const tagOf = (type: 'person' | 'company' | null) =>
  type === null ? 'Categorization' : type === 'person' ? 'Analysis of a person' : 'Analysis of a company';

/** A result of modules that are booked one by one as scopes. */
function modulesRoute(options: {
  name: string;
  operationId: string;
  summary: string;
  description: string;
  modules: Record<string, string>;
  schema: TSchema;
}): Route {
  return route({
    method: 'GET',
    path: `/api/users/{user-id}/analysis/person/${options.name}`,
    operationId: options.operationId,
    summary: options.summary,
    description: `${options.description} Only the modules whose scope the client holds appear.`,
    tag: tagOf('person'),
    scope: Object.keys(options.modules),
    params: UserParams,
    outputs: { 200: { description: 'The booked modules of the last completed run.', schema: options.schema } },
    errors: [userNotFound, analysisMissing, wrongUserType],
    handle: async (ctx, { params }) => ({
      status: 200,
      body: await getModules(ctx, params.userId, `person/${options.name}`, options.modules),
    }),
  });
}

export const resultRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/users/{user-id}/categorization',
    operationId: 'listCategorizedTransactions',
    summary: 'Categorised transactions',
    description:
      'Every transaction of the last completed run, newest first, with its category, how sure that is, and the reason in words that a person can check.',
    tag: tagOf(null),
    scope: 'categorization',
    params: UserParams,
    query: PageQuery,
    outputs: { 200: { description: 'A page.', schema: Any } },
    errors: [userNotFound, analysisMissing, pagesSuperseded],
    handle: async (ctx, { params, query }) => ({ status: 200, body: await listCategorized(ctx, params.userId, query) }),
  }),
  documentRoute({
    path: 'contracts',
    operationId: 'listContracts',
    summary: 'Recurring payments',
    description: 'Income and expenses that recur: salary, rent, insurance, subscriptions, instalments, with their cadence, amounts and what comes next.',
    scope: 'contracts',
    type: null,
    name: 'contracts',
    schema: Any,
  }),
  modulesRoute({
    name: 'income',
    operationId: 'getPersonIncome',
    summary: 'Income of a person',
    description: 'One module per kind of income, each with its sources and months.',
    modules: INCOME_SCOPES,
    schema: Any,
  }),
  modulesRoute({
    name: 'spending',
    operationId: 'getPersonSpending',
    summary: 'Spending of a person',
    description: 'One module per kind of spending, each with its sources and months; refunds lower the spending of their kind.',
    modules: SPENDING_SCOPES,
    schema: Any,
  }),
  modulesRoute({
    name: 'risk',
    operationId: 'getPersonRisk',
    summary: 'Risks of a person',
    description: 'Returned debits, garnishments, debt collection, gambling, and the days overdrawn.',
    modules: RISK_SCOPES,
    schema: Any,
  }),
];
