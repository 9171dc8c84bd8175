import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { MidadError } from '../model/errors.ts';
import { type BeginDraft, type Draft, type DraftLog, keptGenerations } from './drafts.ts';

/** The tables of drafts. Everything here runs inside a transaction of the caller's, reading aside. */
export class SqliteDrafts {
  readonly #draft: StatementSync;
  readonly #put: StatementSync;
  readonly #clear: StatementSync;
  readonly #prune: StatementSync;
  readonly #log: StatementSync;
  readonly #last: StatementSync;
  readonly #add: StatementSync;
  readonly #drop: StatementSync;
  readonly #saved: StatementSync;
  readonly #follow: StatementSync;
  readonly #erase: StatementSync;

  constructor(db: DatabaseSync) {
    this.#draft = db.prepare('SELECT story, generation, schema, version FROM draft WHERE story = ?');
    this.#put = db.prepare(
      `INSERT INTO draft VALUES (?, ?, ?, ?) ON CONFLICT (story)
       DO UPDATE SET generation = excluded.generation, schema = excluded.schema, version = excluded.version`,
    );
    this.#clear = db.prepare('DELETE FROM draft_update WHERE story = ?');
    this.#prune = db.prepare('DELETE FROM draft_update WHERE story = ? AND generation < ?');
    this.#log = db.prepare(
      'SELECT n, data FROM draft_update WHERE story = ? AND generation = ? AND n > ? ORDER BY n',
    );
    this.#last = db.prepare(
      'SELECT coalesce(max(n), 0) AS n FROM draft_update WHERE story = ? AND generation = ?',
    );
    this.#add = db.prepare('INSERT INTO draft_update VALUES (?, ?, ?, ?, ?)');
    this.#drop = db.prepare('DELETE FROM draft_update WHERE story = ? AND generation = ? AND n <= ?');
    this.#saved = db.prepare('UPDATE draft SET version = ? WHERE story = ? AND generation = ?');
    this.#follow = db.prepare('UPDATE draft SET version = ? WHERE story = ? AND version = ?');
    this.#erase = db.prepare('UPDATE draft SET generation = generation + 1, version = 0 WHERE story = ?');
  }

  draft(story: number): Draft | undefined {
    const row = this.#draft.get(story) as Draft | undefined;
    return row && { ...row };
  }

  /** @param newest version of the story's newest revision. */
  begin({ story, after, schema, version, seed, at }: BeginDraft, newest: number): Draft | undefined {
    const present = this.draft(story);
    const asSeen = present?.generation === after?.generation && present?.version === after?.version;
    if (!asSeen || newest !== version) return present;
    const begun = { story, generation: (after?.generation ?? 0) + 1, schema, version };
    this.#put.run(story, begun.generation, schema, version);
    this.#prune.run(story, begun.generation - keptGenerations);
    this.#add.run(story, begun.generation, 1, at, seed);
    return begun;
  }

  log(story: number, asked?: number, after = 0): DraftLog {
    const generation = asked ?? this.draft(story)?.generation ?? 0;
    const rows = this.#log.all(story, generation, after) as { n: number; data: Uint8Array }[];
    return {
      generation,
      updates: rows.map(({ data }) => data),
      last: rows.at(-1)?.n ?? 0,
    };
  }

  append(story: number, generation: number, update: Uint8Array, at: number): number {
    if (this.draft(story)?.generation !== generation)
      throw new MidadError('draft-replaced', { story, generation });
    const n = Number(this.#last.get(story, generation)?.['n']) + 1;
    this.#add.run(story, generation, n, at, update);
    return n;
  }

  compact(story: number, generation: number, upTo: number, merged: Uint8Array): void {
    if (this.draft(story)?.generation !== generation || upTo < 1) return;
    const { changes } = this.#drop.run(story, generation, upTo);
    if (Number(changes) > 0) this.#add.run(story, generation, upTo, Date.now(), merged);
  }

  /** The story's new revision was taken from this draft, or leaves alone what the draft has. */
  saved(story: number, draft: number | 'follows', version: number): void {
    if (draft === 'follows') this.#follow.run(version, story, version - 1);
    else this.#saved.run(version, story, draft);
  }

  /** Removes what was typed; whoever has the draft open has an older generation from now on. */
  erase(story: number): void {
    this.#clear.run(story);
    this.#erase.run(story);
  }
}
