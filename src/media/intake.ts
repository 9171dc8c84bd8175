import { readFile } from 'node:fs/promises';
import ExifReader from 'exifreader';
import sharp, { type Metadata } from 'sharp';
import { clean } from '../arabic/clean.ts';
import { MidadError } from '../model/errors.ts';
import type { Media } from '../model/site.ts';
import { inMegabytes, mostPixels } from './store.ts';

/** What an upload is, and what its file says of itself. */
export interface Intake {
  mime: Exclude<Media['mime'], 'image/svg+xml'>;
  /** As it is looked at, after the camera's turn. */
  width: number;
  height: number;
  caption?: string;
  credit?: string;
  /** ms since the epoch. */
  takenAt?: number;
}

/** A raw picture of the largest cameras is less; what a desk gets by mail is a tenth of it. */
export const mostUploadBytes = 50 * 1024 * 1024;

const mimes = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  heif: 'image/avif',
} as const;

/** Decoding a picture that is worth publishing takes less. */
const mostSeconds = 20;

/**
 * Looks an upload over: by its bytes, never by its name or by what the browser calls it. It is decoded once in full, so that
 * a picture that breaks half way is refused now and not found by a reader. SVG is refused: it is a program.
 *
 * What the file says of itself (IPTC, XMP and EXIF, in this order) is read here and nowhere served: renditions are made
 * without it, GPS above all.
 *
 * @param file its name, for the message.
 * @throws MidadError `media-type`; `media-too-large` (more than 50 MB), `media-too-wide` (more than 100 megapixels over all frames); `media-damaged`.
 */
export async function takeIn(bytes: Buffer, file: string): Promise<Intake> {
  if (bytes.length > mostUploadBytes)
    throw new MidadError('media-too-large', { file, megabytes: inMegabytes(mostUploadBytes) });
  const options = { limitInputPixels: mostPixels, failOn: 'error' as const };
  let about: Metadata;
  try {
    about = await sharp(bytes, options).metadata();
  } catch (cause) {
    if (/pixel limit/i.test(String(cause)))
      throw new MidadError('media-too-wide', { file, megapixels }, { cause });
    throw new MidadError(looksLikePicture(bytes) ? 'media-damaged' : 'media-type', { file }, { cause });
  }
  const mime = mimes[about.format as keyof typeof mimes] as Intake['mime'] | undefined;
  // Of the HEIF family only AVIF is read; HEIC is under patents and not in the library.
  if (mime === undefined || (about.format === 'heif' && about.compression !== 'av1'))
    throw new MidadError('media-type', { file });
  const frames = about.pages ?? 1;
  if (about.width * (about.pageHeight ?? about.height) * frames > mostPixels)
    throw new MidadError('media-too-wide', { file, megapixels });
  try {
    await sharp(bytes, { ...options, animated: frames > 1 })
      .resize({ width: 64 })
      .timeout({ seconds: mostSeconds })
      .raw()
      .toBuffer();
  } catch (cause) {
    throw new MidadError('media-damaged', { file }, { cause });
  }
  const { width, height } = about.autoOrient;
  return { mime, width, height, ...(await saidByFile(bytes)) };
}

/** Uploads are looked over one after the other: each takes a core and, decoded, some hundred megabytes. */
let turn: Promise<unknown> = Promise.resolve();

/** `takeIn` of a file, when its turn comes. */
export function takeInFile(path: string, file: string): Promise<Intake> {
  const mine = turn.then(async () => takeIn(await readFile(path), file));
  turn = mine.catch(() => {});
  return mine;
}

const megapixels = mostPixels / 1_000_000;

/** First bytes of what we would take if it were whole. */
function looksLikePicture(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 12).toString('latin1');
  return /^(\xff\xd8\xff|\x89PNG|GIF8|RIFF....WEBP|....ftypavi[fs])/s.test(head);
}

/** Caption, credit and date, as far as the file has them; never fails for what a file says. */
async function saidByFile(bytes: Buffer): Promise<Pick<Intake, 'caption' | 'credit' | 'takenAt'>> {
  let tags: Record<string, { description?: unknown; value?: unknown } | undefined>;
  try {
    tags = (await ExifReader.load(bytes, { async: true })) as typeof tags;
  } catch {
    return {};
  }
  const said = (names: readonly string[], most: number): string | undefined => {
    for (const name of names) {
      const description = tags[name]?.description;
      const text = typeof description === 'string' ? clean(description).slice(0, most) : '';
      // «???» is what a program that knows no Arabic wrote.
      if (/[^?\s]/.test(text)) return text;
    }
    return undefined;
  };
  const caption = said(['Caption/Abstract', 'description', 'ImageDescription'], 2000);
  const credit = said(['Credit', 'By-line', 'creator', 'Artist', 'Copyright Notice', 'Copyright'], 300);
  const takenAt = momentOf(
    said(['DateTimeOriginal', 'CreateDate', 'DateTime'], 40),
    said(['OffsetTimeOriginal', 'OffsetTime'], 10),
  );
  return {
    ...(caption !== undefined && { caption }),
    ...(credit !== undefined && { credit }),
    ...(takenAt !== undefined && { takenAt }),
  };
}

/** `2026:10:01 08:30:00` of EXIF (2.32, 4.6.5) or XMP's ISO form; without an offset as if it were UTC, for want of better. */
function momentOf(text: string | undefined, offset: string | undefined): number | undefined {
  const found = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?/.exec(text ?? '');
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second = '00'] = found;
  const zone = /^[+-]\d\d:\d\d$/.test(offset ?? '') ? offset : 'Z';
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(at) ? undefined : at;
}
