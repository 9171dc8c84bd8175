import { basename, dirname, resolve } from 'node:path';
import { diskFiles } from './disk.ts';
import type { FileStore } from './files.ts';

/** The store that an address or a folder names. The client for S3 is loaded by those who use it. @throws MidadError `bad-option`. */
export async function openFiles(place: string, environment = process.env): Promise<FileStore> {
  if (!place.startsWith('s3:')) return diskFiles(place);
  const { s3Files } = await import('./s3.ts');
  return s3Files(place, environment);
}

/** One file by its whole address: the store that it is in, and its path there. */
export async function openPlace(place: string): Promise<{ files: FileStore; path: string }> {
  if (!place.startsWith('s3:')) return { files: diskFiles(dirname(resolve(place))), path: basename(place) };
  const [address = '', options] = place.split('?', 2);
  const cut = address.lastIndexOf('/');
  const query = options === undefined ? '' : `?${options}`;
  return { files: await openFiles(address.slice(0, cut) + query), path: address.slice(cut + 1) };
}
