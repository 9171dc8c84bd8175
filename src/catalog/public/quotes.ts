import { type Database, number, text } from '../sqlite.ts';
import { mergedIds } from './aliases.ts';
import { entityIn } from './entities.ts';

/** Something that a person said, with where it stands. */
export interface PersonQuote {
  story: number;
  publishedAt: number;
  /** Number of the paragraph in the story's body, from 1; 0 before the first. */
  paragraph: number;
  n: number;
  kind: 'direct' | 'indirect';
  words: string;
}

/** A place in a person's quotations: the last one seen. */
export interface QuotePosition {
  publishedAt: number;
  story: number;
  n: number;
}

/** What a person said in public stories, the newest first, within a story in the order of the text reversed; at most `limit`. */
export function quotesOf(db: Database, person: string, limit: number, before?: QuotePosition): PersonQuote[] {
  const { publishedAt, story, n } = before ?? { publishedAt: Number.MAX_SAFE_INTEGER, story: 0, n: 0 };
  return mergedIds(db, 'person', person)
    .flatMap((id) =>
      db.all(
        `SELECT story, published_at, paragraph, n, kind, words FROM quote
         WHERE person = ? AND (published_at, story, n) < (?, ?, ?)
         ORDER BY published_at DESC, story DESC, n DESC LIMIT ?`,
        id,
        publishedAt,
        story,
        n,
        limit,
      ),
    )
    .map((row) => ({
      story: number(row[0]),
      publishedAt: number(row[1]),
      paragraph: number(row[2]),
      n: number(row[3]),
      kind: text(row[4]) as PersonQuote['kind'],
      words: text(row[5]),
    }))
    .sort((a, b) => b.publishedAt - a.publishedAt || b.story - a.story || b.n - a.n)
    .slice(0, limit);
}

/** Where in a story's paragraphs direct quotations stand, by the number of the paragraph. */
export type QuotedPlaces = ReadonlyMap<number, readonly QuotedPlace[]>;
export interface QuotedPlace {
  at: number;
  until: number;
  /** Slug of the person whose words they are, where they have a record. */
  person?: string;
}

export function quotedPlaces(db: Database, story: number): QuotedPlaces {
  const found = new Map<number, QuotedPlace[]>();
  for (const [paragraph, at, until, person] of db.all(
    `SELECT paragraph, at, until, person FROM quote WHERE story = ? AND kind = 'direct' AND until > at ORDER BY n`,
    story,
  )) {
    const slug = person === '' ? undefined : entityIn(db, 'person', text(person))?.slug;
    const place = { at: number(at), until: number(until), ...(slug === undefined ? {} : { person: slug }) };
    found.set(number(paragraph), [...(found.get(number(paragraph)) ?? []), place]);
  }
  return found;
}

/** Paragraphs to which a person's page may link. */
export function citedParagraphs(db: Database, story: number): ReadonlySet<number> {
  return new Set(
    db
      .all('SELECT DISTINCT paragraph FROM quote WHERE story = ? AND person <> ?', story, '')
      .map(([paragraph]) => number(paragraph)),
  );
}
