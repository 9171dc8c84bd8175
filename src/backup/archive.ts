import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough, Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { extract, pack } from 'tar-stream';
import type { z } from 'zod';
import { MidadError } from '../model/errors.ts';
import type { OpenedFile } from '../storage/files.ts';

/** The last file of a backup: the SHA-256 of every other, as `sha256sum --check` reads them. */
const sumsName = 'SHA256SUMS';

/** What goes into an archive. */
export interface Part {
  name: string;
  size: number;
  /** Opened when its turn comes; undefined when it is gone meanwhile, and is left out. */
  open(): Promise<AsyncIterable<Uint8Array> | undefined>;
}

/**
 * A tar archive (POSIX pax) as a stream, its sums last; compressed as `name` ends: `.gz`, `.zst`, else not at all.
 *
 * @param onBytes told how many bytes of the parts went in.
 * @throws Error from the stream when a part is not as long as it said.
 */
export function archived(
  name: string,
  parts: AsyncIterable<Part>,
  onBytes: (count: number) => void = () => {},
): AsyncIterable<Uint8Array> {
  const tar = pack();
  const out = new PassThrough();
  fill(tar, parts, onBytes).catch((error: unknown) => tar.destroy(error as Error));
  const compressing = /\.t?gz$/.test(name)
    ? [createGzip({ level: 3 })]
    : name.endsWith('.zst')
      ? [createZstdCompress()]
      : [];
  // What fails anywhere ends the stream with that error.
  pipeline([Readable.from(tar), ...compressing, out]).catch(() => {});
  return out;
}

async function fill(
  tar: ReturnType<typeof pack>,
  parts: AsyncIterable<Part>,
  onBytes: (count: number) => void,
): Promise<void> {
  let sums = '';
  for await (const { name, size, open } of parts) {
    const stream = await open();
    if (stream === undefined) continue;
    const hash = createHash('sha256');
    const added = Promise.withResolvers<void>();
    const entry = tar.entry({ name, size, mode: 0o600 }, (error) =>
      error ? added.reject(error) : added.resolve(),
    ) as unknown as Writable;
    added.promise.catch(() => {});
    for await (const chunk of stream) {
      hash.update(chunk);
      onBytes(chunk.length);
      if (!entry.write(chunk)) await Promise.race([once(entry, 'drain'), added.promise]);
    }
    entry.end();
    await added.promise;
    sums += `${hash.digest('hex')}  ${name}\n`;
  }
  tar.entry({ name: sumsName, mode: 0o600 }, sums);
  tar.finalize();
}

/** A file of an archive, as it comes. Its stream must be read before the next one is asked for, or nothing of it. */
export interface Extracted {
  name: string;
  size: number;
  stream: AsyncIterable<Uint8Array>;
}

/**
 * The files of an archive, in order, while their sums are reckoned; whichever way it is compressed. When it ends without an
 * error, every byte is as it was when the archive was made, none is missing and none was added.
 *
 * @param file its name, for messages.
 * @param onProgress bytes of the file read so far, of how many.
 * @throws MidadError `backup-damaged`.
 */
export async function* extracted(
  file: string,
  opened: OpenedFile,
  onProgress: (done: number, total: number) => void = () => {},
): AsyncGenerator<Extracted, void, undefined> {
  const damaged = (detail: string, cause?: unknown) =>
    new MidadError('backup-damaged', { file, detail }, { cause });
  const asDamage = (error: unknown) =>
    error instanceof MidadError
      ? error
      : damaged(error instanceof Error ? error.message : String(error), error);
  const sums = new Map<string, string>();
  let stated: string | undefined;
  try {
    const untar = extract();
    const feeding = feed(counted(opened, onProgress), untar);
    for await (const entry of untar) {
      const { name, size = 0, type } = entry.header;
      if (type !== 'file' || !/^[\w][\w./-]*$/.test(name) || name.includes('..'))
        throw damaged(`${name}: unexpected`);
      const hash = createHash('sha256');
      const stream = hashed(entry as AsyncIterable<Uint8Array>, hash, asDamage);
      if (name === sumsName) {
        stated = '';
        for await (const chunk of stream) stated += Buffer.from(chunk).toString('utf8');
        continue;
      }
      yield { name, size, stream };
      // What nobody read is read here: the sum is asked of all.
      for await (const _ of stream);
      sums.set(name, hash.digest('hex'));
    }
    await feeding;
  } catch (error) {
    throw asDamage(error);
  }
  if (stated === undefined) throw damaged('cut off');
  const lines = stated.split('\n').filter(Boolean);
  if (lines.length !== sums.size) throw damaged(`${lines.length} ≠ ${sums.size}`);
  for (const line of lines) {
    const [sum = '', name = ''] = line.split('  ', 2);
    if (sums.get(name) !== sum) throw damaged(name);
  }
}

async function* counted(
  { stream, size }: OpenedFile,
  onProgress: (done: number, total: number) => void,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of stream) {
    onProgress((read += chunk.length), size);
    yield chunk;
  }
}

/** A part that says what the archive is. */
export function jsonPart(name: string, value: object): Part {
  const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  return { name, size: bytes.length, open: async () => whole() };
}

/** What such a part says. @throws MidadError `backup-damaged` for what is not of the schema. */
export async function jsonOf<T>(file: string, { name, stream }: Extracted, schema: z.ZodType<T>): Promise<T> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  try {
    return schema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  } catch (cause) {
    throw new MidadError('backup-damaged', { file, detail: name }, { cause });
  }
}

/** Whoever reads a part meets the archive's faults there. */
async function* hashed(
  stream: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
  asDamage: (error: unknown) => unknown,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) {
      hash.update(chunk);
      yield chunk;
    }
  } catch (error) {
    throw asDamage(error);
  }
}

/** Puts the bytes into the extractor, decompressed by what they begin with. */
async function feed(bytes: AsyncIterable<Uint8Array>, untar: ReturnType<typeof extract>): Promise<void> {
  try {
    const { first, all } = await peeked(bytes);
    const decompressing = isGzip(first) ? [createGunzip()] : isZstd(first) ? [createZstdDecompress()] : [];
    await pipeline([Readable.from(all), ...decompressing, into(untar)]);
  } catch (error) {
    untar.destroy(error as Error);
  }
}

/** The extractor is no stream of Node's own. */
function into(untar: ReturnType<typeof extract>): Writable {
  return new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      if (untar.destroyed) done(new Error('closed'));
      else if (untar.write(chunk)) done();
      else {
        const go = () => {
          untar.off('drain', go);
          untar.off('close', go);
          done();
        };
        untar.once('drain', go);
        untar.once('close', go);
      }
    },
    final(done) {
      (untar as unknown as Writable).end();
      done();
    },
  });
}

const isGzip = (first: Uint8Array) => first[0] === 0x1f && first[1] === 0x8b;
const isZstd = (first: Uint8Array) => Buffer.from(first.subarray(0, 4)).toString('hex') === '28b52ffd';

async function peeked(bytes: AsyncIterable<Uint8Array>) {
  const iterator = bytes[Symbol.asyncIterator]();
  const begun = await iterator.next();
  const first = begun.done === true ? new Uint8Array() : begun.value;
  async function* all() {
    if (begun.done !== true) yield first;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  }
  return { first, all: all() };
}
