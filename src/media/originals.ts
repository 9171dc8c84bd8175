import { join } from 'node:path';
import { diskFiles } from '../storage/disk.ts';
import type { FileStore } from '../storage/files.ts';
import { openFiles } from '../storage/open.ts';

/** Where the originals of a site's pictures are: its data folder, or the bucket that `MEDIA_URL` names. */
export async function openOriginals(site: {
  data: string;
  mediaUrl: string | undefined;
}): Promise<FileStore> {
  return site.mediaUrl === undefined ? diskFiles(join(site.data, 'media')) : openFiles(site.mediaUrl);
}
