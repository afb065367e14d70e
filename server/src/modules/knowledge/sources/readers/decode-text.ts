/**
 * Bytes to text: by byte order mark, by the charset that `hint` (a Content-Type) or an HTML `meta` names, else UTF-8 when
 * the bytes are valid UTF-8, else Windows-1252, which reads everything.
 */
export function decodeText(bytes: Uint8Array, hint?: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le') ?? '';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be') ?? '';
  const head = Buffer.from(bytes.subarray(0, 2_048)).toString('latin1');
  const named =
    /charset=["']?([\w-]+)/i.exec(hint ?? '')?.[1] ?? /<meta[^>]{0,200}charset=["']?([\w-]+)/i.exec(head)?.[1];
  return (named && decode(bytes, named)) || (decode(bytes, 'utf-8') ?? decode(bytes, 'windows-1252') ?? '');
}

/** Undefined when the charset is unknown or the bytes are not of it. */
function decode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes).replaceAll('\0', '');
  } catch {
    return undefined;
  }
}
