import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

/*
 * A backup file is gzip around frames, each "<kind> <bytes>\n<payload>\n":
 *
 *   header  JSON BackupHeader
 *   table   JSON TableHeader    } for each table,
 *   data    COPY text, any part }   parents before the
 *   rows    number of rows      }   tables that refer to them
 *   end     JSON BackupEnd
 *   sha256  hex digest of all bytes before this frame
 *
 * `zcat file | less` shows everything; the digest at the end tells a complete file from a cut or altered one.
 */
export const BACKUP_VERSION = 1;

export type FrameKind = 'header' | 'table' | 'data' | 'rows' | 'end' | 'sha256';
export type Frame = { kind: FrameKind; payload: Buffer };

export type BackupHeader = {
  format: 'kontor-backup';
  version: number;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** As in schema_migrations; a backup only fits a database with exactly these. */
  migrations: { name: string; checksum: string }[];
};

export type TableHeader = { schema: string; name: string; columns: string[]; partitions: Partition[] };

export type Partition = {
  schema: string;
  name: string;
  parentSchema: string;
  parentName: string;
  /** As PostgreSQL prints it: `FOR VALUES FROM (…) TO (…)`. */
  bound: string;
  /** Has what a new partition would not inherit: partitions of its own, or indexes only on it. */
  special: boolean;
};

export type SequenceState = { schema: string; name: string; lastValue: string; isCalled: boolean };
export type BackupEnd = { sequences: SequenceState[] };

/** The file is not a backup, or not a whole one; nothing was changed. */
export class BackupFileError extends Error {
  override name = 'BackupFileError';
}

// A row can be large; a reader should need little memory all the same.
const MAX_DATA_BYTES = 1024 * 1024;
const MAX_FRAME_BYTES = 16 * MAX_DATA_BYTES;
const MAX_FRAME_LINE_BYTES = 32;
const FRAME_LINE = /^(header|table|data|rows|end|sha256) (\d{1,10})$/;

/** The bytes of a backup (before compression) with its digest at the end. */
export async function* encodeFrames(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  const digest = createHash('sha256');
  for await (const { kind, payload } of frames) {
    for (const part of kind === 'data' ? split(payload) : [payload]) {
      const bytes = encodeFrame(kind, part);
      digest.update(bytes);
      yield bytes;
    }
  }
  yield encodeFrame('sha256', Buffer.from(digest.digest('hex')));
}

/** A frame whose payload is JSON. */
export function jsonFrame(kind: FrameKind, content: unknown): Frame {
  return { kind, payload: Buffer.from(JSON.stringify(content)) };
}

/** The content of a JSON frame. */
export function parseFrame(frame: Frame): unknown {
  try {
    return JSON.parse(frame.payload.toString());
  } catch (cause) {
    throw new BackupFileError(`The ${frame.kind} of the backup cannot be read; the file was altered.`, { cause });
  }
}

function* split(data: Buffer): Generator<Buffer> {
  for (let at = 0; at < data.length; at += MAX_DATA_BYTES) yield data.subarray(at, at + MAX_DATA_BYTES);
}

function encodeFrame(kind: FrameKind, payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${kind} ${payload.length}\n`), payload, Buffer.from('\n')]);
}

/** Reads the frames of a backup file up to its digest, which it checks. Throws BackupFileError for any other file. */
export async function* readFrames(path: string): AsyncGenerator<Frame, void, undefined> {
  const gunzip = createGunzip({ chunkSize: 65_536 });
  const feeding = pipeline(createReadStream(path), gunzip).catch(() => undefined);
  try {
    const reader = createByteReader(gunzip);
    const digest = createHash('sha256');
    for (;;) {
      const { line, kind, bytes } = parseFrameLine(await reader.line());
      const payload = await reader.exactly(bytes);
      const newline = await reader.exactly(1);
      if (kind !== 'sha256') {
        digest.update(line).update('\n').update(payload).update(newline);
        yield { kind, payload };
      } else {
        if (digest.digest('hex') !== payload.toString()) throw new BackupFileError('its checksum does not match');
        if (!(await reader.atEnd())) throw new BackupFileError('something follows its end');
        return;
      }
    }
  } catch (error) {
    throw asBackupFileError(path, error as NodeJS.ErrnoException);
  } finally {
    gunzip.destroy();
    await feeding;
  }
}

function parseFrameLine(line: string): { line: string; kind: FrameKind; bytes: number } {
  const match = FRAME_LINE.exec(line);
  const bytes = Number(match?.[2]);
  if (!match || bytes > MAX_FRAME_BYTES) throw new BackupFileError('its content is not what a backup has');
  return { line, kind: match[1] as FrameKind, bytes };
}

function asBackupFileError(path: string, error: NodeJS.ErrnoException): Error {
  // Errors of the file system (ENOENT, EACCES) say what they mean by themselves.
  if (error.syscall) return error;
  const about = error instanceof BackupFileError || error.code?.startsWith('Z_');
  return about
    ? new BackupFileError(`${path} is not a complete Kontor backup (${error.message}); nothing was restored.`, {
        cause: error,
      })
    : error;
}

function createByteReader(source: AsyncIterable<Buffer>) {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);

  async function more(): Promise<boolean> {
    const next = await chunks.next();
    if (next.done) return false;
    rest = rest.length === 0 ? next.value : Buffer.concat([rest, next.value]);
    return true;
  }

  return {
    /** Up to the next newline, which is taken too. */
    async line(): Promise<string> {
      for (;;) {
        const end = rest.indexOf(10);
        if (end > MAX_FRAME_LINE_BYTES || (end < 0 && rest.length > MAX_FRAME_LINE_BYTES)) {
          throw new BackupFileError('its content is not what a backup has');
        }
        if (end >= 0) {
          const line = rest.toString('latin1', 0, end);
          rest = rest.subarray(end + 1);
          return line;
        }
        if (!(await more())) throw new BackupFileError('it ends too early');
      }
    },
    async exactly(bytes: number): Promise<Buffer> {
      while (rest.length < bytes) if (!(await more())) throw new BackupFileError('it ends too early');
      const taken = rest.subarray(0, bytes);
      rest = rest.subarray(bytes);
      return taken;
    },
    async atEnd(): Promise<boolean> {
      return rest.length === 0 && !(await more());
    },
  };
}
