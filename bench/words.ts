import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** Where the distribution comes from: an archive of real stories if one is at hand, else the demo's own stories. */
const archive = join(import.meta.dirname, '../../shared/data/ant/articles.ndjson.gz');
const demoStories = join(import.meta.dirname, '../demo/stories');

/** Words with how often each stood in real newspaper text, commonest first. */
export interface WordDistribution {
  source: string;
  words: string[];
  counts: Float64Array;
}

/**
 * Counts the words of real stories. Where only the demo's few thousand words are at hand, the tail is continued by
 * Heaps' and Zipf's laws with words built from Arabic roots and patterns, so that rare words are as many as in life.
 */
export async function wordDistribution(): Promise<WordDistribution> {
  const counts = new Map<string, number>();
  const add = (text: string) => {
    for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  const real = existsSync(archive);
  if (real) {
    const lines = createInterface({ input: createReadStream(archive).pipe(createGunzip()) });
    for await (const line of lines) add((JSON.parse(line) as { text: string }).text);
  } else {
    for (const file of readdirSync(demoStories))
      add(readFileSync(join(demoStories, file), 'utf8').replace(/"\w+":/g, ''));
    addTail(counts);
  }
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1]);
  return {
    source: real ? 'an archive of 10,161 real stories' : 'the demo stories, with a tail by Zipf’s law',
    words: sorted.map(([word]) => word),
    counts: Float64Array.from(sorted, ([, count]) => count),
  };
}

const letters = 'بتجحدرزسشصطعفقكلمنهوي';
const patterns = [
  'فاعل',
  'مفعول',
  'فعيل',
  'تفعيل',
  'مفاعلة',
  'استفعال',
  'انفعال',
  'فعالة',
  'أفعال',
  'متفاعل',
];

function addTail(counts: Map<string, number>): void {
  const known = counts.size;
  let rank = known;
  for (const a of letters) {
    for (const b of letters) {
      for (const c of letters) {
        const pattern = patterns[rank % patterns.length] ?? 'فعل';
        const word = pattern.replace('ف', a).replace('ع', b).replace('ل', c);
        if (!counts.has(word)) counts.set(word, Math.max(0.05, known / rank / 4));
        rank++;
      }
    }
  }
}
