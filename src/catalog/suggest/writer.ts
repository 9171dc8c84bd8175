import { readFileSync } from 'node:fs';
import type { Entry } from '../../journal/journal.ts';
import { type Entity, type Section, entityKinds } from '../../model/site.ts';
import type { Story } from '../../model/story.ts';
import { storiesWith } from '../search/frequencies.ts';
import { Database } from '../sqlite.ts';
import { bareWords } from './bare-words.ts';
import { HeadlineWriter } from './headlines.ts';
import { type NamedKind, putNames } from './records.ts';
import { VocabularyWriter } from './vocabulary.ts';

const schema = readFileSync(new URL('schema.sql', import.meta.url), 'utf8');

/** Gives a search.db the tables of suggestions. */
export function prepareSuggestions(db: Database): void {
  const there = db.get(`SELECT 1 FROM sqlite_schema WHERE name = 'word'`) !== undefined;
  if (!there) db.transact(() => db.exec(schema));
}

const named: ReadonlySet<string> = new Set<NamedKind>([...entityKinds, 'section']);

/** Writes what suggestions are made of, in the transaction that writes the search index. */
export class SuggestWriter {
  readonly #db: Database;
  readonly #headlines: HeadlineWriter;
  readonly #vocabulary: VocabularyWriter;

  constructor(db: Database) {
    this.#db = db;
    this.#headlines = new HeadlineWriter(db);
    this.#vocabulary = new VocabularyWriter(db);
  }

  put(story: Story, publishedAt: number): void {
    const headline = bareWords(story.headline);
    this.#headlines.put(story.id, headline, publishedAt);
    this.#vocabulary.vote(story.headline, headline);
  }

  /** Takes up a word of a story's text if it is new. @param word as folded; it stands in the text from `start` to `end`. */
  learn(word: string, text: string, start: number, end: number): void {
    this.#vocabulary.learn(word, text, start, end);
  }

  remove(story: number): void {
    this.#headlines.remove(story);
  }

  /** A section, topic, person, place or organisation; other documents have no names. */
  record(entry: Entry): void {
    if (!named.has(entry.kind)) return;
    const document = entry.action === 'remove' ? null : (entry.content as Entity | Section | null);
    const others = document !== null && 'otherNames' in document ? document.otherNames : [];
    const names = document === null ? [] : [document.name, ...others];
    const merged = document !== null && 'mergedInto' in document ? document.mergedInto : undefined;
    putNames(this.#db, entry.kind as NamedKind, entry.id, names, merged);
    for (const name of names) this.#vocabulary.vote(name, bareWords(name));
  }

  /** After a rollback. */
  forgetChanges(): void {
    this.#headlines.forget();
    this.#vocabulary.forget();
  }

  /** Leaves nothing of what was removed on the disk; not within a transaction. */
  erase(): void {
    this.#db.transact(() => this.#headlines.erase());
    // The index keeps what it knows by connection, so that the one that writes may not be asked.
    const reading = new Database(this.#db.path, { readOnly: true });
    try {
      this.#vocabulary.clear((terms) => storiesWith(reading, terms));
    } finally {
      reading.close();
    }
    this.forgetChanges();
  }
}
