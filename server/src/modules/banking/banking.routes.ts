import { UserParams, userNotFound } from '#modules/users/index.ts';
import { route } from '#platform/http/route.ts';
import { accountNotFound } from './banking.errors.ts';
import {
  Account,
  AccountList,
  AccountParams,
  GetAccountQuery,
  ListAccountsQuery,
  ListTransactionsQuery,
  SummaryQuery,
  TransactionList,
} from './banking.schemas.ts';
import { importRoutes } from './import.routes.ts';
import { getAccount, listAccounts } from './list-accounts.ts';
import { listTransactions } from './list-transactions.ts';
import { summarizeAccount } from './summarize-account.ts';
import { uploadRoutes } from './upload.routes.ts';

const tag = 'Accounts';
const scope = ['banking', 'banking-upload'];

const readingRoutes = [
  route({
    method: 'GET',
    path: '/api/users/{user-id}/banking/accounts',
    operationId: 'listAccounts',
    summary: "List a user's accounts",
    description: 'Uploaded accounts and those fetched from banks, with or without their transactions.',
    tag,
    scope,
    session: 'snapshot',
    params: UserParams,
    query: ListAccountsQuery,
    outputs: { 200: { description: 'A page.', schema: AccountList } },
    errors: [userNotFound],
    handle: async (ctx, { params, query }) => ({ status: 200, body: listAccounts(ctx, params.userId, query) }),
  }),
  route({
    method: 'GET',
    path: '/api/users/{user-id}/banking/accounts/{account-id}',
    operationId: 'getAccount',
    summary: 'Get an account',
    description: 'One account, with or without its transactions.',
    tag,
    scope,
    session: 'snapshot',
    params: AccountParams,
    query: GetAccountQuery,
    outputs: { 200: { description: 'The account.', schema: Account } },
    errors: [userNotFound, accountNotFound],
    handle: async (ctx, { params, query }) => ({
      status: 200,
      body: getAccount(ctx, params.userId, params.accountId, query.withTransactions ?? false),
    }),
  }),
  route({
    method: 'GET',
    path: '/api/users/{user-id}/banking/accounts/{account-id}/transactions',
    operationId: 'listAccountTransactions',
    summary: "List an account's transactions",
    description:
      'Newest first unless sorted otherwise; searched and filtered as asked. `total` counts all that the filter lets through.',
    tag,
    scope,
    params: AccountParams,
    query: ListTransactionsQuery,
    outputs: { 200: { description: 'A page.', schema: TransactionList } },
    errors: [userNotFound, accountNotFound],
    handle: async (ctx, { params, query }) => ({
      status: 200,
      body: await listTransactions(ctx, params.userId, { ...query, accountId: params.accountId }),
    }),
  }),
  route({
    method: 'GET',
    path: '/api/users/{user-id}/banking/transactions',
    operationId: 'listTransactions',
    summary: "List a user's transactions",
    description: 'Of all accounts together, or of one with `accountId`; searched, filtered and sorted as asked.',
    tag,
    scope,
    params: UserParams,
    query: ListTransactionsQuery,
    outputs: { 200: { description: 'A page.', schema: TransactionList } },
    errors: [userNotFound, accountNotFound],
    handle: async (ctx, { params, query }) => ({
      status: 200,
      body: await listTransactions(ctx, params.userId, query),
    }),
  }),
  route({
    method: 'GET',
    path: '/api/users/{user-id}/banking/accounts/{account-id}/summary',
    operationId: 'getAccountSummary',
    summary: 'Account summary as PDF',
    description: 'Owner, balance, monthly sums and the last transactions of an account, as a document for a file.',
    tag,
    scope,
    params: AccountParams,
    query: SummaryQuery,
    outputs: { 200: { description: 'The document.', mediaType: 'application/pdf' } },
    errors: [userNotFound, accountNotFound],
    async handle(ctx, { params, query }) {
      const pdf = await summarizeAccount(ctx, params.userId, params.accountId, query.language ?? 'en');
      return { status: 200, body: pdf, headers: { 'content-disposition': 'inline; filename="account-summary.pdf"' } };
    },
  }),
];

export const bankingRoutes = [...readingRoutes, ...uploadRoutes, ...importRoutes];
