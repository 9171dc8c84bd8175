import { crc32, deflateSync } from 'node:zlib';

/** A PNG of a few kilobytes that says it unpacks to 30,000 by 30,000 pixels. */
export const pngBomb = (): Buffer => png(30_000, Buffer.alloc(1_000_000));

/** A PNG of `side` × `side` black pixels, all of them there: 1,600 megapixels are 200 KB. */
export const blankPng = (side: number): Buffer => png(side, Buffer.alloc((side / 8 + 1) * side));

/** @param rows one bit a pixel, grey, each row behind its filter byte. */
function png(side: number, rows: Buffer): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
