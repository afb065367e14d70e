import { deserialize, serialize } from 'node:v8';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { RetrievalIndex } from './retrieval.types.ts';

/** Raised whenever an index of the version before would be read wrongly. */
export const INDEX_FORMAT = 4;

/** An index as bytes, to be kept or sent to another thread. */
export function encodeIndex(index: RetrievalIndex): Uint8Array {
  return zstdCompressSync(serialize({ format: INDEX_FORMAT, index }));
}

/** Reads what `encodeIndex` wrote; null when another version of the engine wrote it, so that it must be built anew. */
export function decodeIndex(bytes: Uint8Array): RetrievalIndex | null {
  let stored: { format: number; index: RetrievalIndex };
  try {
    stored = deserialize(zstdDecompressSync(bytes));
  } catch {
    // Before format 2 it was not compressed.
    return null;
  }
  return stored.format === INDEX_FORMAT ? stored.index : null;
}
