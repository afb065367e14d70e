import type { TSchema } from 'typebox';
import { UserParams, userNotFound } from '#modules/users/index.ts';
import { compressPieces } from '#platform/http/compress-pieces.ts';
import { type Route, route } from '#platform/http/route.ts';
import { analysisMissing, pagesSuperseded, wrongUserType } from './analysis.errors.ts';
import { CategorizedList } from './categorization.schemas.ts';
import {
  Cashflow,
  CashTransactions,
  CompanyRisk,
  ForeignPayments,
  InternalBookings,
  Liquidity,
  SharedStructure,
} from './company.schemas.ts';
import { ContractList } from './contracts.schemas.ts';
import { getModules, getResult } from './get-results.ts';
import { listCategorized } from './list-categorized.ts';
import {
  AdultCheck,
  HouseholdBudget,
  IncomeAnalysis,
  LivingSituation,
  RiskAnalysis,
  SpendingAnalysis,
} from './person.schemas.ts';
import { INCOME_SCOPES, RISK_SCOPES, SPENDING_SCOPES } from './result-modules.ts';
import { PageQuery } from './runs.schemas.ts';
import { streamCategorized } from './stream-categorized.ts';

const NDJSON = 'application/x-ndjson; charset=utf-8';
const TAGS = { person: 'Analysis of a person', company: 'Analysis of a company' } as const;

interface ResultRoute {
  /** The last part of the path, and the name it is stored under. */
  name: string;
  operationId: string;
  summary: string;
  description: string;
  schema: TSchema;
}

/** A result of one kind of user that is one document. */
const documentOf = (type: 'person' | 'company', scope: string, result: ResultRoute): Route =>
  route({
    method: 'GET',
    path: `/api/users/{user-id}/analysis/${type}/${result.name}`,
    operationId: result.operationId,
    summary: result.summary,
    description: result.description,
    tag: TAGS[type],
    scope,
    params: UserParams,
    outputs: { 200: { description: 'Of the last completed run.', schema: result.schema } },
    errors: [userNotFound, analysisMissing, wrongUserType],
    handle: async (ctx, { params }) => ({
      status: 200,
      body: await getResult(ctx, params.userId, type, `${type}/${result.name}`),
    }),
  });

/** A person's result of modules that are booked one by one; `modules` maps scope → name on the wire. */
const modulesOf = (modules: Record<string, string>, result: ResultRoute): Route =>
  route({
    method: 'GET',
    path: `/api/users/{user-id}/analysis/person/${result.name}`,
    operationId: result.operationId,
    summary: result.summary,
    description: `${result.description} Only the modules whose scope the client holds appear.`,
    tag: TAGS.person,
    scope: Object.keys(modules),
    params: UserParams,
    outputs: { 200: { description: 'The booked modules, of the last completed run.', schema: result.schema } },
    errors: [userNotFound, analysisMissing, wrongUserType],
    handle: async (ctx, { params }) => ({
      status: 200,
      body: await getModules(ctx, params.userId, `person/${result.name}`, modules),
    }),
  });

const everybody: Route[] = [
  route({
    method: 'GET',
    path: '/api/users/{user-id}/categorization',
    operationId: 'listCategorizedTransactions',
    summary: 'Categorised transactions',
    description:
      'Every transaction of the last completed run, newest first, with its category, how sure that is, and the reason in words that a person can check.',
    tag: 'Categorization',
    scope: 'categorization',
    params: UserParams,
    query: PageQuery,
    outputs: { 200: { description: 'A page.', schema: CategorizedList } },
    errors: [userNotFound, analysisMissing, pagesSuperseded],
    handle: async (ctx, { params, query }) => ({ status: 200, body: await listCategorized(ctx, params.userId, query) }),
  }),
  route({
    method: 'GET',
    path: '/api/users/{user-id}/categorization/stream',
    operationId: 'streamCategorizedTransactions',
    summary: 'All categorised transactions at once',
    description:
      'Every transaction of the last completed run, newest first, as lines of JSON: the first line says of which run and how many they are, each other one is an array of up to 100 of them, of the shape that the pages have. Compressed as the client takes it.',
    tag: 'Categorization',
    scope: 'categorization',
    params: UserParams,
    outputs: {
      200: {
        description: 'Lines of JSON.',
        mediaType: NDJSON,
        headers: { 'Content-Encoding': '`zstd` or `gzip`, where the client takes it.' },
      },
    },
    errors: [userNotFound, analysisMissing],
    async handle(ctx, { params, headers }) {
      const lines = await streamCategorized(ctx, params.userId);
      return { status: 200, ...compressPieces(lines, headers['accept-encoding']) };
    },
  }),
  route({
    method: 'GET',
    path: '/api/users/{user-id}/contracts',
    operationId: 'listContracts',
    summary: 'Recurring payments',
    description:
      'Income and expenses that recur: salary, rent, insurance, subscriptions, instalments, with their cadence, their amounts, and what comes next.',
    tag: 'Categorization',
    scope: 'contracts',
    params: UserParams,
    outputs: { 200: { description: 'Of the last completed run.', schema: ContractList } },
    errors: [userNotFound, analysisMissing],
    handle: async (ctx, { params }) => ({ status: 200, body: await getResult(ctx, params.userId, null, 'contracts') }),
  }),
];

const person: Route[] = [
  modulesOf(INCOME_SCOPES, {
    name: 'income',
    operationId: 'getPersonIncome',
    summary: 'Income of a person',
    description: 'One module per kind of income, each with its sources and months.',
    schema: IncomeAnalysis,
  }),
  modulesOf(SPENDING_SCOPES, {
    name: 'spending',
    operationId: 'getPersonSpending',
    summary: 'Spending of a person',
    description:
      'One module per kind of spending, each with its sources and months; refunds lower the spending of their kind.',
    schema: SpendingAnalysis,
  }),
  modulesOf(RISK_SCOPES, {
    name: 'risk',
    operationId: 'getPersonRisk',
    summary: 'Risks of a person',
    description: 'Returned debits, garnishments, debt collection, gambling, and the days overdrawn.',
    schema: RiskAnalysis,
  }),
  documentOf('person', 'person-household-budget', {
    name: 'household-budget',
    operationId: 'getHouseholdBudget',
    summary: 'Household budget of a person',
    description: 'Income against spending by month.',
    schema: HouseholdBudget,
  }),
  documentOf('person', 'person-household-budget', {
    name: 'liquidity',
    operationId: 'getPersonLiquidity',
    summary: 'Liquidity of a person',
    description: 'End, lowest and highest balance of each account by month, as for companies.',
    schema: Liquidity,
  }),
  documentOf('person', 'person-adult-check', {
    name: 'adult-check',
    operationId: 'getAdultCheck',
    summary: 'Signs of full age',
    description:
      'Whether the transactions show what only adults have, each sign with its transactions; `unknown` where there is none.',
    schema: AdultCheck,
  }),
  documentOf('person', 'person-living-situation', {
    name: 'living-situation',
    operationId: 'getLivingSituation',
    summary: 'Living situation of a person',
    description:
      'Family, mobility, owning and renting, each statement with its transactions; `unknown` where there is none.',
    schema: LivingSituation,
  }),
];

const company: Route[] = [
  documentOf('company', 'company-cashflow', {
    name: 'cashflow',
    operationId: 'getCompanyCashflow',
    summary: 'Cash flow of a company',
    description: 'Inflow, outflow and balances by month, with a forecast of three months and how sure it is.',
    schema: Cashflow,
  }),
  documentOf('company', 'company-cash', {
    name: 'cash-transactions',
    operationId: 'getCompanyCashTransactions',
    summary: 'Cash deposits and withdrawals of a company',
    description: 'Only what was paid in or taken out as cash, in all and by month.',
    schema: CashTransactions,
  }),
  documentOf('company', 'company-liquidity', {
    name: 'liquidity',
    operationId: 'getCompanyLiquidity',
    summary: 'Liquidity of a company',
    description: 'End, lowest and highest balance of each account by month.',
    schema: Liquidity,
  }),
  documentOf('company', 'company-foreign-payment', {
    name: 'foreign-payments',
    operationId: 'getCompanyForeignPayments',
    summary: 'Foreign payments of a company',
    description: 'Payments from and to other countries, by the country of the other side.',
    schema: ForeignPayments,
  }),
  documentOf('company', 'company-risk', {
    name: 'risk',
    operationId: 'getCompanyRisk',
    summary: 'Risks of a company',
    description: 'Returned debits, garnishments and days beyond the overdraft limit, by account and month.',
    schema: CompanyRisk,
  }),
  documentOf('company', 'company-credit', {
    name: 'credits',
    operationId: 'getCompanyCredits',
    summary: 'Credits of a company',
    description: 'Loan instalments, interest of credit lines, leasing, and loans paid out, net by month.',
    schema: SharedStructure,
  }),
  documentOf('company', 'company-insurance', {
    name: 'insurances',
    operationId: 'getCompanyInsurances',
    summary: 'Insurances of a company',
    description: 'Premiums and refunds by month, recurring and single.',
    schema: SharedStructure,
  }),
  documentOf('company', 'company-investment', {
    name: 'investments',
    operationId: 'getCompanyInvestments',
    summary: 'Investments of a company',
    description: 'Money put into and taken out of investments by month, recurring and single.',
    schema: SharedStructure,
  }),
  documentOf('company', 'company-internal-booking', {
    name: 'internal-bookings',
    operationId: 'getCompanyInternalBookings',
    summary: 'Bookings between own accounts of a company',
    description: 'Movements between the accounts of the company itself, which are in no other figure.',
    schema: InternalBookings,
  }),
];

export const resultRoutes: Route[] = [...everybody, ...person, ...company];
