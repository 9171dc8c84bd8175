import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fold } from '../../src/arabic/fold.ts';
import { isStopWord } from '../../src/arabic/stop-words.ts';

/** A text to be found, in the parts that a story has; the headline is never among them. */
export interface Text {
  standfirst: string;
  body: string;
  category?: string | undefined;
  published?: string | undefined;
}

export interface Query {
  text: string;
  /** Position of the text that answers it. */
  wanted: number;
}

export interface Collection {
  name: string;
  texts: Text[];
  /** Columns of the table. */
  tasks: { name: string; aim: string; queries: Query[] }[];
}

/** So many headlines, spread evenly over the archive. */
const headlines = 2000;

/**
 * ARCD and ANT from a folder (`arcd/arcd.json` in SQuAD's format, `ant/articles.ndjson.gz`); what is not there is left out.
 */
export function readCollections(folder: string): Collection[] {
  const arcd = join(folder, 'arcd/arcd.json');
  const ant = join(folder, 'ant/articles.ndjson.gz');
  return [
    ...(existsSync(arcd) ? [questions(readFileSync(arcd, 'utf8'))] : []),
    ...(existsSync(ant) ? [news(gunzipSync(readFileSync(ant)).toString('utf8'))] : []),
  ];
}

interface Squad {
  data: { paragraphs: { context: string; qas: { question: string }[] }[] }[];
}

function questions(json: string): Collection {
  const places = new Map<string, number>();
  const queries: Query[] = [];
  for (const { paragraphs } of (JSON.parse(json) as Squad).data) {
    for (const { context, qas } of paragraphs) {
      const wanted = places.get(context) ?? places.size;
      places.set(context, wanted);
      queries.push(...qas.map(({ question }) => ({ text: question, wanted })));
    }
  }
  return {
    name: 'ARCD',
    texts: [...places.keys()].map((context) => ({ standfirst: '', body: context })),
    tasks: [
      { name: `ARCD: ${queries.length.toLocaleString('en')} questions`, aim: '.790/.960', queries },
      { name: 'ARCD: carelessly typed', aim: '', queries: queries.map(carelessly) },
    ],
  };
}

interface Article {
  title: string;
  abstract?: string | null;
  text: string;
  category?: string;
  published?: string;
}

function news(lines: string): Collection {
  const articles = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Article);
  const count = Math.min(headlines, articles.length);
  const queries = Array.from({ length: count }, (_, i) => {
    const wanted = Math.floor((i * articles.length) / count);
    return { text: articles[wanted]?.title ?? '', wanted };
  });
  return {
    name: 'ANT',
    texts: articles.map(({ title, abstract, text, category, published }) => ({
      standfirst: withoutHeadline(abstract ?? '', title),
      body: withoutHeadline(text, title),
      category,
      published,
    })),
    tasks: [
      { name: `ANT: ${queries.length.toLocaleString('en')} headlines`, aim: '.820/.945', queries },
      { name: 'ANT: carelessly typed', aim: 'within .005', queries: queries.map(carelessly) },
      {
        name: 'ANT: first 3 content words, carelessly typed',
        aim: '.500/.725',
        queries: queries.map(firstContentWords).map(carelessly),
      },
    ],
  };
}

const withoutHeadline = (text: string, title: string) => (title === '' ? text : text.replaceAll(title, ' '));

/** As many type: no hamza, ه for ة, ي for ى. */
export function carelessly({ text, wanted }: Query): Query {
  return {
    wanted,
    text: text
      .replace(/[أإآ]/g, 'ا')
      .replace(/ؤ/g, 'و')
      .replace(/ئ/g, 'ي')
      .replace(/ء/g, '')
      .replace(/ة/g, 'ه')
      .replace(/ى/g, 'ي'),
  };
}

export function firstContentWords({ text, wanted }: Query): Query {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return {
    wanted,
    text: words
      .filter((word) => !isStopWord(fold(word)))
      .slice(0, 3)
      .join(' '),
  };
}
