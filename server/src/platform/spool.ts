/**
 * Files without a name, for what is too large for memory and is needed only until a request has ended: whatever happens to
 * the process, nothing is left behind.
 */
import { randomUUID } from 'node:crypto';
import { open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const READ_BYTES = 65_536;

export interface Spool {
  readonly size: number;
  write(chunk: Uint8Array): Promise<void>;
  /** From `start` to before `end` (default: all of it), as often as needed until `close`. */
  read(start?: number, end?: number): AsyncIterable<Buffer>;
  /** The file is gone then. */
  close(): Promise<void>;
}

/** Opens an empty one, readable by this process only. */
export async function openSpool(): Promise<Spool> {
  const path = join(tmpdir(), `kontor-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  await unlink(path);
  let size = 0;
  return {
    get size() {
      return size;
    },
    async write(chunk) {
      for (let at = 0; at < chunk.length; ) at += (await handle.write(chunk, at)).bytesWritten;
      size += chunk.length;
    },
    async *read(start = 0, end = size) {
      for (let at = start; at < end; ) {
        const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafeSlow(Math.min(READ_BYTES, end - at)), {
          position: at,
        });
        if (bytesRead === 0) return;
        at += bytesRead;
        yield buffer.subarray(0, bytesRead);
      }
    },
    close: () => handle.close(),
  };
}
