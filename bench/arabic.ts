import { indexTerms } from '../src/arabic/analyse.ts';
import { clean } from '../src/arabic/clean.ts';
import { dayKey, parseDate } from '../src/arabic/dates.ts';
import { hostileUnits, textFunctions } from '../src/arabic/fixtures/text-functions.ts';
import { storyGenerator } from './generate.ts';
import { wordDistribution } from './words.ts';

/**
 * `npm run bench:arabic`: throughput of every function of the text library on generated stories, megabytes of UTF-8 a second,
 * medians of five rounds on one core, beside a bare walk over the same code units, which is the least that any scan costs on
 * this machine; then hostile texts of half a megabyte and of one, whose times must grow as the texts do.
 */
const STORIES = 1000;
const ROUNDS = 5;
const SHORT = new Set(['queryTerms', 'soundOf', 'slug', 'parseNumber', 'parseDate']);

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
const marked = texts.map((t) => t.replaceAll(' ', ' \u200f'));
measure('clean (with marks)', marked, (t) => clean(t).length);
measure('analysis', texts, (t) => indexTerms(t).length);
for (const { name, run } of textFunctions) {
  // What reads whole stories; the others take a headline, a query or a date.
  const all = SHORT.has(name) ? headlines : texts;
  measure(SHORT.has(name) ? `${name} (headline)` : name, all, (t) => (run(t) === undefined ? 0 : 1));
}

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

console.log(
  '\nhostile texts: the slowest of each function, CPU time of 0.5 MB and of 1 MB, and their ratio (linear: 2)',
);
const cpu = (work: () => unknown): number => {
  const before = process.cpuUsage();
  if (work() === null) sink++;
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
/** Half a megabyte of code units; times under this many ms say nothing about growth. */
const HALF = 524_288;
const TELLING = 40;
for (const { name, run } of textFunctions) {
  let worst = { half: 0, whole: 0, unit: '' };
  let steepest = { ratio: 0, unit: '' };
  for (const unit of hostileUnits) {
    const whole = unit.repeat(Math.ceil((2 * HALF) / unit.length));
    // A flat string: built by repetition it would be flattened within the first measurement.
    const flat = Buffer.from(whole, 'utf16le').toString('utf16le');
    const half = cpu(() => run(flat.slice(0, HALF)));
    const all = cpu(() => run(flat));
    if (all > worst.whole) worst = { half, whole: all, unit };
    if (half >= TELLING && all / half > steepest.ratio) steepest = { ratio: all / half, unit };
  }
  const ratio = worst.half >= TELLING ? (worst.whole / worst.half).toFixed(1) : '–';
  const steep = steepest.ratio > 0 ? `${steepest.ratio.toFixed(1)} on ${JSON.stringify(steepest.unit)}` : '–';
  console.log(
    `${name.padEnd(22)}${worst.half.toFixed(0).padStart(8)} ms${worst.whole.toFixed(0).padStart(8)} ms  ratio ${ratio.padStart(5)}  on ${JSON.stringify(worst.unit).padEnd(14)} steepest ${steep}`,
  );
}
if (!Number.isFinite(sink)) throw new Error('A measured function returned no number');
