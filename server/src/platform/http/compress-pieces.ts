import { pipeline, Readable } from 'node:stream';
import { constants, createGzip, createZstdCompress } from 'node:zlib';

const takes = (header: string, coding: string): boolean =>
  new RegExp(`(^|[,\\s])${coding}\\s*(;(?!\\s*q=0(\\.0*)?\\s*(,|$))|,|$)`).test(header);

/**
 * A long text in the coding that the client takes (RFC 9110, 12.5.3), Zstandard before gzip, with the headers that say so;
 * as it is for who takes neither. Fast rather than small: the processor is what others wait for.
 */
export function compressPieces(
  pieces: AsyncGenerator<string>,
  acceptEncoding: string | string[] | undefined,
): { body: AsyncGenerator<string | Buffer>; headers: Record<string, string> } {
  const header = String(acceptEncoding ?? '');
  const vary = 'accept-encoding';
  if (takes(header, 'zstd')) {
    const zstd = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 1 } });
    return { body: through(pieces, zstd), headers: { vary, 'content-encoding': 'zstd' } };
  }
  if (takes(header, 'gzip')) {
    return { body: through(pieces, createGzip({ level: 1 })), headers: { vary, 'content-encoding': 'gzip' } };
  }
  return { body: pieces, headers: { vary } };
}

/** Ends `pieces` when nobody reads on; fails as they fail. */
async function* through(pieces: AsyncGenerator<string>, coder: NodeJS.ReadWriteStream): AsyncGenerator<Buffer> {
  // What goes wrong is told to who reads.
  yield* pipeline(Readable.from(pieces), coder, () => undefined) as AsyncIterable<Buffer>;
}
