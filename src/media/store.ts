import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import sharp from 'sharp';
import { cropFor } from '../model/crop.ts';
import { MidadError } from '../model/errors.ts';
import { diskFiles } from '../storage/disk.ts';
import type { FileStore } from '../storage/files.ts';
import { type Crop, cropShapes, type CropShape, type Media } from '../model/site.ts';

/** Widths that pages ask for; nothing else is made, so that nobody can fill the disk by asking. */
export const renditionWidths = [320, 640, 960, 1280, 1920] as const;

const rendition = new RegExp(
  `^(${renditionWidths.join('|')})(?:-(${cropShapes.join('|')}))?\\.(webp|jpg|avif)$`,
);
const extensions: Record<Media['mime'], string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
};
const types: Record<string, string> = { webp: 'image/webp', jpg: 'image/jpeg', avif: 'image/avif' };
/** 100 megapixels: above any camera a paper buys, below what exhausts a small machine. */
export const mostPixels = 100_000_000;
/** What a message says of bytes. */
export const inMegabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
/** A drawing may be small and take for ever; pictures from cameras take two seconds. */
const mostSeconds = 15;
/** Originals that could not be read are not tried again; so many are remembered. */
const mostBroken = 10_000;

/** An upload that has arrived and was not yet looked over. */
export interface Arrival {
  sha256: string;
  /** Where its bytes wait; `keep` or `discard` takes it away. */
  path: string;
}

/**
 * Originals and renditions on disk. Originals are named by the SHA-256 of their bytes; a rendition is made once, on
 * first asking, and kept.
 */
export class MediaStore {
  readonly #root: string;
  readonly #originals: FileStore;
  readonly #making = new Map<string, Promise<Rendition | undefined>>();
  readonly #broken = new Set<string>();
  /** Renditions that are made before anybody asks, one after the other. */
  readonly #ahead: { media: Media; name: string }[] = [];
  #working: Promise<void> | undefined;
  #closed = false;
  readonly #onError: (error: unknown, path: string) => void;

  constructor(dataDir: string, options: MediaStoreOptions = {}) {
    this.#root = join(dataDir, 'media');
    this.#originals = options.originals ?? diskFiles(this.#root);
    this.#onError = options.onError ?? (() => {});
  }

  /** Keeps the bytes of an original. @returns its SHA-256, hex. Writing the same bytes twice changes nothing. */
  async put(bytes: Buffer, mime: Media['mime']): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const path = originalPath(sha256, mime);
    if (!(await this.#originals.has(path))) await this.#originals.write(path, bytes, { type: mime });
    return sha256;
  }

  /**
   * Takes an upload from its stream to disk, so that no number of them fills the memory.
   *
   * @param most bytes; more than these end it at once.
   * @throws MidadError `media-too-large` (params file as given, megabytes); `disk-full`; whatever the stream throws when its sender leaves.
   */
  async receive(
    stream: AsyncIterable<Uint8Array>,
    { most, file }: { most: number; file: string },
  ): Promise<Arrival> {
    const path = join(this.#root, 'incoming', randomUUID());
    const hash = createHash('sha256');
    let bytes = 0;
    await mkdir(dirname(path), { recursive: true });
    try {
      await pipeline(
        stream,
        async function* counted(chunks: AsyncIterable<Uint8Array>) {
          for await (const chunk of chunks) {
            bytes += chunk.length;
            if (bytes > most) throw new MidadError('media-too-large', { file, megabytes: inMegabytes(most) });
            hash.update(chunk);
            yield chunk;
          }
        },
        createWriteStream(path, { flags: 'wx' }),
      );
    } catch (error) {
      await rm(path, { force: true });
      if (['ENOSPC', 'EDQUOT'].includes(String((error as NodeJS.ErrnoException).code)))
        throw new MidadError('disk-full', {}, { cause: error });
      throw error;
    }
    return { sha256: hash.digest('hex'), path };
  }

  /** Makes an arrival an original; the same bytes twice are one. */
  async keep({ sha256, path }: Arrival, mime: Media['mime']): Promise<void> {
    await this.#originals.take(path, originalPath(sha256, mime), { type: mime });
  }

  async discard({ path }: Arrival): Promise<void> {
    await rm(path, { force: true });
  }

  /** What was arriving when the program was killed goes. Only by the process that takes uploads, before it takes any. */
  async sweep(): Promise<void> {
    await rm(join(this.#root, 'incoming'), { recursive: true, force: true });
  }

  /** Makes the renditions that pages will ask for, in the background and one at a time; those there already cost nothing. */
  prepare(media: Media): void {
    this.#ahead.push(...namesFor(media).map((name) => ({ media, name })));
    this.#working ??= this.#workAhead().finally(() => {
      this.#working = undefined;
    });
  }

  async #workAhead(): Promise<void> {
    for (let next = this.#ahead.shift(); next !== undefined && !this.#closed; next = this.#ahead.shift())
      await this.rendition(next.media, next.name);
  }

  /** Lets the rendition at hand be finished; the others are made when they are asked for. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#working;
    await Promise.all(this.#making.values());
  }

  /**
   * A rendition by its name in an address (`640.webp`, or `640-r32.webp` of what stands in a shape), never wider
   * than the original.
   * @returns bytes and type; undefined for a name that is not offered, and an original that is not there or no picture.
   */
  async rendition(media: Media, name: string): Promise<Rendition | undefined> {
    const [, width = '', shape, format = ''] = rendition.exec(name) ?? [];
    if (width === '') return undefined;
    const crop = shape === undefined ? undefined : cropFor(media, shape as CropShape);
    if (shape !== undefined && crop === undefined) return undefined;
    const cut =
      crop === undefined ? '' : `-${[crop.x, crop.y, crop.width, crop.height].map(permille).join('-')}`;
    const path = join(
      this.#root,
      'renditions',
      media.sha256.slice(0, 2),
      `${media.sha256}${cut}-${width}.${format}`,
    );
    const type = types[format] ?? 'application/octet-stream';
    const kept = await readFile(path).catch(() => undefined);
    if (kept !== undefined) return { bytes: kept, type };
    if (this.#broken.has(path)) return undefined;
    const running = this.#making.get(path);
    if (running !== undefined) return running;
    const made = this.#make(media, { width: Number(width), format, crop }, path).finally(() =>
      this.#making.delete(path),
    );
    this.#making.set(path, made);
    return made;
  }

  async #make(media: Media, wanted: Wanted, path: string): Promise<Rendition | undefined> {
    const original = await this.#originals
      .read(originalPath(media.sha256, media.mime))
      .catch((error: unknown) => {
        this.#onError(error, media.sha256);
      });
    if (original === undefined) return undefined;
    let bytes: Buffer;
    try {
      bytes = await scaled(original, media, wanted);
    } catch (error) {
      this.#onError(error, path);
      if (this.#broken.size < mostBroken) this.#broken.add(path);
      return undefined;
    }
    // A full disk keeps nobody from seeing the picture.
    await writeWhole(path, bytes).catch((error: unknown) => this.#onError(error, path));
    return { bytes, type: types[wanted.format] ?? 'application/octet-stream' };
  }

  /** Removes an original and everything made of it: for what the law removes. */
  async erase({ sha256, mime }: Pick<Media, 'sha256' | 'mime'>): Promise<void> {
    await this.#originals.remove(originalPath(sha256, mime));
    const folder = join(this.#root, 'renditions', sha256.slice(0, 2));
    for (const name of await readdir(folder).catch(() => []))
      if (name.startsWith(sha256)) await rm(join(folder, name), { force: true });
  }
}

/** Of an original, within its store. */
const originalPath = (sha256: string, mime: Media['mime']) =>
  `originals/${sha256.slice(0, 2)}/${sha256}.${extensions[mime]}`;

export interface MediaStoreOptions {
  /** Where originals are; the data folder unless said. Renditions are always in it: they can be made again. */
  originals?: FileStore;
  /** Told of originals that are no pictures or too large, and of renditions that could not be kept. */
  onError?: (error: unknown, path: string) => void;
}

/** Every rendition that a page may name: see `reader/components/picture.ts`. */
function namesFor(media: Media): string[] {
  const shapes = ['', ...cropShapes.filter((shape) => cropFor(media, shape)).map((shape) => `-${shape}`)];
  const widths = renditionWidths.filter((width, i) => i === 0 || width <= media.width);
  return ['webp', 'avif'].flatMap((format) =>
    widths.flatMap((width) => shapes.map((shape) => `${width}${shape}.${format}`)),
  );
}

interface Wanted {
  width: number;
  format: string;
  crop: Crop | undefined;
}

const permille = (part: number) => Math.round(part * 1000);

/** @throws what sharp throws: not a picture, too many pixels, too long. */
async function scaled(original: Buffer, media: Media, { width, format, crop }: Wanted): Promise<Buffer> {
  const vector = media.mime === 'image/svg+xml';
  const picture = sharp(original, {
    limitInputPixels: mostPixels,
    ...(vector ? { density: Math.max(1, Math.min(300, (72 * width) / media.width)) } : {}),
  })
    .autoOrient()
    .timeout({ seconds: mostSeconds });
  if (crop !== undefined && !vector) {
    // Whole pixels inside the picture, at least one.
    const left = Math.min(media.width - 1, Math.round(crop.x * media.width));
    const top = Math.min(media.height - 1, Math.round(crop.y * media.height));
    picture.extract({
      left,
      top,
      width: Math.max(1, Math.min(media.width - left, Math.round(crop.width * media.width))),
      height: Math.max(1, Math.min(media.height - top, Math.round(crop.height * media.height))),
    });
  }
  picture.resize({ width, withoutEnlargement: !vector });
  if (format === 'jpg') picture.flatten({ background: '#fafaf8' }).jpeg({ quality: 82, mozjpeg: true });
  // An eighth larger than by the library's own effort (4), in a twelfth of the time: 0.9 s for the widest on one core.
  else if (format === 'avif') picture.avif({ quality: 55, effort: 2 });
  else picture.webp({ quality: 80 });
  return picture.toBuffer();
}

export interface Rendition {
  bytes: Buffer;
  type: string;
}

/** Beside and renamed, so that nobody ever reads half a file. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}-${Date.now()}`;
  await writeFile(beside, bytes);
  await rename(beside, path);
}
