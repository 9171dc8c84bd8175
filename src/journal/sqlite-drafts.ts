import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { MidadError } from '../model/errors.ts';
import type { BeginDraft, Draft, DraftLog } from './drafts.ts';

/** The tables of drafts. Everything here runs inside a transaction of the caller's, reading aside. */
export class SqliteDrafts {
  readonly #draft: StatementSync;
  readonly #put: StatementSync;
  readonly #clear: StatementSync;
  readonly #log: StatementSync;
  readonly #last: StatementSync;
  readonly #add: StatementSync;
  readonly #drop: StatementSync;
  readonly #saved: StatementSync;
  readonly #erase: StatementSync;

  constructor(db: DatabaseSync) {
    this.#draft = db.prepare('SELECT story, generation, schema, version FROM draft WHERE story = ?');
    this.#put = db.prepare(
      `INSERT INTO draft VALUES (?, ?, ?, ?) ON CONFLICT (story)
       DO UPDATE SET generation = excluded.generation, schema = excluded.schema, version = excluded.version`,
    );
    this.#clear = db.prepare('DELETE FROM draft_update WHERE story = ?');
    this.#log = db.prepare('SELECT n, data FROM draft_update WHERE story = ? ORDER BY n');
    this.#last = db.prepare('SELECT coalesce(max(n), 0) AS n FROM draft_update WHERE story = ?');
    this.#add = db.prepare('INSERT INTO draft_update VALUES (?, ?, ?, ?)');
    this.#drop = db.prepare('DELETE FROM draft_update WHERE story = ? AND n <= ?');
    this.#saved = db.prepare('UPDATE draft SET version = ? WHERE story = ? AND generation = ?');
    this.#erase = db.prepare('UPDATE draft SET generation = generation + 1, version = 0 WHERE story = ?');
  }

  draft(story: number): Draft | undefined {
    const row = this.#draft.get(story) as Draft | undefined;
    return row && { ...row };
  }

  begin({ story, after, schema, version, seed, at }: BeginDraft): Draft {
    const present = this.draft(story);
    if (present !== undefined && present.generation !== after) return present;
    const begun = { story, generation: after + 1, schema, version };
    this.#put.run(story, begun.generation, schema, version);
    this.#clear.run(story);
    this.#add.run(story, 1, at, seed);
    return begun;
  }

  log(story: number): DraftLog {
    const rows = this.#log.all(story) as { n: number; data: Uint8Array }[];
    return {
      generation: this.draft(story)?.generation ?? 0,
      updates: rows.map(({ data }) => data),
      last: rows.at(-1)?.n ?? 0,
    };
  }

  append(story: number, generation: number, update: Uint8Array, at: number): number {
    if (this.draft(story)?.generation !== generation)
      throw new MidadError('draft-replaced', { story, generation });
    const n = Number(this.#last.get(story)?.['n']) + 1;
    this.#add.run(story, n, at, update);
    return n;
  }

  compact(story: number, generation: number, upTo: number, merged: Uint8Array): void {
    if (this.draft(story)?.generation !== generation || upTo < 1) return;
    const { changes } = this.#drop.run(story, upTo);
    if (Number(changes) > 0) this.#add.run(story, upTo, Date.now(), merged);
  }

  /** The story's new revision was taken from this draft. */
  saved(story: number, generation: number, version: number): void {
    this.#saved.run(version, story, generation);
  }

  /** Removes what was typed; whoever has the draft open has an older generation from now on. */
  erase(story: number): void {
    this.#clear.run(story);
    this.#erase.run(story);
  }
}
