import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { EntityKind } from '../src/arabic/entities/entity.ts';
import { findEntities } from '../src/arabic/entities/find-entities.ts';
import { buildGazetteer } from '../src/arabic/entities/gazetteer.ts';
import { knownCandidate, matchAt } from '../src/arabic/entities/known.ts';
import { startAfter, textWords } from '../src/arabic/entities/text-words.ts';
import { machine, table } from './table.ts';

/**
 * `npm run bench:entities [FOLDER]`: precision and recall of people, places and organisations on labelled stories
 * (bench/labels), beside a baseline that only looks words up in the same gazetteer, and the speed of both. FOLDER holds
 * `ant/articles.ndjson.gz`.
 */
interface Span {
  kind: EntityKind;
  start: number;
  end: number;
}
interface Found extends Span {
  certain: boolean;
}
interface Labelled {
  id: number;
  set: 'open' | 'held-out' | 'late';
  entities: Span[];
  optional?: { start: number; end: number }[];
}

const kinds = ['person', 'place', 'organisation'] as const;
const folder = process.argv[2] ?? join(import.meta.dirname, '../../shared/data');
const file = join(folder, 'ant/articles.ndjson.gz');
if (!existsSync(file)) {
  process.stderr.write(
    `No stories to measure on: ${file} is missing. Give the folder: npm run bench:entities -- FOLDER\n`,
  );
  process.exit(1);
}
const texts = new Map(
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: number; text: string })
    .map(({ id, text }) => [id, text]),
);
const labelled = readFileSync(join(import.meta.dirname, 'labels/entities.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Labelled);

const gazetteer = buildGazetteer();

/** Every name of the gazetteer, the longest at each word; ambiguous ones are uncertain. No rules. */
function lookUp(text: string): Found[] {
  const words = textWords(text);
  const found: Found[] = [];
  for (let i = 0; i < words.length; i++) {
    const match = matchAt(gazetteer, words, i);
    const first = words[i];
    if (match === undefined || first === undefined) continue;
    const { kind, certain } = knownCandidate(text, words, match, i);
    const end = words[match.to - 1]?.end ?? first.end;
    found.push({ kind, certain, start: startAfter(text, first, match.letters), end });
    i = match.to - 1;
  }
  return found;
}

class Score {
  labels = 0;
  found = 0;
  reported = 0;
  right = 0;
  exact = 0;

  add(other: Score): void {
    this.labels += other.labels;
    this.found += other.found;
    this.reported += other.reported;
    this.right += other.right;
    this.exact += other.exact;
  }
}

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;
const within = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  b.start <= a.start && a.end <= b.end;

function score(kind: EntityKind, label: Labelled, found: readonly Found[]): Score {
  const result = new Score();
  const optional = label.optional ?? [];
  const wanted = label.entities.filter((entity) => entity.kind === kind);
  result.labels = wanted.length;
  result.found = wanted.filter((one) => found.some((f) => f.kind === kind && overlap(f, one))).length;
  for (const one of found) {
    if (one.kind !== kind) continue;
    const same = wanted.find((entity) => overlap(entity, one));
    const spare =
      optional.some((span) => within(one, span)) ||
      (kind === 'place' && label.entities.some((e) => e.kind === 'organisation' && within(one, e)));
    if (same === undefined && spare) continue;
    result.reported++;
    if (same === undefined) continue;
    result.right++;
    const bounds = same.start === one.start && same.end === one.end;
    if (bounds || optional.some((span) => within(one, span) && overlap(span, same))) result.exact++;
  }
  return result;
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));
const methods: [string, (text: string) => Found[]][] = [
  ['look-up', lookUp],
  ['rules', (text) => findEntities(text, gazetteer)],
];
const print = (text: string): void => void process.stdout.write(`${text}\n`);

print(machine());
for (const set of ['open', 'held-out', 'late'] as const) {
  const rows: string[][] = [];
  for (const [name, find] of methods) {
    for (const level of ['certain', 'all'] as const) {
      const total = new Score();
      const row = (label: string, s: Score): string[] => [
        name,
        level,
        label,
        `${s.reported}`,
        share(s.right, s.reported),
        share(s.exact, s.reported),
        share(s.found, s.labels),
      ];
      for (const kind of kinds) {
        const sum = new Score();
        for (const label of labelled) {
          if (label.set !== set) continue;
          const found = find(texts.get(label.id) ?? '').filter((f) => level === 'all' || f.certain);
          sum.add(score(kind, label, found));
        }
        total.add(sum);
        rows.push(row(kind, sum));
      }
      rows.push(row('all kinds', total));
    }
  }
  const stories = labelled.filter((label) => label.set === set).length;
  print(
    table(
      `People, places, organisations: ${stories} stories (${set})`,
      ['method', 'level', 'kind', 'reported', 'precision', 'exact span', 'recall'],
      rows,
    ),
  );
}

/** Medians of five rounds over the same stories. */
const sample = [...texts.values()].slice(0, 1000);
const bytes = sample.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const speeds = methods.map(([name, find]) => {
  const rounds = Array.from({ length: 6 }, () => {
    const start = process.cpuUsage();
    for (const text of sample) find(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  const ms = rounds.slice(1).toSorted((a, b) => a - b)[2] ?? NaN;
  return [
    name,
    `${(bytes / 1e3 / ms).toFixed(1)} MB/s`,
    `${Math.round((sample.length / ms) * 1000)} stories/s`,
  ];
});
print(table('Speed, CPU time of one core', ['method', 'text', 'stories'], speeds));
