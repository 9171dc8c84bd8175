import { withoutProclitics } from '../../arabic/proclitics.ts';
import { soundKey } from '../../arabic/sound.ts';
import type { EntityKind } from '../../model/site.ts';
import { type Database, number, text } from '../sqlite.ts';
import { bareWords } from './bare-words.ts';

/** What has a name of its own and a page. */
export type NamedKind = EntityKind | 'section';

/** Longer names are descriptions; they are found by their beginning. */
const mostWords = 8;

/**
 * Writes the names of a record; within a transaction. A record without names is removed.
 * @param merged the record that it was merged into.
 */
export function putNames(
  db: Database,
  kind: NamedKind,
  record: string,
  names: readonly string[],
  merged?: string,
): void {
  db.run('DELETE FROM record_name WHERE kind = ? AND record = ?', kind, record);
  for (const name of new Set(names)) {
    const words = bareWords(name)
      .slice(0, mostWords)
      .map(({ bare }) => bare);
    words.forEach((_, place) => {
      const rest = words.slice(place);
      db.run(
        'INSERT INTO record_name (kind, record, merged, place, key, sound) VALUES (?, ?, ?, ?, ?, ?)',
        kind,
        record,
        merged ?? null,
        place,
        rest.join(' '),
        soundsOf(rest),
      );
    });
  }
}

export interface NamedRecord {
  kind: NamedKind;
  record: string;
  /** Place in the name of the word that was found; 0 is its beginning. */
  place: number;
}

/** Rows looked at for one beginning; more share two letters of a very long list only. */
const mostRows = 1500;

/** Records with a name that begins so, from its first word on or from another. */
export const recordsBeginning = (db: Database, beginning: string) => rowsFrom(db, 'key', beginning);
/** Records with a name that sounds so from its beginning on. */
export const recordsSounding = (db: Database, words: readonly string[]) =>
  rowsFrom(db, 'sound', soundsOf(words));

const soundsOf = (words: readonly string[]) => words.map(soundKey).join(' ');

function rowsFrom(db: Database, column: 'key' | 'sound', from: string): NamedRecord[] {
  return db
    .all(
      `SELECT kind, record, min(place) FROM
         (SELECT kind, record, place FROM record_name WHERE ${column} >= ? AND ${column} < ? LIMIT ${mostRows})
       GROUP BY kind, record`,
      from,
      `${from}\u{10ffff}`,
    )
    .map(([kind, record, place]) => ({
      kind: text(kind) as NamedKind,
      record: text(record),
      place: number(place),
    }));
}

/** A stretch of a query that is the name of a record. */
export interface NamedSpan {
  /** Places in the list of words, `to` exclusive. */
  from: number;
  to: number;
  kind: EntityKind;
  record: string;
}

/** Records that one name may mean; beyond that it says too little. */
const mostNamed = 5;

/**
 * The stretches of a query that are a listed name of a topic, person, place or organisation, whole: the longest first, none
 * within another.
 * @param words of the query as folded, in order; some ten microseconds for each.
 */
export function recordsNamed(db: Database, words: readonly string[]): NamedSpan[] {
  const bare = words.slice(0, mostQueryWords).map(withoutProclitics);
  const found: NamedSpan[] = [];
  const taken = new Set<number>();
  for (let length = Math.min(mostWords, bare.length); length > 0; length--) {
    for (let from = 0; from + length <= bare.length; from++) {
      const places = Array.from({ length }, (_, i) => from + i);
      if (places.some((place) => taken.has(place))) continue;
      const records = recordsCalled(db, bare.slice(from, from + length).join(' '));
      if (records.length === 0) continue;
      for (const place of places) taken.add(place);
      for (const record of records) found.push({ from, to: from + length, ...record });
    }
  }
  return found;
}

/** Records of this name, with those that were merged with them. */
function recordsCalled(db: Database, key: string): Pick<NamedSpan, 'kind' | 'record'>[] {
  const rows = db.all(
    `SELECT DISTINCT kind, coalesce(merged, record) FROM record_name
     WHERE key = ? AND place = 0 AND kind <> 'section' LIMIT ${mostNamed + 1}`,
    key,
  );
  if (rows.length > mostNamed) return [];
  return rows.flatMap(([kind, record]) => {
    const others = db.all(
      `SELECT DISTINCT record FROM record_name INDEXED BY record_name_merged
       WHERE kind = ? AND merged = ? LIMIT ${mostNamed}`,
      text(kind),
      text(record),
    );
    return [record, ...others.map(([other]) => other)].map((id) => ({
      kind: text(kind) as EntityKind,
      record: text(id),
    }));
  });
}

/** Longer queries are pasted texts. */
const mostQueryWords = 16;
