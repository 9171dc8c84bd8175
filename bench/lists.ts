import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeskApplier, openDesk } from '../src/catalog/desk/apply.ts';
import { type DeskCatalog, openDeskCatalog } from '../src/catalog/desk/desk.ts';
import type { FindQuery } from '../src/catalog/desk/find.ts';
import { readCursor } from '../src/catalog/meta.ts';
import type { Entry } from '../src/journal/journal.ts';
import type { Story } from '../src/model/story.ts';
import { type StoryStatus, storyStatuses } from '../src/model/story-status.ts';
import { mulberry32, storyGenerator } from './generate.ts';
import { quantile } from './load.ts';
import { ms, table } from './table.ts';
import { wordDistribution } from './words.ts';

const batch = 2000;
const people = 50_000;
const writers = 400;
const page = 100;

/**
 * The newsroom's lists of many stories: each filter alone and together, first page and one far down, with the count that stands
 * above the list; written by the code that follows the journal, read by the code behind the screens.
 *
 * @param keep a folder in which the catalog stays for the next time.
 */
export async function benchLists(stories: number, keep?: string): Promise<string> {
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'midad-bench-'));
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `desk-${stories}.db`);
  try {
    const applied = await build(path, stories);
    const desk = openDeskCatalog(path);
    const rows = measure(desk, stories);
    desk.close();
    return table(
      `Newsroom lists, ${stories.toLocaleString('en')} stories (${(statSync(path).size / 1e6).toFixed(0)} MB${applied}); aim ≤ 100 ms`,
      ['list', 'p50', 'p95', 'worst', 'page 50 on, p50'],
      rows,
    );
  } finally {
    if (keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function build(path: string, stories: number): Promise<string> {
  const fresh = !existsSync(path);
  const db = openDesk(path);
  const applier = new DeskApplier(db);
  const { seq: done } = readCursor(db);
  const generate = storyGenerator(await wordDistribution());
  let spent = 0;
  for (let from = done + 1; from <= stories; from += batch) {
    const entries = Array.from({ length: Math.min(batch, stories - from + 1) }, (_, i) =>
      entryOf(from + i, generate(from + i).title, stories),
    );
    const began = performance.now();
    applier.apply('bench', entries);
    spent += performance.now() - began;
  }
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  return fresh ? `, ${Math.round((stories * 1000) / spent).toLocaleString('en')} applied a second` : '';
}

/** As an archive comes in: the oldest first, nearly all of it published; people named as unevenly as in the news. */
function entryOf(seq: number, headline: string, stories: number): Entry {
  const random = mulberry32(seq);
  const some = (n: number) => Math.floor(n * random() ** 3);
  const firstPublishedAt = Date.UTC(2026, 10, 1) - (stories - seq) * 5 * 60_000;
  const status: StoryStatus =
    random() < 0.98 ? 'published' : (storyStatuses[Math.floor(random() * storyStatuses.length)] ?? 'draft');
  const writer = some(writers);
  const content: Story = {
    id: seq,
    kind: 'news',
    status,
    section: `section-${some(12)}`,
    slug: '',
    headline,
    byline: { people: [{ name: writerName(writer) }] },
    body: [],
    topics: [],
    people: Array.from({ length: 3 }, () => String(some(people))),
    places: [],
    organisations: [],
    language: 'ar',
    urgency: 4,
    firstPublishedAt,
    createdBy: String(writer),
    corrections: [],
    related: [],
  };
  return {
    seq,
    kind: 'story',
    id: String(seq),
    version: 1,
    action: 'import',
    actor: 'import',
    at: firstPublishedAt,
    content,
    digest: seq.toString(16).padStart(64, '0'),
  } as Entry;
}

const given = ['سلمى', 'عمر', 'هالة', 'نادر', 'ليلى', 'سامر', 'دانة', 'كريم', 'منى', 'وليد'];
const family = [
  'الحداد',
  'الكيلاني',
  'منصور',
  'العلي',
  'فارس',
  'صالح',
  'البستاني',
  'الخوري',
  'المصري',
  'النجار',
];
const writerName = (n: number) =>
  `${given[n % 10]} ${family[Math.floor(n / 10) % 10]} ${given[Math.floor(n / 100) % 10]}`;

function measure(desk: DeskCatalog, stories: number): string[][] {
  const random = mulberry32(7);
  const some = (n: number) => Math.floor(n * random() ** 3);
  const titles = (n: number) =>
    desk
      .stories({
        limit: 1,
        before: { changedAt: Date.UTC(2026, 10, 2) - Math.floor(random() * stories) * 300_000, id: 0 },
      })
      .flatMap(({ headline }) => headline.split(' ').slice(0, n))
      .join(' ');
  const day = () => Date.UTC(2026, 10, 1) - Math.floor(random() * stories) * 300_000;
  const kinds: Record<string, () => FindQuery> = {
    'one word': () => ({ words: titles(1) }),
    'the commonest words': () => ({ words: ['في', 'من', 'على', 'عن', 'إلى'][some(5)] ?? 'في' }),
    'three words': () => ({ words: titles(3) }),
    'a common word that no draft has': () => ({ words: `${titles(1)} كلمةلاوجودلها`, status: 'draft' }),
    person: () => ({ people: [String(some(people))] }),
    'a rare person': () => ({ people: [String(people - 1 - some(100))] }),
    writer: () => ({ author: { name: writerName(some(writers)), users: [] } }),
    'a year': () => {
      const from = day();
      return { from, to: from + 365 * 86_400_000 };
    },
    'a day': () => {
      const from = day();
      return { from, to: from + 86_400_000 };
    },
    'word, section, status and a month': () => {
      const from = day();
      return {
        words: titles(1),
        section: 'section-2',
        status: 'published',
        from,
        to: from + 30 * 86_400_000,
      };
    },
    'person, writer and section': () => ({
      people: [String(some(50))],
      author: { name: writerName(some(50)), users: [] },
      section: `section-${some(12)}`,
    }),
  };
  const timed = (work: () => void) => {
    const began = performance.now();
    work();
    return performance.now() - began;
  };
  return Object.entries(kinds).map(([name, make]) => {
    const first: number[] = [];
    const deep: number[] = [];
    for (let round = 0; round < 60; round++) {
      const query = make();
      const time = timed(() => {
        desk.find(query, { limit: page });
        desk.countFound(query, 1000);
      });
      // The first ones read the file into memory.
      if (round < 10) continue;
      first.push(time);
      let { next } = desk.find(query, { limit: page });
      for (let n = 0; n < 48 && next !== undefined; n++)
        ({ next } = desk.find(query, { limit: page, before: next }));
      if (next !== undefined) deep.push(timed(() => desk.find(query, { limit: page, before: next ?? 0 })));
    }
    const far = deep.length === 0 ? '—' : ms(quantile(deep, 0.5));
    return [name, ms(quantile(first, 0.5)), ms(quantile(first, 0.95)), ms(Math.max(...first)), far];
  });
}
