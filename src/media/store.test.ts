import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Media } from '../model/site.ts';
import { MediaStore } from './store.ts';

let folder = '';
let store: MediaStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'midad-'));
  store = new MediaStore(folder);
});
afterEach(() => rm(folder, { recursive: true }));

/** Left half red, right half blue. */
async function halves(): Promise<Media> {
  const half = (background: string) =>
    sharp({ create: { width: 400, height: 400, channels: 3, background } })
      .png()
      .toBuffer();
  const bytes = await sharp({ create: { width: 800, height: 400, channels: 3, background: '#000' } })
    .composite([
      { input: await half('#f00'), left: 0, top: 0 },
      { input: await half('#00f'), left: 400, top: 0 },
    ])
    .withExif({ IFD3: { GPSLatitude: '33/1 30/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();
  const sha256 = await store.put(bytes, 'image/jpeg');
  return { id: 'm1', sha256, mime: 'image/jpeg', width: 800, height: 400, alt: 'نصفان' };
}

test('what is served says nothing of where it was taken', async () => {
  const media = await halves();
  for (const name of ['320.webp', '320.jpg', '320.avif']) {
    const { bytes } = (await store.rendition(media, name)) ?? { bytes: Buffer.alloc(0) };
    const { exif, xmp, iptc } = await sharp(bytes).metadata();
    expect([name, exif, xmp, iptc]).toEqual([name, undefined, undefined, undefined]);
  }
});

test('a shape that an editor cut out is a picture of its own, and changes with the cut', async () => {
  const media = await halves();
  expect(await store.rendition(media, '320-r11.webp')).toBeUndefined();
  const colour = async (x: number) => {
    const crops = { r11: { x, y: 0, width: 0.5, height: 1 } };
    const { bytes } = (await store.rendition({ ...media, crops }, '320-r11.webp')) ?? {
      bytes: Buffer.alloc(0),
    };
    const { dominant } = await sharp(bytes).stats();
    const { width, height } = await sharp(bytes).metadata();
    return { width, height, red: dominant.r > 200, blue: dominant.b > 200 };
  };
  expect(await colour(0)).toEqual({ width: 320, height: 320, red: true, blue: false });
  expect(await colour(0.5)).toEqual({ width: 320, height: 320, red: false, blue: true });
});

test('a shape shows what the focus is on, as far as the picture reaches', async () => {
  const media = await halves();
  const colours = async (x: number) => {
    const { bytes } = (await store.rendition({ ...media, focus: { x, y: 0.5 } }, '320-r11.avif')) ?? {
      bytes: Buffer.alloc(0),
    };
    const { dominant } = await sharp(bytes).stats();
    const { width, height } = await sharp(bytes).metadata();
    return [width, height, dominant.r > 200, dominant.b > 200];
  };
  expect(await colours(0)).toEqual([320, 320, true, false]);
  expect(await colours(0.9)).toEqual([320, 320, false, true]);
  // Of the shape already: nothing to cut.
  expect(await store.rendition({ ...media, focus: { x: 0, y: 0 } }, '320-r21.webp')).toBeUndefined();
});

test('what pages will ask for is made before anybody asks, and is ended with the program', async () => {
  const media = { ...(await halves()), focus: { x: 0, y: 0 } };
  store.prepare(media);
  const kept = async () => (await readdir(join(folder, 'media/renditions', media.sha256.slice(0, 2)))).length;
  // Two widths, in two formats, whole and in two shapes.
  await expect.poll(() => kept().catch(() => 0), { timeout: 20_000 }).toBe(12);
  store.prepare({ ...media, focus: { x: 1, y: 1 } });
  await store.close();
  expect(await kept()).toBeLessThan(16);
});

test('only what is offered is made', async () => {
  const media = await halves();
  for (const name of ['321.webp', '320.gif', '320-r99.webp', '../320.webp', '320.webp/..', ''])
    expect([name, await store.rendition(media, name)]).toEqual([name, undefined]);
});
