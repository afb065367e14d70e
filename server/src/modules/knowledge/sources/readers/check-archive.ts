import { finished } from 'node:stream/promises';
import { fromBufferPromise } from 'yauzl';
import { UnreadableDocument } from '../source.types.ts';

const MOST_UNPACKED_BYTES = 100 * 1024 * 1024;

/**
 * Unpacks a zip archive once without keeping anything, so that the library that reads it meets nothing that fills the memory.
 * What an archive says of its sizes is held against what it really unpacks to. Throws `UnreadableDocument`.
 */
export async function checkArchive(bytes: Uint8Array): Promise<void> {
  let unpacked = 0;
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (unpacked > MOST_UNPACKED_BYTES) break;
      // yauzl ends a stream with an error as soon as it is longer than the archive says.
      await finished((await zip.openReadStreamPromise(entry)).resume());
    }
  } catch (error) {
    throw new UnreadableDocument('The file is no Word document (.docx), or it is damaged.', { cause: error });
  }
  if (unpacked > MOST_UNPACKED_BYTES) {
    throw new UnreadableDocument('The document unpacks to more than 100 MB. Save it without what it has embedded.');
  }
}
