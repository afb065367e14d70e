/**
 * A 32-bit number for a text (FNV-1a with a final mix): the same everywhere, well spread, not for secrets. `kind` keeps
 * texts of different kinds apart.
 */
export function hashText(text: string, kind: number): number {
  let value = kind * 0x9e3779b1;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return value ^ (value >>> 13);
}
