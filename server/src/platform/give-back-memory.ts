/**
 * Frees a buffer now, not when the collector comes to it; it is empty afterwards. One that shares its memory with others,
 * as small ones do, is left alone.
 */
export function giveBackMemory({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
