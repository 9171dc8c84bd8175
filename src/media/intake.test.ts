import * as fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { pngBomb } from '../../test/support/png-bomb.ts';
import { takeIn } from './intake.ts';

const photo = (width = 300, height = 200) =>
  sharp({ create: { width, height, channels: 3, background: '#9c1733' } });
const code = (bytes: Buffer) =>
  takeIn(bytes, 'صورة.jpg').then(
    (taken) => taken.mime,
    (error: unknown) => (error as { code?: string }).code ?? error,
  );

test('pictures of the web are taken, by their bytes', async () => {
  expect(await code(await photo().jpeg().toBuffer())).toBe('image/jpeg');
  expect(await code(await photo().png().toBuffer())).toBe('image/png');
  expect(await code(await photo().webp().toBuffer())).toBe('image/webp');
  expect(await code(await photo(32, 32).avif().toBuffer())).toBe('image/avif');
  expect(await code(await photo().gif().toBuffer())).toBe('image/gif');
});

test('what is no picture, a drawing that is a program, and HEIC are not', async () => {
  for (const text of [
    '',
    'نص',
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    '%PDF-1.7',
    '<?xml version="1.0"?><svg/>',
  ])
    expect([text, await code(Buffer.from(text))]).toEqual([text, 'media-type']);
  expect(await code(await photo().tiff().toBuffer())).toBe('media-type');
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')]);
  expect(await code(heic)).toBe('media-type');
});

test('a picture that breaks half way is refused now', async () => {
  const whole = await sharp(Buffer.from(Array.from({ length: 300 * 200 * 3 }, (_, i) => (i * 7919) % 251)), {
    raw: { width: 300, height: 200, channels: 3 },
  })
    .jpeg()
    .toBuffer();
  expect(await code(whole.subarray(0, whole.length / 2))).toBe('media-damaged');
  expect(await code(whole.subarray(0, 20))).toBe('media-damaged');
});

test('a small file that unpacks to more than a camera makes is refused before it is unpacked', async () => {
  expect(await code(pngBomb())).toBe('media-too-wide');
});

test('a picture is as wide as it is looked at, and says what its file says', async () => {
  const bytes = await photo()
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      // What a camera that knows no Arabic makes of it.
      IFD0: { ImageDescription: '???? ?????' },
      IFD2: { DateTimeOriginal: '2026:10:01 08:30:00', OffsetTimeOriginal: '+03:00' },
      IFD3: { GPSLatitude: '33/1 30/1 0/1', GPSLatitudeRef: 'N' },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
       xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description>
       <dc:description><rdf:Alt><rdf:li xml:lang="x-default">ميناء الصيد القديم</rdf:li></rdf:Alt></dc:description>
       <dc:creator><rdf:Seq><rdf:li>هدى المصري</rdf:li></rdf:Seq></dc:creator>
       </rdf:Description></rdf:RDF></x:xmpmeta>`,
    )
    .jpeg()
    .toBuffer();
  expect(await takeIn(bytes, 'a.jpg')).toEqual({
    mime: 'image/jpeg',
    width: 200,
    height: 300,
    caption: 'ميناء الصيد القديم',
    credit: 'هدى المصري',
    takenAt: Date.UTC(2026, 9, 1, 5, 30),
  });
});

test('whatever the bytes, the answer is an error that a person can act on', async () => {
  const whole = await photo(40, 40).jpeg().toBuffer();
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
        fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, value]) => {
          const bytes = Buffer.from(whole);
          bytes[at] = value;
          return bytes;
        }),
      ),
      async (bytes) => {
        expect(['media-type', 'media-damaged', 'media-too-large', 'media-too-wide', 'image/jpeg']).toContain(
          await code(bytes),
        );
      },
    ),
    { numRuns: 200 },
  );
});
