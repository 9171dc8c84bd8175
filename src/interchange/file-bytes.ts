import { createReadStream, statSync } from 'node:fs';
import { MidadError } from '../model/errors.ts';

/**
 * All bytes of a file or of standard input (`-`).
 * @param limit in bytes; a file over it is refused before anything is read, standard input once it is over.
 * @throws MidadError `file-missing`, `file-denied`, `file-empty`, `file-not-text` (a folder), `file-too-large` (params size, limit in MB).
 */
export async function fileBytes(path: string, limit: number): Promise<Uint8Array> {
  const megabytes = (size: number): number => Math.ceil(size / 1_048_576);
  const tooLarge = (size: number): MidadError =>
    new MidadError('file-too-large', { file: path, size: megabytes(size), limit: megabytes(limit) });
  if (path !== '-') {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) throw new MidadError('file-missing', { file: path });
    if (stat.isDirectory()) throw new MidadError('file-not-text', { file: path });
    if (stat.isFile() && stat.size === 0) throw new MidadError('file-empty', { file: path });
    if (stat.size > limit) throw tooLarge(stat.size);
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of path === '-' ? process.stdin : createReadStream(path)) {
      const bytes = chunk as Buffer;
      size += bytes.length;
      if (size > limit) throw tooLarge(size);
      parts.push(bytes);
    }
  } catch (error) {
    if ((error as { code?: unknown }).code === 'EACCES')
      throw new MidadError('file-denied', { file: path }, { cause: error });
    throw error;
  }
  return Buffer.concat(parts);
}
