import { route } from '#platform/http/route.ts';
import { createUser } from './create-user.ts';
import { deleteUser } from './delete-user.ts';
import { exportUser } from './export-user.ts';
import { listUsers } from './list-users.ts';
import { presentUser } from './present-user.ts';
import { requireUser } from './require-user.ts';
import { updateUser } from './update-user.ts';
import { emailTaken, externalIdTaken, userNotFound } from './users.errors.ts';
import { selectUser } from './users.queries.ts';
import {
  CreateUser,
  ErasedUser,
  ListUsersQuery,
  UpdateUser,
  User,
  UserExport,
  UserList,
  UserParams,
} from './users.schemas.ts';

const tag = 'Users';
const scope = 'users';

export const userRoutes = [
  route({
    method: 'POST',
    path: '/api/users',
    operationId: 'createUser',
    summary: 'Create a user',
    description:
      'A person or a company whose bank data will be analysed. Store the `userId`: every other call of this user carries it. With `expiresIn` the user deletes itself.',
    tag,
    scope,
    body: CreateUser,
    outputs: { 201: { description: 'The user.', schema: User } },
    errors: [externalIdTaken, emailTaken],
    example: { body: { type: 'person', automaticAnalysis: 'suspended', expiresIn: 'P7D' } },
    async handle(ctx, { body }) {
      const user = await createUser(ctx, body);
      return { status: 201, body: user, headers: { location: `/api/users/${user.userId}` } };
    },
  }),
  route({
    method: 'GET',
    path: '/api/users',
    operationId: 'listUsers',
    summary: 'List users',
    description:
      'Newest first. `externalId` and `email` find one of your own customers, `search` those of whom you know a part of the name.',
    tag,
    scope,
    query: ListUsersQuery,
    outputs: { 200: { description: 'A page.', schema: UserList } },
    async handle(ctx, { query }) {
      return { status: 200, body: await listUsers(ctx, query) };
    },
  }),
  route({
    method: 'GET',
    path: '/api/users/{user-id}',
    operationId: 'getUser',
    summary: 'Get a user',
    description: 'The stored facts about the user itself; its bank data has calls of its own.',
    tag,
    scope,
    params: UserParams,
    outputs: { 200: { description: 'The user.', schema: User } },
    errors: [userNotFound],
    async handle(ctx, { params }) {
      const { userKey } = await requireUser(ctx, params.userId);
      return { status: 200, body: presentUser(await selectUser(ctx.session, userKey)) };
    },
  }),
  route({
    method: 'PATCH',
    path: '/api/users/{user-id}',
    operationId: 'updateUser',
    summary: 'Change a user',
    description: 'Fields that are left out stay as they are; null clears one. `type` and `userId` can not change.',
    tag,
    scope,
    params: UserParams,
    body: UpdateUser,
    outputs: { 200: { description: 'The user as it is now.', schema: User } },
    errors: [userNotFound, externalIdTaken, emailTaken],
    example: { body: { automaticAnalysis: 'active' } },
    async handle(ctx, { params, body }) {
      return { status: 200, body: await updateUser(ctx, params.userId, body) };
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/users/{user-id}',
    operationId: 'deleteUser',
    summary: 'Erase a user',
    description: 'Deletes the user with every row about it, at once and for good, and says what was erased.',
    tag,
    scope,
    params: UserParams,
    outputs: { 200: { description: 'What was erased.', schema: ErasedUser } },
    errors: [userNotFound],
    async handle(ctx, { params }) {
      return { status: 200, body: await deleteUser(ctx, params.userId) };
    },
  }),
  route({
    method: 'GET',
    path: '/api/users/{user-id}/export',
    operationId: 'exportUser',
    summary: 'Export everything about a user',
    description:
      'All that is stored about the user as one JSON document: what the GDPR calls access and portability (articles 15 and 20).',
    tag,
    scope,
    session: 'snapshot',
    params: UserParams,
    outputs: { 200: { description: 'The document.', schema: UserExport } },
    errors: [userNotFound],
    async handle(ctx, { params }) {
      return { status: 200, body: exportUser(ctx, params.userId) };
    },
  }),
];
