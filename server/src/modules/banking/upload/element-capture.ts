/** A growing copy of parts of the body that remembers where in the body each part stood. */

interface Segment {
  /** Index in the copy. */
  at: number;
  /** Byte of the body that was copied there. */
  offset: number;
}

export interface ElementCapture {
  bytes: Buffer;
  length: number;
  segments: Segment[];
}

const INITIAL_BYTES = 16 * 1024;

/** An empty copy; `prefix` is text that doesn't come from the body. */
export function createCapture(prefix: string): ElementCapture {
  const bytes = Buffer.allocUnsafe(INITIAL_BYTES);
  return { bytes, length: bytes.write(prefix, 'latin1'), segments: [] };
}

/** Adds `chunk[from..to)`, whose first byte is byte `offset` of the body. */
export function appendBytes(
  capture: ElementCapture,
  chunk: Uint8Array,
  from: number,
  to: number,
  offset: number,
): void {
  if (to <= from) return;
  const length = capture.length + (to - from);
  // One byte more than needed: room for the closing bracket.
  if (length >= capture.bytes.length) {
    const grown = Buffer.allocUnsafe(Math.max(capture.bytes.length * 2, length + 1));
    grown.set(capture.bytes.subarray(0, capture.length));
    capture.bytes = grown;
  }
  const last = capture.segments.at(-1);
  if (last === undefined || last.offset + (capture.length - last.at) !== offset) {
    capture.segments.push({ at: capture.length, offset });
  }
  capture.bytes.set(from === 0 && to === chunk.length ? chunk : chunk.subarray(from, to), capture.length);
  capture.length = length;
}

/** Forgets `[from..to)`, which was read, and keeps what stands before and behind. */
export function dropBytes(capture: ElementCapture, from: number, to: number): void {
  const offset = offsetOf(capture, to);
  capture.bytes.copyWithin(from, to, capture.length);
  const kept = capture.segments.filter((segment) => segment.at > to);
  capture.segments = kept.map((segment) => ({ at: segment.at - (to - from), offset: segment.offset }));
  if (to < capture.length) capture.segments.unshift({ at: from, offset });
  capture.length -= to - from;
}

/** The byte of the body that stands at `index` of the copy. */
export function offsetOf(capture: ElementCapture, index: number): number {
  let segment = capture.segments[0] ?? { at: index, offset: 0 };
  for (const next of capture.segments) if (next.at <= index) segment = next;
  return segment.offset + (index - segment.at);
}
