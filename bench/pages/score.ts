import { comparable } from '../../src/arabic/reading/words.ts';
import type { Kind } from './furniture.ts';
import type { RawPage } from './raw-page.ts';

/** What a reader of pages gives back; absent parts undefined. */
export interface Read {
  headline?: string | undefined;
  standfirst?: string | undefined;
  dateline?: string | undefined;
  agency?: string | undefined;
  reporter?: string | undefined;
  paragraphs: readonly string[];
}

export interface Score {
  pages: number;
  headline: number;
  datelines: number;
  place: number;
  agency: number;
  reporter: number;
  dateline: number;
  /** Stories without a dateline that were given one. */
  clean: number;
  falseDatelines: number;
  tokenF1: number;
  sentences: number;
  lost: number;
  left: Map<Kind, { put: number; left: number }>;
  forms: Map<string, { all: number; wrong: number }>;
  /** Examples of what went wrong, for whoever writes the rules. */
  wrong: { what: string; text: string; got: string }[];
}

export function score(pages: readonly RawPage[], read: (text: string) => Read): Score {
  const s: Score = {
    pages: pages.length,
    headline: 0,
    datelines: 0,
    place: 0,
    agency: 0,
    reporter: 0,
    dateline: 0,
    clean: 0,
    falseDatelines: 0,
    tokenF1: 0,
    sentences: 0,
    lost: 0,
    left: new Map(),
    forms: new Map(),
    wrong: [],
  };
  for (const page of pages) {
    const got = read(page.text);
    if (got.headline === page.gold.headline) s.headline++;
    else s.wrong.push({ what: 'headline', text: page.gold.headline, got: got.headline ?? '' });
    scoreDateline(s, page, got);
    scoreBody(s, page, got);
  }
  s.tokenF1 /= pages.length;
  return s;
}

const same = (a: string | undefined, b: string | undefined): boolean => key(a) === key(b);
const key = (text: string | undefined): string =>
  comparable(text ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function scoreDateline(s: Score, { gold, dateline }: RawPage, got: Read): void {
  const shown = `${got.dateline ?? ''} | ${got.agency ?? ''} | ${got.reporter ?? ''}`;
  if (dateline === undefined) {
    s.clean++;
    // An agency may be named by a source line at the end of any page; place and reporter may not.
    if (got.dateline === undefined && got.reporter === undefined) return;
    s.falseDatelines++;
    s.wrong.push({ what: 'false dateline', text: gold.paragraphs[0]?.slice(0, 80) ?? '', got: shown });
    return;
  }
  s.datelines++;
  const place = same(got.dateline, dateline.place);
  const agency = dateline.agency === undefined || same(got.agency, dateline.agency);
  const reporter = same(got.reporter, dateline.reporter);
  if (place) s.place++;
  if (agency) s.agency++;
  if (reporter) s.reporter++;
  const form = s.forms.get(dateline.form) ?? { all: 0, wrong: 0 };
  form.all++;
  if (place && agency && reporter) s.dateline++;
  else {
    form.wrong++;
    s.wrong.push({
      what: `dateline ${dateline.form}`,
      text: dateline.line ?? dateline.first.slice(0, 90),
      got: shown,
    });
  }
  s.forms.set(dateline.form, form);
}

const tokensOf = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.match(/[\p{L}\p{N}]+/gu) ?? []);

export function sentencesOf(paragraph: string): string[] {
  return paragraph
    .split(/(?<=[.؟!])\s+/u)
    .map(key)
    .filter((sentence) => sentence !== '');
}

function scoreBody(s: Score, page: RawPage, got: Read): void {
  const body = [...(got.standfirst === undefined ? [] : [got.standfirst]), ...got.paragraphs];
  const want = tokensOf(page.gold.paragraphs);
  const have = tokensOf(body);
  const counts = new Map<string, number>();
  for (const token of want) counts.set(token, (counts.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of have) {
    const n = counts.get(token) ?? 0;
    if (n > 0) {
      common++;
      counts.set(token, n - 1);
    }
  }
  s.tokenF1 += want.length + have.length === 0 ? 1 : (2 * common) / (want.length + have.length);
  const all = ` ${body.map(key).join(' ')} `;
  for (const sentence of page.gold.paragraphs.flatMap(sentencesOf)) {
    s.sentences++;
    if (all.includes(` ${sentence} `)) continue;
    s.lost++;
    s.wrong.push({ what: 'lost', text: sentence.slice(0, 120), got: '' });
  }
  const lines = new Set(body.map(key));
  for (const { kind, line } of page.put) {
    const k = key(line);
    const of = s.left.get(kind) ?? { put: 0, left: 0 };
    of.put++;
    if (k !== '' && lines.has(k)) {
      of.left++;
      s.wrong.push({ what: `left ${kind}`, text: line.slice(0, 100), got: '' });
    }
    s.left.set(kind, of);
  }
}
