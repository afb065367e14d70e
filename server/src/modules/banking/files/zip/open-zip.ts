/** A zip archive as the files in it: read from where it lies, unpacked while it is read, bounded in every direction. */
import { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import { type BankFile, BankFileError } from '../bank-file.ts';

const MAX_ENTRIES = 1_000;
const MAX_TOTAL_BYTES = 256 * 1024 * 1024;
/** Statements shrink to a tenth, sometimes a fortieth. */
const MAX_RATIO = 150;
const HARMLESS_BYTES = 1024 * 1024;
const BY_THE_WAY = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$)/;

/** The files of the archive, named `archive.zip/inner.xml`. Throws BankFileError, whose file is the archive or the entry. */
export async function* openZip(archive: BankFile): AsyncGenerator<BankFile> {
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
  const entries = await guard(archive, () => listEntries(archive, zip));
  if (entries.length === 0) throw new BankFileError(archive.name, null, 'the archive contains no file');
  for (const entry of entries) yield fileOfEntry(archive, zip, entry);
}

async function listEntries(archive: BankFile, zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  let totalBytes = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/') || BY_THE_WAY.test(entry.fileName)) continue;
    const name = `${archive.name}/${entry.fileName}`;
    if (entry.isEncrypted()) throw new BankFileError(name, null, 'is encrypted; unpack it first');
    const { compressedSize, uncompressedSize } = entry;
    if (uncompressedSize > HARMLESS_BYTES && uncompressedSize > compressedSize * MAX_RATIO) {
      throw new BankFileError(name, null, `unpacks to more than ${MAX_RATIO} times its size, which no statement does`);
    }
    totalBytes += uncompressedSize;
    if (totalBytes > MAX_TOTAL_BYTES) {
      throw new BankFileError(archive.name, null, `the archive unpacks to more than ${MAX_TOTAL_BYTES} bytes`);
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
      try {
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          const from = Math.max(0, start - at);
          const to = Math.min(chunk.length, end - at);
          at += chunk.length;
          if (from < to) yield chunk.subarray(from, to);
          if (at >= end) break;
        }
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
