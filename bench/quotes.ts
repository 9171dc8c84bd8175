import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { findQuotes } from '../src/arabic/quotes/find-quotes.ts';
import type { Quote } from '../src/arabic/quotes/quote.ts';
import { fold } from '../src/arabic/fold.ts';
import { table } from './table.ts';

const shared = join(import.meta.dirname, '../../shared/data');
const span = z.object({ start: z.number(), end: z.number() });
const label = span.extend({
  kind: z.enum(['direct', 'indirect']),
  cue: span.nullable(),
  speaker: span.nullable(),
  speakerName: z.string().nullable(),
  named: z.boolean(),
});
const story = z.object({
  id: z.union([z.number(), z.string()]),
  text: z.string(),
  quotes: z.array(label),
  notQuotes: z.array(span).default([]),
  optional: z.array(span).default([]),
});
type Story = z.infer<typeof story>;
type Span = z.infer<typeof span>;

/** How much of the two spans they have in common. */
function overlap(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
/** Direct quotations have marks, so nearly all must be right; the ends of long clauses are a matter of judgement. */
const enough = { direct: 0.9, indirect: 0.5 } as const;

const comparable = (name: string) =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const sameName = (a: string | null, b: string | null) => comparable(a ?? '') === comparable(b ?? '');
/** «راشد الغنوشي» and «رئيس حركة النهضة راشد الغنوشي» mean one person. */
function similarName(a: string | null, b: string | null): boolean {
  const [x, y] = [comparable(a ?? ''), comparable(b ?? '')].sort((p, q) => p.length - q.length);
  return x !== undefined && y !== undefined && x !== '' && ` ${y} `.includes(` ${x} `);
}

interface Tally {
  right: number;
  of: number;
}
const rate = ({ right, of }: Tally) => (of === 0 ? '–' : `${(right / of).toFixed(3)} (${right}/${of})`);

export interface Scores {
  directP: Tally;
  directR: Tally;
  indirectP: Tally;
  indirectR: Tally;
  speaker: Tally;
  speakerSimilar: Tally;
  chained: Tally;
  chainedSimilar: Tally;
  named: Tally;
  cue: Tally;
}
const none = (): Tally => ({ right: 0, of: 0 });

export type Miss = (what: string, id: Story['id'], said: string, more: string) => void;

/** Scores a finder on labelled stories. `miss` hears of every difference. */
export function score(
  stories: readonly Story[],
  find: (text: string) => Quote[],
  miss: Miss = () => {},
): Scores {
  const s: Scores = {
    directP: none(),
    directR: none(),
    indirectP: none(),
    indirectR: none(),
    speaker: none(),
    speakerSimilar: none(),
    chained: none(),
    chainedSimilar: none(),
    named: none(),
    cue: none(),
  };
  const count = (tally: Tally, right: boolean) => {
    tally.of++;
    if (right) tally.right++;
  };
  for (const { id, text, quotes, optional } of stories) {
    const found = find(text);
    const taken = new Set<Quote>();
    for (const gold of quotes) {
      const best = found
        .filter((one) => one.kind === gold.kind && !taken.has(one) && overlap(one, gold) >= enough[gold.kind])
        .sort((a, b) => overlap(b, gold) - overlap(a, gold))[0];
      count(gold.kind === 'direct' ? s.directR : s.indirectR, best !== undefined);
      const said = text.slice(gold.start, gold.end);
      if (best === undefined) {
        miss(`missed ${gold.kind}`, id, said, text.slice(Math.max(0, gold.start - 90), gold.start));
        continue;
      }
      taken.add(best);
      const [exact, similar] =
        gold.speaker === null ? [s.chained, s.chainedSimilar] : [s.speaker, s.speakerSimilar];
      count(exact, sameName(best.speakerName, gold.speakerName));
      count(similar, similarName(best.speakerName, gold.speakerName));
      count(s.named, best.named === gold.named);
      const cueRight = gold.cue !== null && best.cue !== null && overlap(gold.cue, best.cue) > 0.5;
      count(s.cue, cueRight);
      const where = text.slice(Math.max(0, gold.start - 90), gold.start);
      if (!sameName(best.speakerName, gold.speakerName)) {
        const how = similarName(best.speakerName, gold.speakerName) ? 'longer/shorter' : 'wrong';
        miss(
          `${how} ${gold.speaker === null ? 'chained' : 'speaker'}`,
          id,
          `${best.speakerName} ≠ ${gold.speakerName}`,
          where,
        );
      }
      if (!cueRight)
        miss('cue', id, best.cue === null ? '' : text.slice(best.cue.start, best.cue.end), where);
      if (best.named !== gold.named) miss('named', id, String(gold.speakerName), String(best.named));
    }
    for (const one of found) {
      const tally = one.kind === 'direct' ? s.directP : s.indirectP;
      if (!taken.has(one) && optional.some((free) => overlap(free, one) >= 0.5)) continue;
      count(tally, taken.has(one));
      if (!taken.has(one)) {
        miss(
          `false ${one.kind}`,
          id,
          text.slice(one.start, one.end),
          text.slice(Math.max(0, one.start - 90), one.start),
        );
      }
    }
  }
  return s;
}

/**
 * What a day's work would do: every span in straight, curly or angled marks is a quotation, every «أن» after one of the
 * commonest verbs a statement; the speaker is the two words after the verb, else the one before.
 */
export function baseline(text: string): Quote[] {
  const found: Quote[] = [];
  let last: string | null = null;
  const verbs =
    /(?<!\p{L})[وف]?(قالت?|أكدت?|أضافت?|أوضحت?|أشارت?|أعلنت?|ذكرت?|أفادت?|مشيرا|مضيفا|مؤكدا|قائلا)(?!\p{L})/gu;
  const cues = [...text.matchAll(verbs)].map((match) => {
    const end = match.index + match[0].length;
    const [, name = ''] = /^\s+([^\s،,:."“«]+\s+[^\s،,:."“«]+)/u.exec(text.slice(end, end + 80)) ?? [];
    last = name === '' || /^(?:إ|أ|ب)ن/.test(name) ? last : name;
    return { start: match.index, end, name: last };
  });
  const cueBefore = (at: number) => cues.findLast(({ end }) => end <= at);
  const push = (kind: Quote['kind'], start: number, end: number) => {
    const cue = cueBefore(start);
    found.push({
      kind,
      start,
      end,
      cue: cue === undefined ? null : { start: cue.start, end: cue.end },
      speaker: null,
      speakerName: cue?.name ?? null,
      named: true,
    });
  };
  for (const match of text.matchAll(/["“«]([^"“”«»\n]+)["”»]/g)) {
    push('direct', match.index + 1, match.index + match[0].length - 1);
  }
  for (const { end } of cues) {
    const match = /^[^.\n"“«]{0,80}?\s(?:[إأا]ن|بأن)(?:ه|ها|هم)?\s+([^.\n]+)/u.exec(
      text.slice(end, end + 1500),
    );
    const said = match?.[1];
    if (match !== null && said !== undefined)
      push('indirect', end + match[0].length - said.length, end + match[0].length);
  }
  return found;
}

const rows: readonly (readonly [string, keyof Scores, string])[] = [
  ['direct spans, precision', 'directP', '≥ .95'],
  ['direct spans, recall', 'directR', '≥ .92'],
  ['indirect statements, precision', 'indirectP', '≥ .85'],
  ['indirect statements, recall', 'indirectR', '≥ .80'],
  ['speaker, the same name', 'speaker', '≥ .90'],
  ['speaker, the same or part of it', 'speakerSimilar', ''],
  ['chained speaker, the same name', 'chained', '≥ .80'],
  ['chained speaker, the same or part of it', 'chainedSimilar', ''],
  ['named or not', 'named', ''],
  ['verb of speech', 'cue', ''],
];

export function readStories(path = join(shared, 'quotes/dev.jsonl')): Story[] | undefined {
  if (!existsSync(path)) return undefined;
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => story.parse(JSON.parse(line)));
}

/** The sets of bench/labels/quotes.jsonl; what each is worth stands in the README beside it. */
const ownSets = ['late', 'november', 'late-november', 'december', 'december-read', 'kept'] as const;

const ownLabel = z.object({
  id: z.number(),
  set: z.enum(ownSets),
  quotes: z.array(label.omit({ speaker: true }).extend({ chained: z.boolean(), speakerName: z.string() })),
  optional: z.array(span).default([]),
});

/** The stories of a set of bench/labels, their texts taken from the collection. */
export function readOwn(set: (typeof ownSets)[number]): Story[] | undefined {
  const texts = new Map(readArticles()?.map(({ id, text }) => [id, text]));
  if (texts.size === 0) return undefined;
  return readFileSync(join(import.meta.dirname, 'labels/quotes.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => ownLabel.parse(JSON.parse(line)))
    .filter((one) => one.set === set)
    .map(({ id, quotes, optional }) => ({
      id,
      text: texts.get(id) ?? '',
      quotes: quotes.map(({ chained, ...one }) => ({
        ...one,
        speaker: chained ? null : (one.cue ?? { start: one.start, end: one.start }),
      })),
      notQuotes: [],
      optional,
    }));
}

/** Prints the figures of ours and the baseline, by halves of even and odd ids, and the rate on unlabelled articles. */
export function benchQuotes(path?: string): string {
  const stories = readStories(path);
  if (stories === undefined)
    return 'quotes: needs ../shared/data/quotes/dev.jsonl, or a path to labelled stories\n';
  const half = (rest: number) => stories.filter(({ id }) => Number(id) % 2 === rest);
  const all = score(stories, findQuotes);
  const even = score(half(0), findQuotes);
  const odd = score(half(1), findQuotes);
  const base = score(stories, baseline);
  const lines = rows.map(([name, key, aim]) => [
    name,
    aim,
    rate(all[key]),
    rate(even[key]),
    rate(odd[key]),
    rate(base[key]),
  ]);
  return [
    table(
      `Who said what, ${stories.length} labelled stories`,
      ['', 'aim', 'ours', 'even ids (rules written on these)', 'odd ids', 'baseline'],
      lines,
    ),
    ...ownSets.map(ownTable),
    unlabelled(new Set(stories.map(({ id }) => Number(id)))),
  ].join('\n');
}

function ownTable(set: (typeof ownSets)[number]): string {
  const stories = readOwn(set);
  if (stories === undefined) return `quotes of bench/labels, ${set}: needs ../shared/data/ant\n`;
  const ours = score(stories, findQuotes);
  const base = score(stories, baseline);
  return table(
    `Who said what, ${stories.length} stories of bench/labels (${set})`,
    ['', 'aim', 'ours', 'baseline'],
    rows.map(([name, key, aim]) => [name, aim, rate(ours[key]), rate(base[key])]),
  );
}

const article = z.object({ id: z.number(), text: z.string() });

function readArticles(): z.infer<typeof article>[] | undefined {
  const archive = join(shared, 'ant/articles.ndjson.gz');
  if (!existsSync(archive)) return undefined;
  return gunzipSync(readFileSync(archive))
    .toString()
    .trim()
    .split('\n')
    .map((line) => article.parse(JSON.parse(line)));
}

/** All of ANT that is not labelled: how often ours speaks up, and how fast. */
function unlabelled(labelled: ReadonlySet<number>): string {
  const articles = readArticles()?.filter(({ id }) => !labelled.has(id));
  if (articles === undefined) return 'quotes on unlabelled articles: needs ../shared/data/ant\n';
  let units = 0;
  let direct = 0;
  let indirect = 0;
  let marked = 0;
  let orphans = 0;
  const before = process.cpuUsage();
  for (const { text } of articles) {
    units += text.length;
    for (const quote of findQuotes(text)) {
      if (quote.kind === 'direct') direct++;
      else indirect++;
      if (quote.speakerName === null) orphans++;
    }
  }
  const { user, system } = process.cpuUsage(before);
  for (const { text } of articles) marked += text.match(/["“«][^"“”«»\n]+["”»]/g)?.length ?? 0;
  const seconds = (user + system) / 1e6;
  return table(
    `Who said what, ${articles.length} unlabelled articles`,
    [
      'articles',
      'spans in marks',
      'reported as speech',
      'statements',
      'without a speaker',
      'M characters a second of CPU',
    ],
    [
      [
        String(articles.length),
        String(marked),
        String(direct),
        String(indirect),
        String(orphans),
        (units / 1e6 / seconds).toFixed(1),
      ],
    ],
  );
}

if (import.meta.main) process.stdout.write(`${benchQuotes(process.argv[2])}\n`);
