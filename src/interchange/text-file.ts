import { createReadStream, statSync } from 'node:fs';
import { MidadError } from '../model/errors.ts';
import { decode } from './encoding.ts';

/** Some twenty novels; what is larger is no text to be looked at in one piece. */
export const largestText = 64 * 1024 * 1024;

export interface TextAsItStands {
  text: string;
  /** WHATWG name. */
  encoding: string;
}

/**
 * The text of a file or of standard input (`-`), letter by letter: UTF-8 keeps its byte order mark and line ends. Another
 * encoding (UTF-16, windows-1256, ISO-8859-6) is recognised, and loses its mark.
 * @throws MidadError `file-missing`, `file-denied`, `file-empty`, `file-not-text`, `file-too-large`, `file-encoding`.
 */
export async function readTextAsItStands(path: string): Promise<TextAsItStands> {
  const bytes = await bytesOf(path);
  if (!bytes.subarray(0, 4096).includes(0)) {
    try {
      return {
        text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
        encoding: 'utf-8',
      };
    } catch {
      // Another encoding, or damaged.
    }
  }
  const { text, encoding } = decode(bytes, path);
  return { text, encoding };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  if (path !== '-') {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) throw new MidadError('file-missing', { file: path });
    if (stat.isDirectory()) throw new MidadError('file-not-text', { file: path });
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of path === '-' ? process.stdin : createReadStream(path)) {
      const bytes = chunk as Buffer;
      size += bytes.length;
      if (size > largestText) {
        const [shown, limit] = [size, largestText].map((n) => `${Math.ceil(n / 1_048_576)} MB`);
        throw new MidadError('file-too-large', { file: path, size: shown ?? '', limit: limit ?? '' });
      }
      parts.push(bytes);
    }
  } catch (error) {
    if ((error as { code?: unknown }).code === 'EACCES')
      throw new MidadError('file-denied', { file: path }, { cause: error });
    throw error;
  }
  if (size === 0) throw new MidadError('file-empty', { file: path });
  return Buffer.concat(parts);
}
