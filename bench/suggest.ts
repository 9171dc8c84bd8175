import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fold } from '../src/arabic/fold.ts';
import { ensureCurrent } from '../src/catalog/current.ts';
import { catalogFile } from '../src/catalog/files.ts';
import { openPublic, PublicApplier } from '../src/catalog/public/apply.ts';
import { openSearch } from '../src/catalog/search/pool.ts';
import { searchKind } from '../src/catalog/search/target.ts';
import { bareWords } from '../src/catalog/suggest/bare-words.ts';
import { didYouMean } from '../src/catalog/suggest/did-you-mean.ts';
import { Database } from '../src/catalog/sqlite.ts';
import type { Entry } from '../src/journal/journal.ts';
import type { DocumentKind } from '../src/model/document.ts';
import type { Story } from '../src/model/story.ts';
import { storyGenerator, type GeneratedStory } from './generate.ts';
import { quantile } from './load.ts';
import { ms, table } from './table.ts';
import { wordDistribution } from './words.ts';

const batch = 2000;
const people = 20_000;
const asked = 1000;

/**
 * Suggestions while typing and «did you mean», on generated archives. The journal is left out: entries go to the catalog's
 * and the index's own appliers. Bodies are one paragraph, since suggestions are made of headlines, names and the list of
 * words; what is measured is the way of a query through the thread that answers it, beside a question that it has
 * nothing to look up for.
 * @param keep a folder in which the archives stay for the next time.
 */
export async function benchSuggest(sizes: readonly number[], keep?: string): Promise<string> {
  const story = storyGenerator(await wordDistribution());
  const rows: string[][] = [];
  for (const size of sizes) {
    const folder =
      keep === undefined ? mkdtempSync(join(tmpdir(), 'midad-bench-')) : join(keep, `suggest-${size}`);
    const kept = existsSync(join(folder, 'catalog'));
    try {
      const built = kept ? undefined : build(folder, size, story);
      rows.push(...(await measure(folder, size, story)));
      if (built !== undefined)
        rows.push([size.toLocaleString('en'), 'index built', `${built.toFixed(0)} stories/s`, '', '']);
    } finally {
      if (keep === undefined) rmSync(folder, { recursive: true, force: true });
    }
  }
  return table('Suggestions', ['stories', 'what', 'p50', 'p95', 'besides'], rows);
}

/** @returns stories a second that the index took. */
function build(folder: string, size: number, story: (id: number) => GeneratedStory): number {
  const current = ensureCurrent(folder);
  const db = openPublic(catalogFile(folder, current.public));
  const catalog = new PublicApplier(db, { media: () => undefined, liveEntries: () => [] });
  const index = searchKind.open(folder, current);
  index.beginBuilding();
  let seq = 0;
  let indexing = 0;
  const entry = (kind: DocumentKind, id: string, content: unknown): Entry => ({
    seq: ++seq,
    kind,
    id,
    version: 1,
    action: 'import',
    schemaVersion: 1,
    content,
    digest: String(seq),
    actor: 'bench',
    at: 0,
  });
  const apply = (entries: Entry[]) => {
    catalog.apply('bench', entries);
    const began = performance.now();
    index.apply('bench', entries);
    indexing += performance.now() - began;
  };
  for (let from = 0; from < Math.min(people, size); from += batch) {
    apply(
      Array.from({ length: batch }, (_, i) => {
        const id = `p${from + i}`;
        const name = nameOf(story(from + i + 1));
        return entry('person', id, { id, name, slug: id, otherNames: [] });
      }),
    );
  }
  for (let from = 0; from < size; from += batch) {
    apply(
      Array.from({ length: Math.min(batch, size - from) }, (_, i) => {
        const made = story(from + i + 1);
        return entry('story', String(made.id), documentOf(made));
      }),
    );
  }
  index.settle();
  index.close();
  db.close();
  return size / (indexing / 1000);
}

/** Two words that are no words of every text. */
const nameOf = ({ title }: GeneratedStory) =>
  title
    .split(' ')
    .filter((word) => word.length > 4)
    .slice(0, 2)
    .join(' ') || title;

function documentOf(made: GeneratedStory): Story {
  return {
    id: made.id,
    kind: 'news',
    status: 'published',
    section: made.category,
    slug: `خبر-${made.id}`,
    headline: made.title,
    byline: { people: [] },
    body: [{ type: 'paragraph', text: [{ text: made.text.split('\n')[0] ?? '' }] }],
    topics: [],
    people: [`p${made.id % people}`],
    places: [],
    organisations: [],
    language: 'ar',
    urgency: 4,
    firstPublishedAt: Date.parse(made.published),
    corrections: [],
    related: [],
  };
}

async function measure(
  folder: string,
  size: number,
  story: (id: number) => GeneratedStory,
): Promise<string[][]> {
  const search = openSearch(folder);
  const stories = size.toLocaleString('en');
  const headlines = Array.from({ length: asked }, (_, i) => story(1 + Math.floor((i * size) / asked)).title);
  const timed = async (queries: readonly string[]) => {
    const times: number[] = [];
    let found = 0;
    for (const round of ['unmeasured', 'measured']) {
      for (const q of queries) {
        const began = performance.now();
        const answer = await search.suggest({ q, limit: 7 });
        if (round === 'unmeasured') continue;
        times.push(performance.now() - began);
        if (answer.length > 0) found++;
      }
    }
    return [
      ms(quantile(times, 0.5)),
      ms(quantile(times, 0.95)),
      `p99 ${ms(quantile(times, 0.99))}; something offered for ${((100 * found) / queries.length).toFixed(0)} %`,
    ];
  };
  const rows = [
    [
      stories,
      'nothing to look up (the way to the thread and back)',
      ...(await timed(headlines.map(() => '…'))),
    ],
    [
      stories,
      'one word, its first two to five letters',
      ...(await timed(headlines.map((h, i) => typed(h, i, 1)))),
    ],
    [stories, 'two words, the second begun', ...(await timed(headlines.map((h, i) => typed(h, i, 2))))],
    [stories, 'three words, the third begun', ...(await timed(headlines.map((h, i) => typed(h, i, 3))))],
  ];
  await search.close();
  return [...rows, ...mistakes(folder, stories, headlines)];
}

/** What a hurried reader has typed: some words of a headline, without hamza, the last one begun. */
function typed(headline: string, i: number, words: number): string {
  const all = fold(headline).split(' ');
  const from = i % Math.max(1, all.length - words);
  const chosen = all.slice(from, from + words);
  const last = chosen.pop() ?? '';
  return [...chosen, last.slice(0, 2 + (i % 4))].join(' ');
}

function mistakes(folder: string, stories: string, headlines: readonly string[]): string[][] {
  const db = new Database(catalogFile(folder, ensureCurrent(folder).search), { readOnly: true });
  const times: number[] = [];
  let mended = 0;
  let tried = 0;
  headlines.forEach((headline, i) => {
    const word = bareWords(headline).find(
      ({ bare }) => bare.length >= 5 && /^[\u0621-\u064a]+$/.test(bare),
    )?.bare;
    if (word === undefined) return;
    const wrong = mistyped(word, i);
    if (db.get('SELECT 1 FROM word WHERE bare = ?', wrong) !== undefined) return;
    const began = performance.now();
    const meant = didYouMean(db, wrong);
    times.push(performance.now() - began);
    tried++;
    if (meant !== undefined && bareWords(meant)[0]?.bare === word) mended++;
  });
  const known = Number(db.get('SELECT count(*) FROM word')?.[0]);
  db.close();
  return [
    [
      stories,
      `did you mean, among ${known.toLocaleString('en')} words`,
      ms(quantile(times, 0.5)),
      ms(quantile(times, 0.95)),
      `p99 ${ms(quantile(times, 0.99))}; ${((100 * mended) / tried).toFixed(0)} % of ${tried} words with one mistake led to the word`,
    ],
  ];
}

/** A letter left out, swapped with its neighbour, doubled, or exchanged for one that looks or sounds alike. */
function mistyped(word: string, i: number): string {
  const at = 1 + (i % (word.length - 2));
  const [before, letter, next, after] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ];
  if (i % 4 === 0) return before + next + after;
  if (i % 4 === 1 && letter !== next) return before + next + letter + after;
  if (i % 4 === 2) return before + letter + letter + next + after;
  const alike = 'بتثنجحخدذرزسشصضطظعغفق';
  const place = alike.indexOf(letter);
  return before + (place < 0 ? 'ض' : alike.charAt(place + (place % 2 === 0 ? 1 : -1))) + next + after;
}
