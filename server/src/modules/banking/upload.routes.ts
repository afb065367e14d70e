import { UserParams, userNotFound } from '#modules/users/index.ts';
import { type Reply, route } from '#platform/http/route.ts';
import { addTransactions } from './add-transactions.ts';
import { accountNotFound, accountNumberDiffers, bankDataIsFixed, transactionElsewhere } from './banking.errors.ts';
import { AccountParams } from './banking.schemas.ts';
import { deleteAccount, deleteAccounts } from './delete-accounts.ts';
import { deleteTransactions } from './delete-transactions.ts';
import { readCurrencyOfAccount } from './read-currency.ts';
import { storeUpload } from './store-upload.ts';
import { updateAccounts, updateTransactions } from './update-accounts.ts';
import { MAX_UPLOAD_BYTES, type ReceivedUpload } from './upload/read-upload.ts';
import {
  AccountsUpload,
  AddedTransactions,
  DeletedBankData,
  IdList,
  TransactionsUpload,
  UpdateAccounts,
  UpdatedBankData,
  UpdateTransactions,
  UploadAnswer,
} from './upload.schemas.ts';
import { readUploadBody } from './upload-body.ts';

const tag = 'Manual upload';
const scope = 'banking-upload';
const CORRELATION_HEADER = {
  'Finoos-Correlation-Id': 'Names the analysis that this call started; only with `automaticAnalysis: active`.',
};

/** What an operation stored, with the name of the analysis that it started, if it did. */
const stored = (status: number, { correlationId, body }: { correlationId: string | null; body: object }): Reply => ({
  status,
  body,
  ...(correlationId && { headers: { 'finoos-correlation-id': correlationId } }),
});

const PATCH_LIMIT_BYTES = 10 * 1024 * 1024;

const exampleAccount = {
  accountId: 'giro-1',
  accountNumber: '532013000',
  iban: 'DE89370400440532013000',
  bankName: 'Commerzbank',
  owner: 'Erika Mustermann',
  type: 'GIRO',
  currency: 'EUR',
  balance: 1874.35,
  transactions: [
    {
      transactionId: 't-1',
      amount: 2950,
      bookingDate: '2026-01-30',
      bookingText: 'GEHALT',
      purpose: 'Gehalt Januar',
      paymentPartner: { name: 'Beispiel GmbH' },
    },
  ],
};

export const uploadRoutes = [
  route({
    method: 'POST',
    path: '/api/users/{user-id}/banking/accounts',
    operationId: 'uploadAccounts',
    effect: 'overwrites',
    summary: 'Upload accounts with their transactions',
    description:
      'Stores accounts that you have the data of: all of them or nothing, up to 50 MB in one body, read while it arrives. An account whose `accountId` and `accountNumber` match an existing one replaces it, with its transactions if the body has a list of them.',
    tag,
    scope,
    params: UserParams,
    rawBody: {
      schema: AccountsUpload,
      mediaType: 'application/json',
      limitBytes: MAX_UPLOAD_BYTES,
      read: (chunks) => readUploadBody(chunks, { shape: 'accounts' }),
    },
    outputs: { 201: { description: 'What was stored.', schema: UploadAnswer, headers: CORRELATION_HEADER } },
    errors: [userNotFound, accountNumberDiffers, bankDataIsFixed, transactionElsewhere],
    example: { body: { accounts: [exampleAccount] } },
    handle: async (ctx, { params, body }) => stored(201, await storeUpload(ctx, params.userId, body as ReceivedUpload)),
  }),
  route({
    method: 'PATCH',
    path: '/api/users/{user-id}/banking/accounts',
    operationId: 'updateAccounts',
    summary: 'Change accounts and their transactions',
    description: 'Partial: what is left out stays. Ids and `accountNumber` can not change. All of the body or nothing.',
    tag,
    scope,
    params: UserParams,
    body: UpdateAccounts,
    bodyLimitBytes: PATCH_LIMIT_BYTES,
    outputs: { 200: { description: 'What was changed.', schema: UpdatedBankData, headers: CORRELATION_HEADER } },
    errors: [userNotFound, bankDataIsFixed],
    example: { body: { accounts: [{ accountId: 'giro-1', balance: 1900.1 }] } },
    handle: async (ctx, { params, body }) => stored(200, await updateAccounts(ctx, params.userId, body)),
  }),
  route({
    method: 'DELETE',
    path: '/api/users/{user-id}/banking/accounts',
    operationId: 'deleteAccounts',
    summary: 'Delete accounts',
    description: 'With their transactions, for good. Ids that do not exist are named in the answer.',
    tag,
    scope,
    params: UserParams,
    body: IdList,
    outputs: { 200: { description: 'What was deleted.', schema: DeletedBankData, headers: CORRELATION_HEADER } },
    errors: [userNotFound],
    example: { body: { ids: ['giro-1'] } },
    handle: async (ctx, { params, body }) => stored(200, await deleteAccounts(ctx, params.userId, body.ids)),
  }),
  route({
    method: 'PATCH',
    path: '/api/users/{user-id}/banking/accounts/{account-id}',
    operationId: 'updateTransactions',
    summary: "Change an account's transactions",
    description: 'Partial: what is left out stays. Only transactions that exist. All of the body or nothing.',
    tag,
    scope,
    params: AccountParams,
    body: UpdateTransactions,
    bodyLimitBytes: PATCH_LIMIT_BYTES,
    outputs: { 200: { description: 'What was changed.', schema: UpdatedBankData, headers: CORRELATION_HEADER } },
    errors: [userNotFound, accountNotFound, bankDataIsFixed],
    example: { body: { transactions: [{ transactionId: 't-1', purpose: 'Gehalt Januar 2026' }] } },
    handle: async (ctx, { params, body }) =>
      stored(200, await updateTransactions(ctx, params.userId, params.accountId, body.transactions)),
  }),
  route({
    method: 'DELETE',
    path: '/api/users/{user-id}/banking/accounts/{account-id}',
    operationId: 'deleteAccount',
    summary: 'Delete an account',
    description: 'With its transactions and everything known about it, for good.',
    tag,
    scope,
    params: AccountParams,
    outputs: { 200: { description: 'What was deleted.', schema: DeletedBankData, headers: CORRELATION_HEADER } },
    errors: [userNotFound, accountNotFound],
    handle: async (ctx, { params }) => stored(200, await deleteAccount(ctx, params.userId, params.accountId)),
  }),
  route({
    method: 'POST',
    path: '/api/users/{user-id}/banking/accounts/{account-id}/transactions',
    operationId: 'addTransactions',
    summary: 'Add transactions to an account',
    description:
      'Transactions whose id the account has already are skipped, so that sending a batch again does no harm.',
    tag,
    scope,
    params: AccountParams,
    rawBody: {
      schema: TransactionsUpload,
      mediaType: 'application/json',
      limitBytes: MAX_UPLOAD_BYTES,
      read: async (chunks, request) =>
        readUploadBody(chunks, { shape: 'transactions', currency: await readCurrencyOfAccount(request) }),
    },
    outputs: { 201: { description: 'What was stored.', schema: AddedTransactions, headers: CORRELATION_HEADER } },
    errors: [userNotFound, accountNotFound, bankDataIsFixed, transactionElsewhere],
    example: { body: { transactions: exampleAccount.transactions } },
    handle: async (ctx, { params, body }) =>
      stored(201, await addTransactions(ctx, params.userId, params.accountId, body as ReceivedUpload)),
  }),
  route({
    method: 'DELETE',
    path: '/api/users/{user-id}/banking/accounts/{account-id}/transactions',
    operationId: 'deleteTransactions',
    summary: "Delete an account's transactions",
    description: 'For good. Ids that the account does not have are named in the answer.',
    tag,
    scope,
    params: AccountParams,
    body: IdList,
    outputs: { 200: { description: 'What was deleted.', schema: DeletedBankData, headers: CORRELATION_HEADER } },
    errors: [userNotFound, accountNotFound, bankDataIsFixed],
    example: { body: { ids: ['t-1'] } },
    handle: async (ctx, { params, body }) =>
      stored(200, await deleteTransactions(ctx, params.userId, params.accountId, body.ids)),
  }),
];
