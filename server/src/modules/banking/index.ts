/**
 * Bank accounts and transactions of the users: uploaded, read, searched, summarised, erased. Whoever needs a user's
 * whole history gets it here in batches, in the terms of `banking.types.ts`; changes are announced as events.
 */

import { userErasing, userExporting } from '#modules/users/index.ts';
import { react } from '#platform/events/events.ts';
import type { KontorModule } from '#platform/module.ts';
import { bankingRowsOfUser, deleteBankingOfUser } from './accounts.queries.ts';
import { accountsChanged, transactionsChanged } from './banking.events.ts';
import { bankingRoutes } from './banking.routes.ts';
import * as bankingSchemas from './banking.schemas.ts';
import { hostedPage } from './connect/index.ts';
import * as importSchemas from './import.schemas.ts';
import { consentExpiring, loginSyncCompleted, loginSyncFailed } from './logins/logins.events.ts';
import { revokeQueue, syncQueue } from './logins/logins.jobs.ts';
import { loginRoutes } from './logins/logins.routes.ts';
import * as loginSchemas from './logins/logins.schemas.ts';
import { revokeConsentsOfUser } from './logins/remove-login.ts';
import { scheduleSyncs } from './logins/schedule-syncs.ts';
import * as uploadSchemas from './upload.schemas.ts';

export { accountsChanged, transactionsChanged } from './banking.events.ts';
export { PaymentPartner } from './banking.schemas.ts';
export type { Account, Transaction } from './banking.types.ts';
export { followConnection } from './connect/follow-connection.ts';
export { webhookDataOf } from './connect/webhook-data.ts';
export { listUserAccounts } from './list-user-accounts.ts';
export { processFields } from './process-fields.ts';
export { bankProviders } from './providers/bank-providers.ts';
export { startSandbox } from './providers/sandbox/start-sandbox.ts';
export { storeStatements } from './statements/store-statements.ts';
export { storeUpload } from './store-upload.ts';
export { knownTransactions, replaceCategories, transactionsOfUser } from './transactions.queries.ts';
export { receiveUpload } from './upload/read-upload.ts';
export { expiringConsents } from './waiting.queries.ts';

export const banking: KontorModule = {
  name: 'banking',
  routes: [...bankingRoutes, ...loginRoutes, ...hostedPage.routes],
  schemas: { ...bankingSchemas, ...uploadSchemas, ...importSchemas, ...loginSchemas, ...hostedPage.schemas },
  events: [
    accountsChanged,
    transactionsChanged,
    loginSyncCompleted,
    loginSyncFailed,
    consentExpiring,
    ...hostedPage.events,
  ],
  reactions: [
    react(userErasing, async (ctx, { userKey }) => {
      await revokeConsentsOfUser(ctx, userKey);
      return deleteBankingOfUser(ctx.session, userKey);
    }),
    react(userExporting, async (ctx, { userKey }) => bankingRowsOfUser(ctx.session, userKey)),
    ...hostedPage.reactions,
  ],
  queues: [syncQueue, revokeQueue],
  schedules: [{ name: 'sync-logins', cron: '* * * * *', run: scheduleSyncs }, ...hostedPage.schedules],
};
