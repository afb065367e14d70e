/**
 * The customers' end users: persons and companies, their expiry, erasure and export. Other modules find a user here,
 * take its lock before they store something about it, and answer `userErasing` and `userExporting` for their tables.
 */
import type { KontorModule } from '#platform/module.ts';
import { expireUsers } from './expire-users.ts';
import { userCreated, userDeleted, userExpired } from './users.events.ts';
import { userRoutes } from './users.routes.ts';
import * as schemas from './users.schemas.ts';

export { createUser } from './create-user.ts';
export { ensureUser } from './ensure-user.ts';
export { expireUsers } from './expire-users.ts';
export { findCustomer, requireCustomer } from './find-customer.ts';
export { listUsers } from './list-users.ts';
export { findUser, findUserByKey, lockUser, lockUserByKey, requireUser } from './require-user.ts';
export { ambiguousCustomer, noSuchUser, userNotFound } from './users.errors.ts';
export { userErasing, userExporting } from './users.events.ts';
export type { ActiveUser } from './users.queries.ts';
export { UserParams } from './users.schemas.ts';
export { countUsers } from './users-count.queries.ts';

export const users: KontorModule = {
  name: 'users',
  routes: userRoutes,
  schemas,
  events: [userCreated, userDeleted, userExpired],
  schedules: [{ name: 'expire-users', cron: '* * * * *', run: expireUsers }],
};
