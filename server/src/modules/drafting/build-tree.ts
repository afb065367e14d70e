import type { Readable } from 'node:stream';
import type { Static } from 'typebox';
import { createFolder, type FolderRow, listFolders, readyDocuments, updateFolder } from '#modules/knowledge/index.ts';
import type { Context } from '#platform/context.ts';
import { AppError, invalidField } from '#platform/http/errors.ts';
import { receiveForm } from '#platform/http/multipart.ts';
import type { RawRequest } from '#platform/http/route.ts';
import { findTextProblem } from '#platform/storable-text.ts';
import { foldersUnreadable } from './drafting.errors.ts';
import type { TreePersisted } from './drafting.schemas.ts';
import { readFoldersCsv, writeFoldersCsv } from './engine/folders-csv.ts';
import { proposeFolders } from './engine/propose-folders.ts';

export const TABLE_LIMITS = { bytes: 2 * 1024 * 1024, files: 1 };

/** A table of folders for what the prompt describes; nothing is created yet. */
export async function proposeTree(ctx: Context, initPrompt: string): Promise<string> {
  const titles = (await readyDocuments(ctx)).map(({ title }) => title);
  return writeFoldersCsv(proposeFolders(initPrompt, titles));
}

/** Takes the table while it arrives. */
export async function receiveTable(chunks: Readable, { contentType }: RawRequest) {
  const form = await receiveForm(chunks, contentType, TABLE_LIMITS);
  try {
    const [file] = form.files;
    if (!file) throw invalidField('/file', 'is required: send the table of folders');
    const parts: Uint8Array[] = [];
    for await (const chunk of file.read()) parts.push(chunk);
    return { value: Buffer.concat(parts).toString('utf8'), sha256: form.sha256 };
  } finally {
    await form.release();
  }
}

/** Creates the folders of a table, all or none. Those that stand there already stay, and get a description where they had none. */
export async function persistTree(ctx: Context, table: string): Promise<Static<typeof TreePersisted>> {
  const problem = findTextProblem(table);
  if (problem) throw new AppError(foldersUnreadable, `The table ${problem}.`);
  const { folders, problems } = readFoldersCsv(table);
  if (problems.length > 0) {
    const errors = problems.map(({ line, message }) => ({ path: `/file/${line}`, message: `line ${line} ${message}` }));
    throw new AppError(
      foldersUnreadable,
      errors
        .map(({ message }) => message)
        .slice(0, 5)
        .join('; '),
      { errors },
    );
  }
  const tree = createTree(ctx, await listFolders(ctx, null));
  for (const { path, description } of folders) await tree.ensure(path, description);
  return { status: true, message: `${tree.created()} folders were created, ${tree.existing()} stood there already.` };
}

/** The tree by its paths; titles are the same however they are capitalised. */
function createTree(ctx: Context, folders: FolderRow[]) {
  const keyOf = (parentId: string | null, title: string) => `${parentId ?? ''}/${title.toLowerCase()}`;
  const known = new Map(folders.map((folder) => [keyOf(folder.parentFolderId, folder.title), folder]));
  const made = new Set<string>();
  const met = new Set<string>();
  return {
    created: () => made.size,
    existing: () => met.size,
    async ensure(path: string[], description: string) {
      let parentId: string | null = null;
      for (const [depth, title] of path.entries()) {
        const own: string = depth === path.length - 1 ? description : '';
        const key: string = keyOf(parentId, title);
        const found: Pick<FolderRow, 'folderId' | 'description'> | undefined = known.get(key);
        if (found) {
          if (!made.has(found.folderId)) met.add(found.folderId);
          if (found.description === '' && own !== '') await updateFolder(ctx, found.folderId, { description: own });
          parentId = found.folderId;
          continue;
        }
        const { id } = await createFolder(ctx, { title, description: own, parentFolderId: parentId ?? '' });
        const now = ctx.now();
        known.set(key, {
          folderId: id,
          parentFolderId: parentId,
          title,
          description: own,
          createdAt: now,
          updatedAt: now,
        });
        made.add(id);
        parentId = id;
      }
    },
  };
}
