import { stem } from '../../arabic/stem.ts';
import { termNumber } from '../public/public-form.ts';
import { type Database, number, text } from '../sqlite.ts';
import { type BareWord, bareWords } from './bare-words.ts';
import { hasNeighbours, nearKeys } from './near.ts';
import { SeenWords } from './seen-words.ts';

/** Votes are counted up to here, so that a new spelling wins some day. */
const mostVotes = 8;
/** Words whose row is known: headlines use the same ones again and again. Some 8 MB. */
const mostKnown = 40_000;

/** A row of the table `word`. */
interface Known {
  id: number;
  form: string;
  votes: number;
}

/** Marks that are no part of how a word is written in a headline. */
const marks = /[\p{Mn}\p{Cf}\u0640]/gu;

/** Keeps the collection's own words, as they are to be shown; within a transaction. */
export class VocabularyWriter {
  readonly #db: Database;
  readonly #seen = new SeenWords();
  readonly #known = new Map<string, Known>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Takes up a word if it is new, written as it stands in the text from `start` to `end`. @param word as folded. */
  learn(word: string, text: string, start: number, end: number): void {
    if (this.#seen.has(word)) return;
    // What cannot be suggested is not asked about again.
    this.#seen.add(word);
    const [found] = bareWords(word);
    if (found === undefined || !hasNeighbours(found.bare) || this.#known.has(found.bare)) return;
    this.#add(found.bare, formOf(text.slice(start, end), word, found.bare));
  }

  /** Lets an edited text decide how its words are written. @param words of it. */
  vote(edited: string, words: readonly BareWord[]): void {
    for (const { bare, word, start, end } of words) {
      if (!hasNeighbours(bare)) continue;
      this.#seen.add(word);
      this.#add(bare, formOf(edited.slice(start, end), word, bare), 1);
    }
  }

  /** Forgets words that no story has any more. @param storiesWith as of the index, which counts stems. */
  clear(storiesWith: (terms: readonly number[]) => Map<number, number>): void {
    for (let last = 0; ;) {
      const rows = this.#db.all('SELECT id, term, bare FROM word WHERE id > ? ORDER BY id LIMIT 500', last);
      if (rows.length === 0) return;
      last = number(rows.at(-1)?.[0]);
      const stories = storiesWith(rows.map(([, term]) => number(term)));
      this.#db.transact(() => {
        for (const [id, term, bare] of rows) {
          if ((stories.get(number(term)) ?? 0) > 0) continue;
          for (const key of nearKeys(text(bare)))
            this.#db.run('DELETE FROM near WHERE key = ? AND word = ?', key, number(id));
          this.#db.run('DELETE FROM word WHERE id = ?', number(id));
        }
      });
    }
  }

  /** After a rollback. */
  forget(): void {
    this.#seen.clear();
    this.#known.clear();
  }

  #add(bare: string, form: string, vote = 0): void {
    const known = this.#known.get(bare) ?? this.#read(bare);
    if (known === undefined) this.#insert(bare, form, vote);
    if (known === undefined || vote === 0) return;
    // Majority by Boyer and Moore (1981): the form that stands pays for each other one, and goes when it cannot.
    const { id } = known;
    if (known.form === form) {
      if (known.votes === mostVotes) return;
      known.votes++;
      this.#db.run('UPDATE word SET votes = votes + 1 WHERE id = ?', id);
    } else if (known.votes > 0) {
      known.votes--;
      this.#db.run('UPDATE word SET votes = votes - 1 WHERE id = ?', id);
    } else {
      known.form = form;
      known.votes = 1;
      this.#db.run('UPDATE word SET form = ?, votes = 1 WHERE id = ?', form, id);
    }
  }

  #read(bare: string): Known | undefined {
    const row = this.#db.get('SELECT id, form, votes FROM word WHERE bare = ?', bare);
    if (row === undefined) return undefined;
    return this.#keep(bare, { id: number(row[0]), form: text(row[1]), votes: number(row[2]) });
  }

  #insert(bare: string, form: string, votes: number): void {
    const row = this.#db.get(
      'INSERT INTO word (bare, form, term, votes) VALUES (?, ?, ?, ?) RETURNING id',
      bare,
      form,
      termNumber(stem(bare)),
      votes,
    );
    const { id } = this.#keep(bare, { id: number(row?.[0]), form, votes });
    this.#db.run(
      'INSERT OR IGNORE INTO near SELECT value, ?2 FROM json_each(?1)',
      JSON.stringify(nearKeys(bare)),
      id,
    );
  }

  #keep(bare: string, known: Known): Known {
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(bare, known);
    return known;
  }
}

/** A word as written, without harakat and without what was taken off its beginning. */
function formOf(written: string, word: string, bare: string): string {
  const plain = written.normalize('NFC').replace(marks, '');
  // Where folding changed the number of letters (presentation forms), the folded word must do.
  return plain.length === word.length ? plain.slice(word.length - bare.length) : bare;
}
