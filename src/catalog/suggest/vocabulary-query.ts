import { storiesWith } from '../search/frequencies.ts';
import { type Database, number, text } from '../sqlite.ts';
import { nearKeys, soundNumber } from './near.ts';

/** A word of the collection. */
export interface KnownWord {
  bare: string;
  /** As it is written in headlines. */
  form: string;
  /** Number of its stem. */
  term: number;
  /** Stories that have its stem. */
  stories: number;
}

/** Words looked at for one key: short words of two letters in common have some hundreds of neighbours. */
const mostPerKey = 300;

/** Words of the collection that are one letter away from this one, or sound like it; itself among them. */
export const wordsNear = (db: Database, bare: string) => wordsUnder(db, nearKeys(bare));

/** Words of the collection that sound like this one; itself among them. */
export const wordsSounding = (db: Database, bare: string) => wordsUnder(db, [soundNumber(bare)]);

function wordsUnder(db: Database, keys: readonly number[]): KnownWord[] {
  const ids = new Set(
    keys
      .flatMap((key) => db.all(`SELECT word FROM near WHERE key = ? LIMIT ${mostPerKey}`, key))
      .map(([id]) => number(id)),
  );
  const rows = [...ids].flatMap((id) => {
    const row = db.get('SELECT bare, form, term FROM word WHERE id = ?', id);
    return row === undefined ? [] : [row];
  });
  return rows.map(([bare, form, term]) => ({
    bare: text(bare),
    form: text(form),
    term: number(term),
    stories: 0,
  }));
}

/** The words with the numbers of stories that have them; only those that have any. */
export function counted(db: Database, words: readonly KnownWord[]): KnownWord[] {
  const stories = storiesWith(db, [...new Set(words.map(({ term }) => term))]);
  return words
    .map((word) => ({ ...word, stories: stories.get(word.term) ?? 0 }))
    .filter((word) => word.stories > 0);
}
