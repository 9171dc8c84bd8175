import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal } from '../src/journal/open.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { type Ran, runMidad } from './command.ts';
import { storyGenerator } from './generate.ts';
import { machine, rate, table } from './table.ts';
import { wordDistribution } from './words.ts';

/** `npm run bench:keeping [stories]`: backing up, checking, restoring, moving to PostgreSQL and back. */
const stories = Number(process.argv[2] ?? 100_000);
const pictures = 200;
const pictureBytes = 500_000;
const batch = 500;

const folder = mkdtempSync(join(tmpdir(), 'midad-keeping-'));
const data = join(folder, 'data');
const server = await startPostgres();
try {
  await fill();
  const record = statSync(join(data, 'journal.db')).size;
  const all = record + pictures * pictureBytes;
  const rows: string[][] = [];
  const row = (what: string, { seconds, peakMb }: Ran, bytes: number, file?: string) => {
    const size = file === undefined ? '' : mb(statSync(file).size);
    rows.push([what, `${seconds.toFixed(1)} s`, `${mb(bytes / seconds)}/s`, `${peakMb.toFixed(0)} MB`, size]);
  };
  const [plain, packed] = [join(folder, 'plain.tar'), join(folder, 'packed.tar.zst')];
  row('backup, .tar', await runMidad(['backup', plain, '--data', data]), all, plain);
  row('backup, .tar.zst', await runMidad(['backup', packed, '--data', data]), all, packed);
  row('backup --verify, .tar.zst', await runMidad(['backup', '--verify', packed, '--data', folder]), all);
  row('restore, .tar.zst', await runMidad(['restore', packed, '--data', join(folder, 'restored')]), all);
  const place = server.place();
  const there = await runMidad(['journal', 'copy', '--to', place, '--data', data, '--finish']);
  row(`journal copy to PostgreSQL (${rate(stories / there.seconds, 'entries')}, walked)`, there, record);
  process.env['DATABASE_URL'] = place;
  const back = await runMidad([
    'journal',
    'copy',
    '--to',
    join(folder, 'back'),
    '--data',
    folder,
    '--finish',
  ]);
  row(`journal copy to SQLite (${rate(stories / back.seconds, 'entries')}, walked)`, back, record);
  const fromPostgres = join(folder, 'from-postgres.tar.zst');
  const taken = await runMidad(['backup', fromPostgres, '--no-media', '--data', folder]);
  row('backup of PostgreSQL, without pictures, .tar.zst', taken, record, fromPostgres);
  const title = `Keeping: ${stories.toLocaleString('en')} stories (${mb(record)}), ${pictures} pictures (${mb(all - record)})`;
  console.log(table(title, ['what', 'time', 'of the data', 'most memory', 'file'], rows));
  console.log(machine());
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function fill(): Promise<void> {
  const story = storyGenerator(await wordDistribution());
  const journal = await openJournal(data);
  for (let first = 1; first <= stories; first += batch) {
    const changes = Array.from({ length: Math.min(batch, stories - first + 1) }, (_, i) => {
      const { title, abstract, text, ...rest } = story(first + i);
      const body = text.split('\n').map((line) => ({ type: 'paragraph', text: [{ text: line }] }));
      const content = { ...rest, headline: title, standfirst: abstract, body };
      const id = String(first + i);
      const take = [{ space: 'source:bench', name: id }];
      return { kind: 'story' as const, id, action: 'import' as const, expect: 0, content, take };
    });
    await journal.append(changes, { actor: 'bench', at: first });
  }
  await journal.close();
  for (let i = 0; i < pictures; i++) {
    const bytes = randomBytes(pictureBytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const place = join(data, 'media/originals', sha256.slice(0, 2));
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `${sha256}.jpg`), bytes);
  }
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
