import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { findDateline } from '../src/arabic/reading/find-dateline.ts';
import { readText } from '../src/arabic/reading/reading.ts';
import { datelinesA } from './pages/datelines-a.ts';
import { datelinesB } from './pages/datelines-b.ts';
import { datelinesC } from './pages/datelines-c.ts';
import { datelinesD } from './pages/datelines-d.ts';
import { furnitureA } from './pages/furniture-a.ts';
import { furnitureB } from './pages/furniture-b.ts';
import { furnitureC } from './pages/furniture-c.ts';
import { furnitureD } from './pages/furniture-d.ts';
import { antArchive, type Gold, readGold } from './pages/gold.ts';
import { benchHtml } from './pages/html.ts';
import { seeded } from './pages/random.ts';
import { setE } from './pages/set-e.ts';
import { setF } from './pages/set-f.ts';
import { setG } from './pages/set-g.ts';
import { setH } from './pages/set-h.ts';
import { setI } from './pages/set-i.ts';
import { setJ } from './pages/set-j.ts';
import { setK } from './pages/set-k.ts';
import { setL } from './pages/set-l.ts';
import { setM } from './pages/set-m.ts';
import { setN } from './pages/set-n.ts';
import { setO } from './pages/set-o.ts';
import { setP } from './pages/set-p.ts';
import { setQ } from './pages/set-q.ts';
import { setR } from './pages/set-r.ts';
import { setS } from './pages/set-s.ts';
import { setT } from './pages/set-t.ts';
import { makePage, type RawPage, type TemplateSet } from './pages/raw-page.ts';
import { type Read, type Score, score } from './pages/score.ts';
import { table } from './table.ts';

const realPageFile = join(import.meta.dirname, '../../shared/data/pages/erem-2015-08-05.txt');

const sets: Record<string, TemplateSet> = {
  A: { furniture: furnitureA, datelines: datelinesA },
  C: { furniture: furnitureC, datelines: datelinesC },
  D: { furniture: furnitureD, datelines: datelinesD },
  B: { furniture: furnitureB, datelines: datelinesB },
  E: setE,
  F: setF,
  G: setG,
  H: setH,
  I: setI,
  J: setJ,
  K: setK,
  L: setL,
  M: setM,
  N: setN,
  O: setO,
  P: setP,
  Q: setQ,
  R: setR,
  S: setS,
  T: setT,
};

export interface PagesBench {
  /** An archive, NDJSON with `title` and `text`; ANT if absent. */
  archive?: string | undefined;
  /** Another checkout, whose reading is measured on the same pages. */
  against?: string | undefined;
  /** Only this set. */
  set?: string | undefined;
  /** Prints this many of what went wrong, of each sort. */
  wrong?: number | undefined;
}

/**
 * Real stories wrapped in furniture and datelines of twenty sets of templates and read back: A and C were open while the
 * rules were written, the others were written to be measured. Beside it the page as it stands (first line the headline, the rest the body), and
 * the reading of another checkout where one is given. Needs an archive of stories; says so where it is absent.
 */
export async function benchPages(options: PagesBench = {}): Promise<string> {
  const archive = options.archive ?? antArchive;
  const golds = readGold(archive);
  if (golds === undefined) return `pages: no archive of stories at ${archive}; name one with --archive\n`;
  const readers: [string, (text: string) => Read][] = [['this reading', (text) => readText(text)]];
  if (options.against !== undefined) {
    const file = join(options.against, 'src/arabic/reading/reading.ts');
    const other = (await import(file)) as { readText: typeof readText };
    readers.push(['the other checkout', (text) => other.readText(text)]);
  }
  readers.push(['everything as it is', asItIs]);
  let out = '';
  for (const [name, set] of Object.entries(sets)) {
    if (options.set !== undefined && options.set !== name) continue;
    const random = seeded(name.charCodeAt(0));
    const pages = golds.map((gold) => makePage(gold, set, golds, random));
    const scores = readers.map(([reader, read]): [string, Score] => [reader, score(pages, read)]);
    out += `${report(name, scores, pages)}\n`;
    const mine = scores[0]?.[1];
    if (options.wrong !== undefined && mine) out += examples(mine, options.wrong);
  }
  if (options.wrong !== undefined) return out;
  return `${out}${falseAlarms(golds)}\n${benchHtml(golds)}${existsSync(realPageFile) ? realPage() : ''}`;
}

/** The page as a copy gives it: the first line is the headline, everything else the body. */
function asItIs(text: string): Read {
  const [headline, ...paragraphs] = text.split('\n').filter((line) => line.trim() !== '');
  return { headline, paragraphs };
}

const share = (part: number, all: number): string => (all === 0 ? '–' : (part / all).toFixed(4));

function report(set: string, scores: readonly [string, Score][], pages: readonly RawPage[]): string {
  const head = [
    '',
    'headline',
    'place',
    'agency',
    'reporter',
    'all three',
    'false',
    'body F1',
    'sentences lost',
  ];
  const rows = scores.map(([name, s]) => [
    name,
    share(s.headline, s.pages),
    share(s.place, s.datelines),
    share(s.agency, s.datelines),
    share(s.reporter, s.datelines),
    share(s.dateline, s.datelines),
    share(s.falseDatelines, s.clean),
    s.tokenF1.toFixed(4),
    `${((100 * s.lost) / s.sentences).toFixed(3)} %`,
  ]);
  const kinds = [...new Set(scores.flatMap(([, s]) => [...s.left.keys()]))];
  const leftRows = kinds.map((kind) => [
    kind,
    String(scores[0]?.[1].left.get(kind)?.put ?? 0),
    ...scores.map(([, s]) => {
      const of = s.left.get(kind);
      return of ? `${((100 * of.left) / of.put).toFixed(2)} %` : '–';
    }),
  ]);
  const names = scores.map(([name]) => name);
  return `${table(`Set ${set}: ${pages.length} raw pages`, head, rows)}\n${table(`Set ${set}: furniture lines left in`, ['kind', 'lines', ...names], leftRows)}`;
}

function examples(s: Score, most: number): string {
  const sorts = Map.groupBy(s.wrong, ({ what }) => what);
  const forms = [...s.forms]
    .filter(([, { wrong }]) => wrong > 0)
    .toSorted(([, a], [, b]) => b.wrong - a.wrong)
    .map(([form, { all, wrong }]) => `${wrong}/${all} ${form}`);
  let out = `${forms.join('\n')}\n`;
  for (const [what, all] of [...sorts].toSorted(([, a], [, b]) => b.length - a.length)) {
    out += `\n${what}: ${all.length}\n`;
    const step = Math.max(1, Math.floor(all.length / most));
    for (let i = 0; i < all.length && i < step * most; i += step)
      out += `  ${all[i]?.text ?? ''} → ${all[i]?.got ?? ''}\n`;
  }
  return out;
}

/** Clean stories must not be given a dateline, neither as they stand nor by the reading of a page. */
function falseAlarms(golds: readonly Gold[]): string {
  let standing = 0;
  let read = 0;
  let changed = 0;
  for (const { headline, paragraphs } of golds) {
    if (findDateline(paragraphs.join('\n')) !== null) standing++;
    const got = readText([headline, ...paragraphs].join('\n\n'));
    if (got.dateline !== undefined || got.agency !== undefined || got.reporter !== undefined) read++;
    if (got.headline !== headline || got.paragraphs.join('\n') !== paragraphs.join('\n')) changed++;
  }
  const per = (n: number): string => `${n} of ${golds.length} (${((100 * n) / golds.length).toFixed(2)} %)`;
  return `Clean stories: dateline found in the text as it stands ${per(standing)}; dateline, agency or reporter read ${per(read)}; anything changed ${per(changed)}\n`;
}

/** The real page: what it should give is known. */
function realPage(): string {
  const text = readFileSync(realPageFile, 'utf8');
  const { headline, dateline, paragraphs, dropped } = readText(text);
  const whole = paragraphs.every((paragraph) => text.includes(paragraph));
  return `\nReal page: headline «${headline ?? ''}», dateline «${dateline ?? ''}», ${paragraphs.length} paragraphs, ${whole ? 'each to the letter' : 'CHANGED'}, ${dropped.length} lines dropped\n`;
}
