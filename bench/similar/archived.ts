import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** A story of the archive that is measured on. */
export interface ArchivedStory {
  id: number;
  title: string;
  abstract: string;
  text: string;
  category: string;
  published: string;
}

/** Reads NDJSON, gzipped. */
export async function readArchive(path: string): Promise<ArchivedStory[]> {
  const stories: ArchivedStory[] = [];
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) }))
    stories.push(JSON.parse(line) as ArchivedStory);
  return stories;
}
