/** A zip archive as the files in it: read from where it lies, unpacked while it is read, bounded in every direction. */
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { type BankFile, BankFileError } from '../bank-file.ts';

const MAX_ENTRIES = 1_000;
/** Of what one request unpacks, however many archives it brings. */
export const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;
/** Statements shrink to a tenth, sometimes a fortieth. */
const MAX_RATIO = 150;
const HARMLESS_BYTES = 1024 * 1024;
const BY_THE_WAY = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$)/;

/** How much may still be unpacked; each archive takes its part of it. */
export interface UnpackAllowance {
  bytes: number;
}

/** The files of the archive, named `archive.zip/inner.xml`. Throws BankFileError, whose file is the archive or the entry. */
export async function* openZip(archive: BankFile, allowance: UnpackAllowance): AsyncGenerator<BankFile> {
  const zip = await guard(archive, () =>
    fromRandomAccessReaderPromise(new FileReader(archive), archive.size, { autoClose: false, lazyEntries: true }),
  );
  if (zip.entryCount > MAX_ENTRIES) {
    throw new BankFileError(
      archive.name,
      null,
      `the archive has ${zip.entryCount} entries; at most ${MAX_ENTRIES} are read`,
    );
  }
  const entries = await guard(archive, () => listEntries(archive, zip, allowance));
  if (entries.length === 0) throw new BankFileError(archive.name, null, 'the archive contains no file');
  for (const entry of entries) yield fileOfEntry(archive, zip, entry);
}

async function listEntries(archive: BankFile, zip: ZipFile, allowance: UnpackAllowance): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/') || BY_THE_WAY.test(entry.fileName)) continue;
    const name = `${archive.name}/${entry.fileName}`;
    if (entry.isEncrypted()) throw new BankFileError(name, null, 'is encrypted; unpack it first');
    const { compressedSize, uncompressedSize } = entry;
    if (uncompressedSize > HARMLESS_BYTES && uncompressedSize > compressedSize * MAX_RATIO) {
      throw new BankFileError(name, null, `unpacks to more than ${MAX_RATIO} times its size, which no statement does`);
    }
    allowance.bytes -= uncompressedSize;
    if (allowance.bytes < 0) {
      const reason = `unpacks, with the archives before it, to more than ${MAX_UNPACKED_BYTES} bytes; send less at a time`;
      throw new BankFileError(archive.name, null, reason);
    }
    entries.push(entry);
  }
  return entries;
}

function fileOfEntry(archive: BankFile, zip: ZipFile, entry: Entry): BankFile {
  const name = `${archive.name}/${entry.fileName}`;
  return {
    name,
    size: entry.uncompressedSize,
    async *read(start = 0, end = entry.uncompressedSize) {
      const stream = await guard(archive, () => zip.openReadStreamPromise(entry));
      let at = 0;
      let checksum = 0;
      try {
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          checksum = crc32(chunk, checksum);
          const from = Math.max(0, start - at);
          const to = Math.min(chunk.length, end - at);
          at += chunk.length;
          if (from < to) yield chunk.subarray(from, to);
          if (at >= end && end < entry.uncompressedSize) return;
        }
        if (checksum !== entry.crc32) throw new Error('its checksum (CRC-32) is another one, so it was damaged');
      } catch (error) {
        throw asFileError({ name }, error);
      } finally {
        stream.destroy();
      }
    },
  };
}

/** The archive's own bytes for the library that reads them. */
class FileReader extends RandomAccessReader {
  readonly #file: BankFile;
  constructor(file: BankFile) {
    super();
    this.#file = file;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#file.read(start, end), { objectMode: false });
  }
}

async function guard<T>(file: BankFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asFileError(file, error);
  }
}

function asFileError(file: { name: string }, error: unknown): unknown {
  if (error instanceof BankFileError || !(error instanceof Error)) return error;
  return new BankFileError(file.name, null, `the archive can not be unpacked: ${error.message}`);
}
