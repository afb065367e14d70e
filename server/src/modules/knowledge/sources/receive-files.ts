import type { Readable } from 'node:stream';
import type { Context } from '#platform/context.ts';
import { sha256Hex, uuidv7 } from '#platform/crypto/random.ts';
import { AppError, type FieldError, invalidField } from '#platform/http/errors.ts';
import { type ReceivedFile, receiveForm } from '#platform/http/multipart.ts';
import type { RawRequest } from '#platform/http/route.ts';
import { cutText, findTextProblem } from '#platform/storable-text.ts';
import { insertDocumentFile, registerDocuments } from './documents.queries.ts';
import { readDocumentQueue } from './read-document.queue.ts';
import { kindOfFile, MIME_TYPES } from './readers/read-file.ts';
import { fileUnreadable } from './sources.errors.ts';

export const FILE_LIMITS = { bytes: 50 * 1024 * 1024, files: 20 };

export interface UploadedFile {
  name: string;
  content: Buffer;
}

/** Takes the form while it arrives. Refuses what is of no kind that is read, so that nobody waits to learn it. */
export async function receiveFiles(chunks: Readable, { contentType }: RawRequest) {
  const form = await receiveForm(chunks, contentType, FILE_LIMITS);
  try {
    if (form.files.length === 0) throw invalidField('/file', 'is required: send one or more files');
    const value: UploadedFile[] = [];
    const errors: FieldError[] = [];
    for (const [n, file] of form.files.entries()) {
      const content = await bytesOf(file);
      const problem = findTextProblem(file.name) ?? (kindOfFile(file.name, content) === null ? UNKNOWN_KIND : null);
      if (problem) errors.push({ path: `/file/${n}`, message: `"${file.name.slice(0, 200)}" ${problem}` });
      value.push({ name: cutText(file.name, 300), content });
    }
    if (errors.length > 0)
      throw new AppError(fileUnreadable, errors.map(({ message }) => message).join(' '), { errors });
    return { value, sha256: form.sha256 };
  } finally {
    await form.release();
  }
}

const UNKNOWN_KIND =
  'is of no kind that is read: send Markdown, HTML, text, PDF, DOCX, or CSV of questions and answers.';

async function bytesOf(file: ReceivedFile): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.read()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Registers files by their names, to be read by jobs. A file of the same name takes the place of the one before. */
export async function addFiles(ctx: Context, files: UploadedFile[]) {
  const distinct = [...new Map(files.map((file) => [file.name, file])).values()];
  const nowMs = ctx.now().getTime();
  const answer = { addedDocumentIds: [] as string[], updatedDocumentIds: [] as string[] };
  for (const { name, content } of distinct) {
    const kind = kindOfFile(name, content);
    const [row] = await registerDocuments(ctx.session, ctx.workspaceId, [
      {
        documentId: uuidv7(nowMs),
        source: 'file',
        externalId: name || sha256Hex(content),
        originalUrl: null,
        title: name,
        mimeType: kind && MIME_TYPES[kind],
        object: 'file',
      },
    ]);
    if (!row) throw new Error(`The file ${name} was not registered`);
    await insertDocumentFile(ctx.session, ctx.workspaceId, { documentId: row.documentId, name, content });
    await ctx.jobs.send(ctx, readDocumentQueue, { workspaceId: ctx.workspaceId, documentId: row.documentId });
    answer[row.isNew ? 'addedDocumentIds' : 'updatedDocumentIds'].push(row.documentId);
  }
  return answer;
}
