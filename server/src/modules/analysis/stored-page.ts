import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** The fastest: higher ones take longer and make such texts hardly smaller. */
const OPTIONS = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/**
 * A page as it is stored: Zstandard (RFC 8878), which takes a tenth of the time that PostgreSQL's own compression takes
 * and makes half its size. Synchronously, since a page takes 0.1 ms, less than handing it to a thread.
 */
export const packPage = (text: string): Buffer => zstdCompressSync(text, OPTIONS);

/** The UTF-8 of what `packPage` was given. */
export const unpackPage = (stored: Buffer): Buffer => zstdDecompressSync(stored);
