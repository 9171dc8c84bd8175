import { createReadStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { MidadError } from '../../model/errors.ts';

/** A story of 4 MB would be several novels; a longer line is something else, and is not to fill the memory. */
export const longestLine = 4 * 1024 * 1024;

export interface FileLine {
  /** From 1. */
  number: number;
  /** Undefined for a line that is too long or not UTF-8. */
  text: string | undefined;
  problem?: 'too-long' | 'not-utf8';
  /** Bytes of the file read so far (compressed ones, if it is). */
  bytesRead: number;
}

export interface LineFile {
  lines: AsyncGenerator<FileLine>;
  /** Of the file; undefined for standard input. */
  size: number | undefined;
}

/**
 * Reads a file line by line with flat memory, gzip or plain (told by its first bytes, not its name). A line longer
 * than 16 MB is passed over without being kept. `-` is standard input.
 *
 * @throws MidadError `file-missing`, `file-empty`, `file-not-text`; while reading `file-denied`, and `file-truncated` after everything
 *   complete before the cut was given out.
 */
export function openLines(path: string): LineFile {
  let size: number | undefined;
  if (path !== '-') {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) throw new MidadError('file-missing', { file: path });
    if (!stat.isFile() && !stat.isFIFO() && !stat.isCharacterDevice())
      throw new MidadError('file-not-text', { file: path });
    if (stat.isFile()) {
      if (stat.size === 0) throw new MidadError('file-empty', { file: path });
      size = stat.size;
    }
  }
  return { lines: readLines(path), size };
}

async function* readLines(path: string): AsyncGenerator<FileLine> {
  const progress = { read: 0 };
  let number = 0;
  let parts: Buffer[] = [];
  let length = 0;
  let tooLong = false;

  const line = (): FileLine | undefined => {
    number++;
    const bytes = tooLong
      ? Buffer.alloc(0)
      : parts.length === 1
        ? (parts[0] ?? Buffer.alloc(0))
        : Buffer.concat(parts);
    const skip = tooLong;
    parts = [];
    length = 0;
    tooLong = false;
    const bytesRead = progress.read;
    if (skip) return { number, text: undefined, problem: 'too-long', bytesRead };
    const text = utf8(bytes);
    if (text === undefined) return { number, text, problem: 'not-utf8', bytesRead };
    return text.trim() === '' ? undefined : { number, text, bytesRead };
  };

  for await (const chunk of chunks(path, progress)) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      if (length + end - from > longestLine) {
        tooLong = true;
        parts = [];
      }
      if (!tooLong) parts.push(chunk.subarray(from, end));
      from = end + 1;
      const whole = line();
      if (whole) yield whole;
    }
    if (from < chunk.length && !tooLong) {
      parts.push(chunk.subarray(from));
      length += chunk.length - from;
      if (length > longestLine) {
        tooLong = true;
        parts = [];
      }
    }
  }
  if (length > 0 || tooLong || parts.length > 0) {
    const last = line();
    if (last) yield last;
  }
  if (number === 0) throw new MidadError('file-empty', { file: path });
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function utf8(bytes: Buffer): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The file's bytes, unpacked if they are gzip. */
async function* chunks(path: string, progress: { read: number }): AsyncGenerator<Buffer> {
  const source: Readable =
    path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 256 * 1024 });
  const iterator = counted(source, progress, path);
  const first = await iterator.next();
  if (first.done === true) throw new MidadError('file-empty', { file: path });
  const whole = resumed(first.value, iterator);
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    if (first.value.subarray(0, 4096).includes(0)) throw new MidadError('file-not-text', { file: path });
    yield* whole;
    return;
  }
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  const input = Readable.from(whole);
  input.on('error', (error) => gunzip.destroy(error));
  let checked = false;
  try {
    for await (const chunk of input.pipe(gunzip)) {
      const bytes = chunk as Buffer;
      if (!checked && bytes.subarray(0, 4096).includes(0))
        throw new MidadError('file-not-text', { file: path });
      checked = true;
      yield bytes;
    }
  } catch (error) {
    if (error instanceof MidadError) throw error;
    // zlib: «unexpected end of file», or a sum that does not fit where a download was patched together.
    const code = (error as { code?: unknown }).code;
    if (typeof code === 'string' && code.startsWith('Z_'))
      throw new MidadError('file-truncated', { file: path });
    throw error;
  } finally {
    gunzip.destroy();
    source.destroy();
  }
}

async function* counted(source: Readable, progress: { read: number }, path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of source) {
      const bytes = chunk as Buffer;
      progress.read += bytes.length;
      yield bytes;
    }
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (code === 'ENOENT') throw new MidadError('file-missing', { file: path }, { cause: error });
    if (code === 'EACCES') throw new MidadError('file-denied', { file: path }, { cause: error });
    throw error;
  }
}

async function* resumed(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
