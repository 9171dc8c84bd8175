import { indexTerms, terms } from '../src/arabic/analyse.ts';
import { isolate } from '../src/arabic/bidi.ts';
import { clean } from '../src/arabic/clean.ts';
import { dayKey, parseDate } from '../src/arabic/dates.ts';
import { fold, foldWithOffsets } from '../src/arabic/fold.ts';
import { slug } from '../src/arabic/slug.ts';
import { tokens } from '../src/arabic/tokens.ts';
import { countWords } from '../src/arabic/words.ts';
import { storyGenerator } from './generate.ts';
import { wordDistribution } from './words.ts';

/**
 * Throughput of the text library on generated stories: megabytes of UTF-8 a second, medians of five rounds, beside a
 * bare walk over the same code units, which is the least that any scan costs on this machine.
 */
const STORIES = 2000;
const ROUNDS = 5;

const distribution = await wordDistribution();
const story = storyGenerator(distribution);
const texts: string[] = [];
const headlines: string[] = [];
for (let id = 1; id <= STORIES; id++) {
  const s = story(id);
  texts.push(`${s.title}\n${s.abstract}\n${s.text}`);
  headlines.push(s.title);
}
const bytesOf = (all: readonly string[]) => all.reduce((sum, t) => sum + Buffer.byteLength(t), 0);
let sink = 0;

function measure(name: string, all: readonly string[], work: (text: string) => number): void {
  const rounds: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now();
    for (const text of all) sink += work(text);
    // The first round warms up.
    if (round > 0) rounds.push(performance.now() - start);
  }
  const ms = rounds.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN;
  const perSecond = (all.length / ms) * 1000;
  console.log(
    `${name.padEnd(22)}${(bytesOf(all) / 1e3 / ms).toFixed(1).padStart(8)} MB/s${Math.round(perSecond).toLocaleString('en-US').padStart(12)} texts/s`,
  );
}

console.log(
  `${STORIES} generated stories, ${(bytesOf(texts) / 1e6).toFixed(1)} MB; words from ${distribution.source}`,
);
measure('bare walk', texts, (t) => {
  let sum = 0;
  for (let i = 0; i < t.length; i++) sum += t.charCodeAt(i);
  return sum;
});
measure('clean (already clean)', texts, (t) => clean(t).length);
const marked = texts.map((t) => t.replaceAll(' ', ' \u200f'));
measure('clean (with marks)', marked, (t) => clean(t).length);
measure('fold', texts, (t) => fold(t).length);
measure('foldWithOffsets', texts, (t) => foldWithOffsets(t).offsets.length);
measure('tokens', texts, (t) => tokens(t).length);
measure('terms', texts, (t) => terms(t).length);
measure('indexTerms', texts, (t) => indexTerms(t).length);
measure('countWords', texts, countWords);
measure('isolate', texts, (t) => isolate(t).length);
measure('slug', headlines, (t) => slug(t).length);

const times = Array.from({ length: 200_000 }, (_, i) => 1.2e12 + i * 1.7e6);
const start = performance.now();
for (const at of times) sink += dayKey(at, 'Africa/Cairo').length;
console.log(
  `${'dayKey'.padEnd(22)}${(((performance.now() - start) * 1e6) / times.length).toFixed(0).padStart(8)} ns each`,
);
const dates = ['2015-08-05T10:30:00Z', 'الأربعاء 5 أغسطس 2015', '05/08/2015 14:20'];
const before = performance.now();
for (let i = 0; i < 30_000; i++) {
  sink += parseDate(dates[i % dates.length] ?? '', { timeZone: 'Asia/Damascus' }) ?? 0;
}
console.log(
  `${'parseDate'.padEnd(22)}${(((performance.now() - before) * 1e6) / 30_000).toFixed(0).padStart(8)} ns each`,
);
if (!Number.isFinite(sink)) throw new Error('A measured function returned no number');
