import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeskApplier, openDesk } from '../src/catalog/desk/apply.ts';
import { openDeskCatalog } from '../src/catalog/desk/desk.ts';
import type { MediaQuery } from '../src/catalog/desk/media.ts';
import type { Entry } from '../src/journal/journal.ts';
import type { Media } from '../src/model/site.ts';
import { mulberry32, storyGenerator } from './generate.ts';
import { quantile } from './load.ts';
import { ms, table } from './table.ts';
import { wordDistribution } from './words.ts';

const batch = 1000;
const page = 60;
const repeats = 50;

/** The media library of many pictures: each way to look for some, first page and one half way down. */
export async function benchPictures(pictures: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'midad-bench-'));
  const path = join(folder, 'desk.db');
  try {
    const generate = storyGenerator(await wordDistribution());
    const db = openDesk(path);
    const applier = new DeskApplier(db);
    let spent = 0;
    const titles: string[] = [];
    for (let from = 1; from <= pictures; from += batch) {
      const entries = Array.from({ length: Math.min(batch, pictures - from + 1) }, (_, i) => {
        const title = generate(from + i).title;
        if (i === 0) titles.push(title);
        return entryOf(from + i, title);
      });
      const began = performance.now();
      applier.apply('bench', entries);
      spent += performance.now() - began;
    }
    db.close();
    const desk = openDeskCatalog(path);
    const title = titles[Math.floor(titles.length / 2)] ?? '';
    const words = title.split(' ').filter((word) => word.length > 3);
    const wanted: Record<string, Omit<MediaQuery, 'limit'>> = {
      all: {},
      'a word': { words: words[0] ?? '' },
      'two words': { words: words.slice(0, 2).join(' ') },
      'two letters': { words: 'ال' },
      'the credit of all': { words: 'المصري' },
      'somebody seen': { person: '1' },
      'no alt text': { state: 'bare' },
      'rights ended': { state: 'expired' },
    };
    const rows = Object.entries(wanted).map(([name, query]) => {
      const time = (more: Partial<MediaQuery>) => {
        const taken = Array.from({ length: repeats }, () => {
          const began = performance.now();
          desk.media({ ...query, ...more, limit: page });
          return performance.now() - began;
        });
        return taken.sort((a, b) => a - b);
      };
      const [first, deep] = [time({}), time({ before: Math.round(pictures / 2) })];
      return [name, ms(quantile(first, 0.5)), ms(quantile(first, 0.95)), ms(quantile(deep, 0.5))];
    });
    desk.close();
    const rate = Math.round((pictures * 1000) / spent).toLocaleString('en');
    return table(
      `Media library, ${pictures.toLocaleString('en')} pictures, ${rate} applied a second`,
      ['pictures', 'p50', 'p95', 'half way down, p50'],
      rows,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As they come in: most described, one in fifty with somebody seen, some with rights that have ended. */
function entryOf(seq: number, title: string): Entry {
  const random = mulberry32(seq);
  const content: Media = {
    id: `m${seq}`,
    sha256: seq.toString(16).padStart(64, '0'),
    mime: 'image/jpeg',
    width: 3000,
    height: 2000,
    alt: random() < 0.95 ? title : '',
    caption: title,
    credit: 'هدى المصري',
    ...(random() < 0.02 && { people: [String(Math.floor(random() * 20))] }),
    ...(random() < 0.01 && { rights: { expiresAt: 1 }, expired: true as const }),
  };
  return {
    seq,
    kind: 'media',
    id: content.id,
    version: 1,
    action: 'create',
    actor: 'user:1',
    at: seq,
    content,
    digest: seq.toString(16).padStart(64, '0'),
  } as Entry;
}
