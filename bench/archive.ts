import { createWriteStream, createReadStream } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createGunzip, createGzip } from 'node:zlib';
import type { GeneratedStory } from './generate.ts';

/** Writes generated stories as an archive, one JSON story a line, gzipped. */
export async function writeArchive(
  path: string,
  from: number,
  to: number,
  story: (id: number) => GeneratedStory,
): Promise<void> {
  const gzip = createGzip({ level: 1 });
  const file = gzip.pipe(createWriteStream(path));
  for (let id = from; id < to; id++) {
    if (!gzip.write(`${JSON.stringify(story(id))}\n`)) await once(gzip, 'drain');
  }
  gzip.end();
  await once(file, 'finish');
}

/** Reads and parses an archive and does nothing with it: what an import is compared to. @returns stories a second. */
export async function parseRate(path: string): Promise<number> {
  const began = performance.now();
  let stories = 0;
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
    JSON.parse(line);
    stories++;
  }
  return stories / ((performance.now() - began) / 1000);
}
