import { closeSync, copyFileSync, openSync, readSync, statSync, truncateSync } from 'node:fs';

const MAX_LOG_BYTES = 8 * 1024 * 1024;
const TAIL_BYTES = 4096;

/** Size of the log now, to be able to show later only what came after; 0 when there is none. */
export function logSize(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Opens the log for appending. The descriptor goes to PostgreSQL, which keeps logging even while Node is busy or dead. */
export function openLog(path: string): number {
  return openSync(path, 'a', 0o600);
}

/**
 * Keeps the log bounded: beyond 8 MiB its content moves to `<path>.1` and it starts anew. Copy and truncate instead of
 * rename, because PostgreSQL holds the file open; it appends, so it goes on at the new end.
 */
export function limitLog(path: string): void {
  if (logSize(path) <= MAX_LOG_BYTES) return;
  copyFileSync(path, `${path}.1`);
  truncateSync(path, 0);
}

/** The last lines written after `fromByte`, at most 4 KiB; the explanation of a failure that PostgreSQL itself gave. */
export function logTail(path: string, fromByte: number): string {
  const size = logSize(path);
  const start = Math.max(fromByte > size ? 0 : fromByte, size - TAIL_BYTES);
  if (size === start) return '(PostgreSQL wrote nothing to its log)';
  const descriptor = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(size - start);
    return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, buffer.length, start)).trim();
  } finally {
    closeSync(descriptor);
  }
}
