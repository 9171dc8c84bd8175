import type { Story } from '../../model/story.ts';
import { bodyText } from '../../model/plain-text.ts';
import { getMeta, setMeta } from '../meta.ts';
import { type Database, number } from '../sqlite.ts';
import { termNumber } from '../public/public-form.ts';
import { recordMark, sectionMark } from './marks.ts';
import { type FoundWord, makeRecord, OpenRecord } from './record.ts';
import { eraseDead, firstUnlisted, tidySegments } from './segments.ts';

/** Words that decide about a story's length; longer ones count as so long. */
const longest = 65_535;

/** Writes stories into search.db; within a transaction, which `flush` ends. */
export class SearchWriter {
  readonly #db: Database;
  readonly #record = new OpenRecord();
  #docs = 0;
  #words = 0;

  constructor(db: Database) {
    this.#db = db;
  }

  /**
   * @param found see `makeRecord`; parts up to `bodyPart` are the story's text.
   * @returns false where the story is in the index as it is.
   */
  put(story: Story, publishedAt: number, digest: Uint8Array, found: FoundWord): boolean {
    const known = this.#db.get('SELECT digest FROM doc WHERE story = ?', story.id);
    if (known !== undefined && Buffer.compare(known[0] as Uint8Array, digest) === 0) return false;
    if (known !== undefined) this.remove(story.id);
    const { record, words } = makeRecord(partsOf(story), marksOf(story), found);
    const length = Math.max(1, Math.min(longest, words));
    this.#db.run(
      'INSERT INTO doc (story, time, length, digest, record) VALUES (?, ?, ?, ?, ?)',
      story.id,
      Math.round(publishedAt),
      length,
      digest,
      record,
    );
    this.#docs++;
    this.#words += length;
    return true;
  }

  remove(story: number): void {
    const known = this.#db.get('SELECT docid, length, record FROM doc WHERE story = ?', story);
    if (known === undefined) return;
    const docid = number(known[0]);
    this.#db.run('DELETE FROM doc WHERE docid = ?', docid);
    const listed = docid < firstUnlisted(this.#db);
    const terms = listed
      ? Uint32Array.from(
          this.#record
            .read(known[2] as Uint8Array)
            .weighed()
            .keys(),
        )
      : undefined;
    this.#db.run(
      'INSERT INTO dead (docid, terms) VALUES (?, ?)',
      docid,
      terms === undefined ? null : new Uint8Array(terms.buffer),
    );
    this.#docs--;
    this.#words -= number(known[1]);
  }

  /** Writes the counts of stories and words, and lists for what has none when it is enough. */
  flush(): void {
    for (const [key, by] of [
      ['docs', this.#docs],
      ['words', this.#words],
    ] as const) {
      if (by !== 0) setMeta(this.#db, key, number(getMeta(this.#db, key)) + by);
    }
    this.forgetChanges();
    tidySegments(this.#db);
  }

  /** After a rollback. */
  forgetChanges(): void {
    this.#docs = 0;
    this.#words = 0;
  }

  /** Leaves nothing of removed stories on the disk: SQLite overwrites what is deleted (`secure_delete`). */
  erase(): void {
    this.#db.transact(() => eraseDead(this.#db));
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }
}

/** Of a story's parts the last one in which it is told; names and tags stand behind it. */
export const bodyPart = 2;

/** Headline first; bylines and tags are found as well, as words after the body. */
function partsOf(story: Story): string[] {
  return [
    [story.kicker, story.headline].filter(Boolean).join(' '),
    story.standfirst ?? '',
    bodyText(story.body),
    [
      ...story.byline.people.map(({ name }) => name),
      story.byline.agency ?? '',
      story.dateline ?? '',
      ...(story.tags ?? []),
    ].join('\n'),
  ];
}

function marksOf(story: Story): number[] {
  return [
    sectionMark(story.section),
    ...story.topics.map((id) => recordMark('topic', id)),
    ...story.people.map((id) => recordMark('person', id)),
    ...story.places.map((id) => recordMark('place', id)),
    ...story.organisations.map((id) => recordMark('organisation', id)),
  ].map(termNumber);
}
