import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogFile, readCurrent } from '../src/catalog/files.ts';
import { readCursor } from '../src/catalog/meta.ts';
import { Database } from '../src/catalog/sqlite.ts';
import { rebuild } from '../src/catalog/rebuild.ts';
import { openJournal } from '../src/journal/open.ts';
import { parseRate, writeArchive } from './archive.ts';
import { runMidad } from './command.ts';
import { storyGenerator } from './generate.ts';
import { rate, table } from './table.ts';
import { wordDistribution } from './words.ts';

/** When each store had everything: seconds since the command began. */
interface Marks {
  journalAndCatalog: number;
  search: number;
}

/** An archive brought in by the real command, against reading and parsing its file alone; then the same file again. */
export async function benchImport(stories: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'midad-bench-'));
  try {
    const file = join(folder, 'archive.ndjson.gz');
    const distribution = await wordDistribution();
    await writeArchive(file, 0, stories, storyGenerator(distribution));
    const parsed = await parseRate(file);
    const data = join(folder, 'data');
    const args = ['import', 'ndjson', file, '--source', 'bench', '--publish', '--data', data];
    const { marks, ran } = await timed(data, args, stories);
    const again = await runMidad(args);
    const rebuilt = await runMidad(['rebuild', '--data', data]);
    const { catalogMs, entries } = await rebuild(data);
    return table(
      `Import of ${stories.toLocaleString('en')} generated stories (words from ${distribution.source})`,
      ['what', 'measured', 'compared with', 'aim'],
      [
        [
          'journal and catalog',
          rate(stories / marks.journalAndCatalog, 'stories'),
          `reading and parsing alone ${rate(parsed, 'stories')}`,
          '≥ 3,000/s',
        ],
        [
          'full text, from the start of the command',
          rate(stories / marks.search, 'stories'),
          '',
          '≥ 2,500/s',
        ],
        ['whole command', rate(stories / ran.seconds, 'stories'), '', ''],
        ['most memory', `${ran.peakMb.toFixed(0)} MB`, '', '≤ 300 MB'],
        ['the same file again, changing nothing', rate(stories / again.seconds, 'stories'), '', ''],
        ['rebuild of the catalog', rate(entries / (catalogMs / 1000), 'entries'), '', '≥ 4,000/s'],
        [
          'rebuild of catalog and search beside each other, whole command',
          rate(stories / rebuilt.seconds, 'stories'),
          '',
          '',
        ],
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(
  data: string,
  args: readonly string[],
  stories: number,
): Promise<{ marks: Marks; ran: { seconds: number; peakMb: number } }> {
  const began = performance.now();
  const last = { public: 0, search: 0 };
  const moved = { public: 0, search: 0 };
  const ran = await runMidad(args, () => {
    for (const part of ['public', 'search'] as const) {
      const seq = cursorOf(data, part);
      if (seq > last[part]) {
        last[part] = seq;
        moved[part] = (performance.now() - began) / 1000;
      }
    }
  });
  const journal = await openJournal(data);
  const { seq } = await journal.head();
  await journal.close();
  if (last.public !== seq || last.search !== seq || seq < stories)
    throw new Error(`not all arrived: ${JSON.stringify({ seq, last })}`);
  return { marks: { journalAndCatalog: moved.public, search: moved.search }, ran };
}

function cursorOf(data: string, part: 'public' | 'search'): number {
  const current = readCurrent(data);
  if (current === undefined) return 0;
  try {
    const db = new Database(catalogFile(data, current[part]), { readOnly: true });
    const { seq } = readCursor(db);
    db.close();
    return seq;
  } catch {
    return 0;
  }
}
