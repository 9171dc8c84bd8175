import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { clean } from '../../src/arabic/clean.ts';

export const antArchive = join(import.meta.dirname, '../../../shared/data/ant/articles.ndjson.gz');

/** A clean story, as its desk published it. */
export interface Gold {
  headline: string;
  paragraphs: string[];
}

const record = z.object({ title: z.string(), text: z.string() });

/** The stories of an archive, NDJSON with `title` and `text`, gzipped or not; undefined where it is absent. */
export function readGold(path: string): Gold[] | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString()
    .trim()
    .split('\n')
    .map((text): Gold => {
      const { title, text: body } = record.parse(JSON.parse(text));
      return {
        headline: clean(title.replaceAll('\n', ' ')),
        paragraphs: clean(body).split('\n').filter(Boolean),
      };
    })
    .filter(({ headline, paragraphs }) => headline !== '' && paragraphs.length > 0);
}
