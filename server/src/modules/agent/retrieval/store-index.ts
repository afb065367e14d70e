import { deserialize, serialize } from 'node:v8';
import type { RetrievalIndex } from './retrieval.types.ts';

/** Raised whenever an index of the version before would be read wrongly. */
export const INDEX_FORMAT = 2;

/** An index as bytes, to be kept or sent to another thread. */
export function encodeIndex(index: RetrievalIndex): Buffer {
  return serialize({ format: INDEX_FORMAT, index });
}

/** Reads what `encodeIndex` wrote; null when another version of the engine wrote it, so that it must be built anew. */
export function decodeIndex(bytes: Uint8Array): RetrievalIndex | null {
  const stored = deserialize(bytes) as { format: number; index: RetrievalIndex };
  return stored.format === INDEX_FORMAT ? stored.index : null;
}
