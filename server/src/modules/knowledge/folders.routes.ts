import { botNotFound } from '#modules/bots/index.ts';
import { route } from '#platform/http/route.ts';
import { Done, MoveInto } from './articles.schemas.ts';
import { assignFolders } from './assign-folders.ts';
import {
  CreateFolder,
  Folder,
  FolderParams,
  FolderTree,
  FolderTreeQuery,
  Junctions,
  JunctionsDone,
  UpdateFolder,
} from './folders.schemas.ts';
import { getTree } from './get-tree.ts';
import { folderNotFound, treeChangeNotAllowed } from './knowledge.errors.ts';
import { createFolder, deleteFolder, moveFolder, updateFolder } from './manage-folders.ts';

const tag = 'Folders';

export const folderRoutes = [
  route({
    method: 'GET',
    path: '/v2/hc-folders/public',
    operationId: 'getFolderTree',
    summary: 'The tree of folders and live articles',
    description: 'Nested, as it is now. With `botId` only what that bot answers from.',
    tag,
    scope: 'read',
    query: FolderTreeQuery,
    outputs: { 200: { description: 'The tree.', schema: FolderTree } },
    errors: [botNotFound],
    handle: async (ctx, { query }) => ({ status: 200, body: await getTree(ctx, query.botId) }),
  }),
  route({
    method: 'POST',
    path: '/v2/hc-folders/public',
    operationId: 'createFolder',
    summary: 'Create a folder',
    description: 'Below another one, or at the top of the tree.',
    tag,
    scope: 'write',
    body: CreateFolder,
    outputs: { 201: { description: 'The folder.', schema: Folder } },
    errors: [folderNotFound],
    example: { body: { title: 'Cards', description: 'Debit and credit cards.', parentFolderId: '' } },
    handle: async (ctx, { body }) => ({ status: 201, body: await createFolder(ctx, body) }),
  }),
  route({
    method: 'PUT',
    path: '/v2/hc-folders/{folder-id}/public',
    operationId: 'updateFolder',
    summary: 'Rename or describe a folder',
    description: 'The description says what belongs into it.',
    tag,
    scope: 'write',
    params: FolderParams,
    body: UpdateFolder,
    outputs: { 200: { description: 'The folder as it is now.', schema: Folder } },
    errors: [folderNotFound],
    example: { body: { title: 'Cards and limits' } },
    handle: async (ctx, { params, body }) => ({ status: 200, body: await updateFolder(ctx, params.folderId, body) }),
  }),
  route({
    method: 'DELETE',
    path: '/v2/hc-folders/{folder-id}/public',
    operationId: 'deleteFolder',
    summary: 'Delete an empty folder',
    description: 'A folder that holds folders or articles, drafts included, stays: 406.',
    tag,
    scope: 'write',
    params: FolderParams,
    outputs: { 200: { description: 'Deleted.', schema: Done } },
    errors: [folderNotFound, treeChangeNotAllowed],
    handle: async (ctx, { params }) => ({ status: 200, body: await deleteFolder(ctx, params.folderId) }),
  }),
  route({
    method: 'PUT',
    path: '/v2/hc-folders/{folder-id}/move/public',
    operationId: 'moveFolder',
    summary: 'Move a folder',
    description: 'With all that is below it. A move under itself is a 406.',
    tag,
    scope: 'write',
    params: FolderParams,
    body: MoveInto,
    outputs: { 200: { description: 'The folder as it is now.', schema: Folder } },
    errors: [folderNotFound, treeChangeNotAllowed],
    example: { body: { parentFolderId: '' } },
    handle: async (ctx, { params, body }) => ({
      status: 200,
      body: await moveFolder(ctx, params.folderId, body.parentFolderId),
    }),
  }),
  route({
    method: 'POST',
    path: '/v2/hc-bot-folder-junctions/public',
    operationId: 'assignFolders',
    effect: 'goes-live',
    summary: 'Assign folders to bots',
    description:
      'A bot answers from the live articles of its folders and of the folders below them. Doing either action twice changes nothing.',
    tag,
    scope: 'write',
    body: Junctions,
    outputs: { 200: { description: 'Done.', schema: JunctionsDone } },
    errors: [folderNotFound, botNotFound],
    example: { body: { junctions: [{ folderId: '…', botId: '…', action: 'ADD' }] } },
    handle: async (ctx, { body }) => ({ status: 200, body: await assignFolders(ctx, body) }),
  }),
];
