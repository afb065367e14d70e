/**
 * Bodies of `multipart/form-data`: files go to disk while they arrive, so that neither their size nor a slow sender costs
 * memory or a connection.
 */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import { openSpool, type Spool } from '../spool.ts';
import { AppError, bodyTooLarge, invalidField, unsupportedMediaType, validationFailed } from './errors.ts';

export interface ReceivedFile {
  field: string;
  /** As the sender calls it, without a path. */
  name: string;
  size: number;
  /** From `start` to before `end`, as often as needed until `release`. */
  read(start?: number, end?: number): AsyncIterable<Uint8Array>;
}

export interface ReceivedForm {
  files: ReceivedFile[];
  /** Fields that are no files; of one that stands twice, the last. */
  fields: Map<string, string>;
  /** Of names and contents: the boundary between the parts is another one each time. */
  sha256: string;
  /** Closes the files, which are gone then. */
  release(): Promise<void>;
}

export interface FormLimits {
  /** Of the body as a whole. */
  bytes: number;
  files: number;
}

const MAX_FIELDS = 20;
const MAX_FIELD_BYTES = 65_536;

interface SpooledFile {
  field: string;
  name: string;
  sha256: string;
  spool: Spool;
}

/** Rejects with `validation_failed`, `unsupported_media_type` or `body_too_large`; then nothing is kept. */
export async function receiveForm(chunks: Readable, contentType: string, limits: FormLimits): Promise<ReceivedForm> {
  const spooled: SpooledFile[] = [];
  const release = async () => {
    await Promise.all(
      spooled
        .splice(0)
        .filter(Boolean)
        .map((file) => file.spool.close()),
    );
  };
  try {
    const fields = await receiveParts(chunks, contentType, limits, spooled);
    const hash = createHash('sha256');
    for (const [name, value] of fields) hash.update(JSON.stringify([name, value]));
    for (const { field, name, sha256 } of spooled) hash.update(JSON.stringify([field, name, sha256]));
    return { files: spooled.map(readable), fields, sha256: hash.digest('hex'), release };
  } catch (error) {
    await release();
    throw error;
  }
}

async function receiveParts(
  chunks: Readable,
  contentType: string,
  limits: FormLimits,
  spooled: SpooledFile[],
): Promise<Map<string, string>> {
  const fields = new Map<string, string>();
  const saving: Promise<void>[] = [];
  const streams: Readable[] = [];
  const refuse = (error: AppError) => busboy.destroy(error);
  const busboy = createBusboy(contentType, limits);
  busboy.on('field', (name, value, nameTruncated, valueTruncated) => {
    if (nameTruncated || valueTruncated)
      refuse(invalidField(`/${name}`, `must not have more than ${MAX_FIELD_BYTES} bytes`));
    fields.set(name, value);
  });
  busboy.on('file', (field, stream, name) => {
    // A part that ends early says so on its own stream too, and nobody may be reading it any more.
    stream.on('error', () => undefined);
    streams.push(stream);
    saving.push(
      spool(field, name ?? '', stream, saving.length, spooled).catch(
        (error: unknown) => void busboy.destroy(error as Error),
      ),
    );
  });
  busboy.on('filesLimit', () =>
    refuse(invalidField('/file', `at most ${limits.files} files are taken in one request`)),
  );
  busboy.on('fieldsLimit', () => refuse(invalidField('/', `at most ${MAX_FIELDS} fields are taken`)));
  let bytes = 0;
  const count = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > limits.bytes)
        throw new AppError(
          bodyTooLarge,
          `The body is larger than the ${limits.bytes} bytes that this call takes; send it in several requests.`,
        );
      yield chunk;
    }
  };
  try {
    await pipeline(chunks, count, busboy);
  } catch (error) {
    for (const stream of streams) stream.destroy();
    await Promise.allSettled(saving);
    if (error instanceof AppError) throw error;
    throw new AppError(validationFailed, `The body is no complete form: ${(error as Error).message}.`, {
      cause: error,
    });
  }
  await Promise.all(saving);
  return fields;
}

function createBusboy(contentType: string, limits: FormLimits) {
  try {
    return Busboy({
      headers: { 'content-type': contentType },
      limits: { files: limits.files, fields: MAX_FIELDS, fieldSize: MAX_FIELD_BYTES },
      isPartAFile: (_field, _type, name) => name !== undefined,
    });
  } catch (error) {
    throw new AppError(unsupportedMediaType, `The body is no multipart/form-data: ${(error as Error).message}.`);
  }
}

async function spool(
  field: string,
  name: string,
  stream: Readable,
  place: number,
  spooled: SpooledFile[],
): Promise<void> {
  const file: SpooledFile = { field, name, sha256: '', spool: await openSpool() };
  spooled[place] = file;
  const hash = createHash('sha256');
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    await file.spool.write(chunk);
  }
  file.sha256 = hash.digest('hex');
}

const readable = ({ field, name, spool: { size, read } }: SpooledFile): ReceivedFile => ({ field, name, size, read });
