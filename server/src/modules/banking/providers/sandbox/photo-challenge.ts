import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const CELLS = 24;
const CELL_PX = 8;
const SIZE_PX = CELLS * CELL_PX;

/** A coloured mosaic like the ones that photoTAN readers scan, as a PNG in base64; the same for the same seed. */
export function photoChallenge(seed: string): string {
  const colours = [0xff, 0xff, 0xff, 0x1a, 0x1a, 0x1a, 0xd1, 0x2b, 0x2b, 0x1d, 0x4e, 0xd8, 0x15, 0x80, 0x3d];
  const digest = createHash('shake256', { outputLength: CELLS * CELLS })
    .update(seed)
    .digest();
  const rows: Buffer[] = [];
  for (let y = 0; y < SIZE_PX; y += 1) {
    const row = Buffer.alloc(1 + SIZE_PX * 3);
    for (let x = 0; x < SIZE_PX; x += 1) {
      const cell = Math.floor(y / CELL_PX) * CELLS + Math.floor(x / CELL_PX);
      const colour = ((digest[cell] ?? 0) % 5) * 3;
      row.set(colours.slice(colour, colour + 3), 1 + x * 3);
    }
    rows.push(row);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE_PX, 0);
  header.writeUInt32BE(SIZE_PX, 4);
  // 8 bits a channel, RGB.
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...parts]).toString('base64');
}

/** Length, type, data and checksum of a PNG chunk (ISO/IEC 15948, section 5.3). */
function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, checksum]);
}
