import { stem } from '../../arabic/stem.ts';
import { tokens } from '../../arabic/tokens.ts';
import { termNumber } from '../public/public-form.ts';
import { type Database, number, text } from '../sqlite.ts';
import { bareWords } from './bare-words.ts';
import { hasNeighbours, nearKeys } from './near.ts';

/** Words as written that were seen lately: they cover nearly all of the next story. Some 8 MB. */
const mostSeen = 60_000;
/** Votes are counted up to here, so that a new spelling wins some day; a word that has so many is asked no more. */
const mostVotes = 8;
/** Words whose writing is settled, that headlines use again and again. */
const mostSettled = 30_000;

/** Marks that are no part of how a word is written in a headline. */
const marks = /[\p{Mn}\p{Cf}\u0640]/gu;

/** Keeps the collection's own words, as they are to be shown; within a transaction. */
export class VocabularyWriter {
  readonly #db: Database;
  #seen = new Set<string>();
  #settled = new Map<string, string>();

  constructor(db: Database) {
    this.#db = db;
  }

  /**
   * Takes up what is new among a story's words.
   * @param words all its words as folded, each once.
   * @param source gives the text in which they stand, for how a new one is written.
   */
  learn(words: Iterable<string>, source: () => string): void {
    const fresh = new Set<string>();
    for (const word of words) if (!this.#seen.has(word)) fresh.add(word);
    if (fresh.size === 0) return;
    const written = source();
    for (const token of tokens(written)) {
      // Few are new: only theirs is the cost of finding what stands before a word.
      if (!fresh.delete(token.text)) continue;
      this.#remember(token.text);
      const [found] = bareWords(token.text);
      if (found === undefined || !hasNeighbours(found.bare)) continue;
      this.#add(found.bare, formOf(written.slice(token.start, token.end), token.text, found.bare));
      if (fresh.size === 0) break;
    }
    // What cannot be suggested is not asked about again.
    for (const word of fresh) this.#remember(word);
  }

  /** Lets an edited text decide how its words are written. */
  vote(edited: string): void {
    for (const { bare, word, start, end } of bareWords(edited)) {
      if (!hasNeighbours(bare)) continue;
      const form = formOf(edited.slice(start, end), word, bare);
      if (this.#settled.get(bare) === form) continue;
      this.#remember(word);
      this.#add(bare, form, 1);
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
    this.#seen = new Set();
    this.#settled = new Map();
  }

  #remember(word: string): void {
    if (this.#seen.size >= mostSeen) this.#seen = new Set();
    this.#seen.add(word);
  }

  #settle(bare: string, form: string): void {
    if (this.#settled.size >= mostSettled) this.#settled = new Map();
    this.#settled.set(bare, form);
  }

  #add(bare: string, form: string, vote = 0): void {
    const known = this.#db.get('SELECT id, form, votes FROM word WHERE bare = ?', bare);
    if (known === undefined) {
      const added = this.#db.get(
        'INSERT INTO word (bare, form, term, votes) VALUES (?, ?, ?, ?) RETURNING id',
        bare,
        form,
        termNumber(stem(bare)),
        vote,
      );
      this.#db.run(
        'INSERT OR IGNORE INTO near SELECT value, ?2 FROM json_each(?1)',
        JSON.stringify(nearKeys(bare)),
        number(added?.[0]),
      );
      return;
    }
    if (vote === 0) return;
    // Majority by Boyer and Moore (1981): the form that stands pays for each other one, and goes when it cannot.
    const votes = number(known[2]);
    if (text(known[1]) === form) {
      if (votes < mostVotes)
        this.#db.run('UPDATE word SET votes = votes + 1 WHERE id = ?', known[0] as number);
      else this.#settle(bare, form);
    } else if (votes > 0) this.#db.run('UPDATE word SET votes = votes - 1 WHERE id = ?', known[0] as number);
    else this.#db.run('UPDATE word SET form = ?, votes = 1 WHERE id = ?', form, known[0] as number);
  }
}

/** A word as written, without harakat and without what was taken off its beginning. */
function formOf(written: string, word: string, bare: string): string {
  const plain = written.normalize('NFC').replace(marks, '');
  // Where folding changed the number of letters (presentation forms), the folded word must do.
  return plain.length === word.length ? plain.slice(word.length - bare.length) : bare;
}
